/**
 * Folders' data → jurisdictions: every file is read, then templates and plans get what they take over from others. All faults
 * are told at once, each with its file, line and column; with one there are no jurisdictions.
 */

import { Faults } from '../user-file/faults.ts';
import { adviceFor } from '../user-file/fields.ts';
import { NO_PLANS, plansOf } from './explanation-file.ts';
import { termsOf } from './glossary-file.ts';
import { type Jurisdiction, type Jurisdictions, jurisdictionsOf } from './jurisdictions.ts';
import { performanceOf } from './performance-file.ts';
import { type Profile, profileOf } from './profile-file.ts';
import { type Drafted, resolveTemplates } from './resolve-templates.ts';
import { type Sentences, sentencesOf } from './sentences-file.ts';
import { FILES, isTemplateFile, type JurisdictionFault, type JurisdictionSource } from './source.ts';
import { draftTemplate } from './template-file.ts';

export type LoadResult =
  | { readonly ok: true; readonly jurisdictions: Jurisdictions }
  | { readonly ok: false; readonly errors: readonly JurisdictionFault[] };

/** Of two folders of one name the later takes the earlier's place. */
export function loadJurisdictions(all: readonly JurisdictionSource[]): LoadResult {
  const sources = [...new Map(all.map((source) => [source.id, source])).values()].sort(byPlace);
  const opened = sources.map(open);
  const templates = resolveTemplates(opened.flatMap(({ drafts }) => drafts));
  const written = new Map<string, Jurisdiction>();
  const write = (one: Opened, from: readonly string[]): Jurisdiction => {
    const { id } = one.source;
    const known = written.get(id);
    if (known) return known;
    const base = baseOf(one, opened, from);
    const jurisdiction = jurisdictionOf(one, base && write(base, [...from, id]), templates);
    written.set(id, jurisdiction);
    return jurisdiction;
  };
  const found = opened.map((one) => write(one, []));
  const errors = opened.flatMap(({ source, files }) =>
    [...files].flatMap(([name, { faults }]) =>
      faults.errors.map((fault) => ({ file: `${source.where ?? source.id}/${name}`, ...fault })),
    ),
  );
  return errors.length > 0 ? { ok: false, errors } : { ok: true, jurisdictions: jurisdictionsOf(found, templates) };
}

/** A place of its own before the whole country, which serves where no other does. */
function byPlace(a: JurisdictionSource, b: JurisdictionSource): number {
  const isPlace = ({ files }: JurisdictionSource) => {
    const profile = files.find(({ name }) => name === FILES.profile)?.data as { region?: unknown } | null | undefined;
    return profile?.region === undefined ? 1 : 0;
  };
  return isPlace(a) - isPlace(b) || (a.id < b.id ? -1 : 1);
}

interface OpenFile {
  readonly data: unknown;
  readonly faults: Faults;
}

interface Opened {
  readonly source: JurisdictionSource;
  readonly files: ReadonlyMap<string, OpenFile>;
  readonly profile: Profile;
  readonly drafts: readonly Drafted[];
}

function open(source: JurisdictionSource): Opened {
  const files = new Map(source.files.map(({ name, data, locate }) => [name, { data, faults: new Faults(locate) }]));
  const known = Object.values(FILES) as readonly string[];
  for (const [name, { faults }] of files)
    if (!known.includes(name) && !isTemplateFile(name))
      faults.at([], `不认识文件“${name}”，${adviceFor(name, known)}可以有 ${known.join('、')} 和 template-年度.yaml。`);
  const profile = files.get(FILES.profile);
  const whose = profileOf(profile?.data, source.id, profile?.faults ?? new Faults(() => ({ line: 1, column: 1 })));
  const drafts = [...files].flatMap(([name, { data, faults }]): Drafted[] => {
    if (!isTemplateFile(name)) return [];
    const draft = draftTemplate(data, faults);
    return draft ? [{ draft, jurisdiction: source.id, region: whose.region, faults }] : [];
  });
  return { source, files, profile: whose, drafts };
}

function baseOf(one: Opened, all: readonly Opened[], from: readonly string[]): Opened | undefined {
  const { source, profile, files } = one;
  if (profile.extends === undefined) return undefined;
  const base = all.find((other) => other.source.id === profile.extends);
  const ids = all.map((other) => other.source.id);
  const faults = files.get(FILES.profile)?.faults;
  if (!base)
    faults?.at(
      ['extends'],
      `没有地区“${profile.extends}”，${adviceFor(profile.extends, ids)}已有的是 ${ids.join('、')}。`,
    );
  if (base && (base === one || from.includes(profile.extends)))
    return faults?.at(['extends'], `“${source.id}”绕了一圈又依据自己，请改“extends”。`);
  return base;
}

function jurisdictionOf(
  { source, files, profile }: Opened,
  base: Jurisdiction | undefined,
  templates: Jurisdictions['templates'],
): Jurisdiction {
  const file = (name: string): OpenFile =>
    files.get(name) ?? { data: undefined, faults: new Faults(() => ({ line: 1, column: 1 })) };
  const own: Sentences = sentencesOf(file(FILES.sentences).data, file(FILES.sentences).faults);
  const sentences: Sentences = new Map([...(base?.sentences ?? []), ...own]);
  const explanation = file(FILES.explanation);
  const scope = plansOf(explanation.data, base?.scope ?? NO_PLANS, sentences, explanation.faults);
  const explained = file(FILES.glossary);
  const glossary = termsOf(explained.data, base?.glossary ?? [], explained.faults);
  const performance = file(FILES.performance);
  const inherited = base ? [...base.inheritedPerformance, ...base.performance] : [];
  const rules = source.files.find(({ name }) => name === FILES.rules);
  const jurisdiction: Jurisdiction = {
    id: source.id,
    name: profile.name,
    ...(source.where === undefined ? {} : { where: source.where }),
    ...(profile.region === undefined ? {} : { region: profile.region }),
    ...(base ? { extends: base.id } : {}),
    templates: templates.filter((template) => template.jurisdiction === source.id),
    own,
    sentences,
    scope,
    terms: glossary.filter(({ readers }) => !readers),
    glossary,
    counted: profile.counted.length > 0 ? profile.counted : (base?.counted ?? []),
    performance: performanceOf(performance.data, inherited, performance.faults),
    inheritedPerformance: inherited,
    ...(rules ? { rules } : {}),
  };
  return withoutLostPlans(jurisdiction, files);
}

/** Templates whose plan is in no file of the jurisdiction or of those it goes on from. */
function withoutLostPlans(jurisdiction: Jurisdiction, files: Opened['files']): Jurisdiction {
  for (const { id, explanation } of jurisdiction.templates) {
    if (explanation === undefined || jurisdiction.scope.plans.has(explanation)) continue;
    const names = [...jurisdiction.scope.plans.keys()];
    const named = [...files].find(([, { data }]) => (data as { id?: unknown } | null)?.id === id)?.[1];
    named?.faults.at(
      ['explanation'],
      `没有情况说明的写法“${explanation}”，${adviceFor(explanation, names)}已有的是 ${names.join('、') || '（没有）'}。`,
    );
  }
  return jurisdiction;
}
