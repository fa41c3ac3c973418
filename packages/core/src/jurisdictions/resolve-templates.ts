/** Templates as written → templates in full: what one does not write it has from the template that it extends. */
import type { FormId } from '../disclosure.ts';
import type { Template, TemplateForm } from '../templates/template.ts';
import type { Faults, Path } from '../user-file/faults.ts';
import { adviceFor } from '../user-file/fields.ts';
import type { DraftForm, DraftTemplate } from './template-file.ts';

export interface Drafted {
  readonly draft: DraftTemplate;
  readonly jurisdiction: string;
  /** The jurisdiction's own, for a template that names none. */
  readonly region: string | undefined;
  readonly faults: Faults;
}

/** All templates, in the order given; one that lacks something is left out, and its faults are told. */
export function resolveTemplates(drafts: readonly Drafted[]): readonly Template[] {
  const byId = new Map<string, Drafted>();
  for (const drafted of drafts) {
    const { id } = drafted.draft;
    if (byId.has(id)) drafted.faults.at(['id'], `模板编号“${id}”已经用过，请换一个。`);
    else byId.set(id, drafted);
  }
  const done = new Map<string, Template | undefined>();
  const resolve = (drafted: Drafted, open: readonly string[]): Template | undefined => {
    const { draft } = drafted;
    if (!done.has(draft.id)) done.set(draft.id, complete(drafted, baseOf(drafted, open)));
    return done.get(draft.id);
  };
  const baseOf = ({ draft, faults }: Drafted, open: readonly string[]): Template | undefined => {
    if (draft.extends === undefined) return undefined;
    const base = byId.get(draft.extends);
    if (!base) {
      const advice = adviceFor(draft.extends, [...byId.keys()]);
      return faults.at(['extends'], `没有模板“${draft.extends}”，${advice}已有的是 ${[...byId.keys()].join('、')}。`);
    }
    if (open.includes(draft.extends) || draft.extends === draft.id)
      return faults.at(['extends'], `模板“${draft.id}”绕了一圈又依据自己，请改“extends”。`);
    return resolve(base, [...open, draft.id]);
  };
  return [...byId.values()].flatMap((drafted) => resolve(drafted, []) ?? []);
}

function complete({ draft, jurisdiction, region, faults }: Drafted, base: Template | undefined): Template | undefined {
  const { id, extends: extended, forms: drafts, order, region: named, amounts, ...rest } = draft;
  if (extended !== undefined && !base) return undefined;
  const { region: _, ...inherited } = base ?? {};
  const written = ordered(formsOf(drafts, base?.forms ?? [], faults), order, faults);
  const forms = amounts
    ? written.map((form) => ({ ...form, amounts: { ...amounts, ...ownAmounts(form, drafts) } }))
    : written;
  const own = named ?? region;
  const template: Partial<Template> = {
    ...inherited,
    ...rest,
    id,
    jurisdiction,
    ...(own === undefined ? {} : { region: own }),
    wording: { ...base?.wording, ...draft.wording } as Template['wording'],
    forms,
    sections: draft.sections ?? base?.sections ?? [],
    levelWords: draft.levelWords ?? base?.levelWords ?? { department: '部门', unit: '单位' },
  };
  const missing = [
    ...lacking(
      template,
      { name: '模板的名称', stage: 'budget（预算）或 final-accounts（决算）', years: '起止年度' },
      [],
      faults,
    ),
    ...lacking(
      template.wording!,
      { cover: '封面各行', agency: '表上方的单位一行', unit: '表上方的金额单位一行' },
      ['wording'],
      faults,
    ),
  ];
  if (forms.length === 0 && !order) faults.at([], '模板里没有表，请在“forms”下写明，或用“extends”依据已有的模板。');
  return missing.length > 0 ? undefined : (template as Template);
}

/** What the file itself says of a form's amounts: it goes before what the file says of all. */
const ownAmounts = (form: TemplateForm, drafts: readonly DraftForm[]) =>
  drafts.find((draft) => isSame(draft, form))?.amounts;

/** Names of fields that are not there, each told as a fault with what it should say. */
function lacking(fields: object, wanted: Readonly<Record<string, string>>, path: Path, faults: Faults): string[] {
  return Object.entries(wanted).flatMap(([name, what]) => {
    if (name in fields) return [];
    faults.at(path, `缺少“${[...(path.some(Number.isInteger) ? [] : path), name].join('.')}”，请写明${what}。`);
    return [name];
  });
}

const isSame = (a: Pick<TemplateForm, 'form' | 'level'>, b: Pick<TemplateForm, 'form' | 'level'>) =>
  a.form === b.form && a.level === b.level;

/** The base's forms, each changed in its place, and new ones after them. */
function formsOf(drafts: readonly DraftForm[], base: readonly TemplateForm[], faults: Faults): readonly TemplateForm[] {
  const forms = [...base];
  const written: DraftForm[] = [];
  for (const draft of drafts) {
    if (written.some((other) => isSame(other, draft)))
      faults.at([...draft.path, 'form'], `“${draft.form}”前面已经写过，请合并，或用“level”分别写部门和单位的印法。`);
    written.push(draft);
    const { path, like, ...own } = draft;
    const at = forms.findIndex((form) => isSame(form, draft));
    const model = at >= 0 ? forms[at] : like && forms.find(({ form }) => form === like);
    if (like && !model) faults.at([...path, 'like'], `前面没有“${like}”这张表，不能照它写。`);
    const { level: _, ...taken } = model ?? {};
    const form = { ...taken, ...own };
    const names = { title: '表名', unit: '金额单位', code: '编码怎样印（one、split 或 none）', columns: '各列' };
    if (lacking(form, names, path, faults).length > 0) continue;
    if (at >= 0) forms[at] = form as TemplateForm;
    else forms.push(form as TemplateForm);
  }
  return forms;
}

function ordered(
  forms: readonly TemplateForm[],
  order: readonly FormId[] | undefined,
  faults: Faults,
): readonly TemplateForm[] {
  if (!order) return forms;
  return order.flatMap((id, i) => {
    const own = forms.filter(({ form }) => form === id);
    if (own.length === 0) faults.at(['order', i], `模板里没有“${id}”这张表，请在“forms”下写明，或从“order”中删去。`);
    return own;
  });
}
