/** A `template-….yaml` as it is written: all fields may be left to the template that it extends. */
import type { Agency, FormId } from '../disclosure.ts';
import { FORMS, formById } from '../forms/index.ts';
import { STAGES } from '../model/document-kinds.ts';
import type { AmountFormat, MoneyUnit } from '../money.ts';
import type { CodeLayout, PrintedColumn, Template, TemplateForm, Wording } from '../templates/template.ts';
import type { Faults, Path } from '../user-file/faults.ts';
import {
  adviceFor,
  type Fields,
  fieldsOf,
  flagOf,
  integerOf,
  isFields,
  itemOf,
  listOf,
  neededText,
  oneOf,
  textOf,
  textsOf,
} from '../user-file/fields.ts';
import { crossedAt } from '../vocabulary/crossed.ts';
import { SOURCE_IDS } from '../vocabulary/index.ts';
import { contentsOf, linesOf, sidesOf, styleOf } from './printing-file.ts';

/** Fields that are given; `path` is where they stand. */
export type DraftForm = Partial<TemplateForm> & {
  readonly form: FormId;
  /** Another form of the same file, whose fields this one takes over. */
  readonly like?: FormId;
  readonly path: Path;
};

export interface DraftTemplate extends Partial<Omit<Template, 'id' | 'forms' | 'wording' | 'jurisdiction'>> {
  readonly id: string;
  readonly extends?: string;
  readonly wording?: Partial<Wording>;
  /** How amounts are printed in all forms that do not say it themselves. */
  readonly amounts?: AmountFormat;
  /** Which forms are printed, in this order. */
  readonly order?: readonly FormId[];
  readonly forms: readonly DraftForm[];
}

const KEYS = [
  'id',
  'name',
  'extends',
  'stage',
  'years',
  'region',
  'levels',
  'explanation',
  'wording',
  'amounts',
  'page',
  'parts',
  'contents',
  'style',
  'sections',
  'tablesAfter',
  'order',
  'forms',
];

const UNITS: readonly MoneyUnit[] = ['元', '万元', '亿元'];
const CODES: readonly CodeLayout[] = ['one', 'split', 'none', 'in-name'];
const LEVELS: readonly Agency['level'][] = ['department', 'unit'];
const FORM_IDS: readonly FormId[] = FORMS.map(({ id }) => id);

/** Undefined where there is not even an id; every fault is told. */
export function draftTemplate(data: unknown, faults: Faults): DraftTemplate | undefined {
  const fields = fieldsOf(data, [], KEYS, faults);
  if (!fields) return faults.at([], '文件里没有模板，请写明 id、name、years 和 forms。');
  const id = neededText(fields, 'id', [], '模板的编号，如“地区-2023”', faults);
  if (id === undefined) return undefined;
  return given({
    id,
    name: textOf(fields, 'name', [], faults),
    extends: textOf(fields, 'extends', [], faults),
    stage: oneOf(fields, 'stage', [], STAGES, faults),
    years: yearsOf(fields.years, faults),
    region: textOf(fields, 'region', [], faults),
    levelWords: levelWordsOf(fields.levels, faults),
    explanation: textOf(fields, 'explanation', [], faults),
    wording: wordingOf(fields.wording, faults),
    amounts: amountsOf(fields, [], faults),
    page: oneOf(fields, 'page', [], ['landscape'] as const, faults),
    parts: oneOf(fields, 'parts', [], ['apart'] as const, faults),
    contents: contentsOf(fields.contents, faults),
    style: styleOf(fields.style, faults),
    sections: textsOf(fields, 'sections', [], faults),
    tablesAfter: textOf(fields, 'tablesAfter', [], faults),
    order: orderOf(fields, faults),
    forms: listOf(fields.forms, ['forms'], faults).flatMap((item, i) => draftForm(item, ['forms', i], faults) ?? []),
  });
}

/** `[2023]` from that year on, `[2021, 2022]` from one to the other. */
function yearsOf(value: unknown, faults: Faults): Template['years'] | undefined {
  if (value === undefined) return undefined;
  const years = Array.isArray(value) ? value : [value];
  const [from, to] = years;
  const fits = years.length >= 1 && years.length <= 2 && years.every((year) => Number.isInteger(year) && year > 1990);
  if (!fits || (to !== undefined && to < from))
    return faults.at(['years'], '“years”应为起止年度，例如 [2021, 2022]；只写 [2023] 是自 2023 年起。');
  return to === undefined ? [from] : [from, to];
}

function levelWordsOf(value: unknown, faults: Faults): Template['levelWords'] | undefined {
  const fields = fieldsOf(value, ['levels'], LEVELS, faults);
  if (!fields) return undefined;
  return {
    department: neededText(fields, 'department', ['levels'], '部门怎样称呼', faults) ?? '',
    unit: neededText(fields, 'unit', ['levels'], '单位怎样称呼', faults) ?? '',
  };
}

function wordingOf(value: unknown, faults: Faults): Partial<Wording> | undefined {
  const path = ['wording'];
  const fields = fieldsOf(value, path, ['cover', 'officeLevel', 'agency', 'period', 'unit', 'number'], faults);
  if (!fields) return undefined;
  return given({
    cover: textsOf(fields, 'cover', path, faults),
    officeLevel: textOf(fields, 'officeLevel', path, faults),
    agency: textOf(fields, 'agency', path, faults),
    period: textOf(fields, 'period', path, faults),
    unit: textOf(fields, 'unit', path, faults),
    number: textOf(fields, 'number', path, faults),
  });
}

/** `{ separators: true, zeros: true, decimals: 2 }` */
function amountsOf(fields: Fields, at: Path, faults: Faults): AmountFormat | undefined {
  const path = [...at, 'amounts'];
  const own = fieldsOf(fields.amounts, path, ['separators', 'zeros', 'decimals'], faults);
  if (!own) return undefined;
  const decimals = integerOf(own, 'decimals', path, faults);
  if (decimals !== undefined && (decimals < 0 || decimals > MOST_DECIMALS))
    faults.at([...path, 'decimals'], `“decimals”应是 0 到 ${MOST_DECIMALS} 的整数。`);
  return given({
    separators: flagOf(own, 'separators', path, faults),
    zeros: flagOf(own, 'zeros', path, faults),
    decimals,
  });
}

/** 万元 to the fen. */
const MOST_DECIMALS = 6;

function orderOf(fields: Fields, faults: Faults): readonly FormId[] | undefined {
  return textsOf(fields, 'order', [], faults)?.filter((id, i): id is FormId => isForm(id, ['order', i], faults));
}

function isForm(id: string, path: Path, faults: Faults): id is FormId {
  if ((FORM_IDS as readonly string[]).includes(id)) return true;
  faults.at(path, `不认识表“${id}”，${adviceFor(id, FORM_IDS)}可写的有 ${FORM_IDS.join('、')}。`);
  return false;
}

const FORM_KEYS = [
  'form',
  'like',
  'level',
  'title',
  'unit',
  'amounts',
  'code',
  'rows',
  'numbered',
  'total',
  'emptyNote',
  'columns',
  'sides',
  'lines',
  'indent',
  'addedByLaw',
];

function draftForm(item: unknown, path: Path, faults: Faults): DraftForm | undefined {
  const fields = itemOf(item, path, FORM_KEYS, faults);
  const form = fields && neededText(fields, 'form', path, `是哪张表，如 ${FORM_IDS[0]}`, faults);
  if (!fields || form === undefined || !isForm(form, [...path, 'form'], faults)) return undefined;
  return given({
    form,
    like: oneOf(fields, 'like', path, FORM_IDS, faults),
    level: oneOf(fields, 'level', path, LEVELS, faults),
    title: textOf(fields, 'title', path, faults),
    unit: oneOf(fields, 'unit', path, UNITS, faults),
    amounts: amountsOf(fields, path, faults),
    code: oneOf(fields, 'code', path, CODES, faults),
    rows: oneOf(fields, 'rows', path, ['unit', 'units'] as const, faults),
    numbered: flagOf(fields, 'numbered', path, faults),
    total: oneOf(fields, 'total', path, ['first', 'last'] as const, faults),
    emptyNote: textOf(fields, 'emptyNote', path, faults),
    columns: columnsOf(fields, form, path, faults),
    sides: sidesOf(fields, form, path, faults),
    ...linesOf(fields, path, faults),
    indent: flagOf(fields, 'indent', path, faults),
    addedByLaw: flagOf(fields, 'addedByLaw', path, faults),
    path,
  });
}

/** What a column may hold beside the amounts and texts of its form. */
const STRUCTURE = ['index', 'code', 'name', 'label'];

/** Of which budget a column is, behind its id. */
const PERIOD = /@[a-z-]+$/;

/** `- total: 合计`, `- subtotal: [本年收入, 小计]`: an id and its headers from top to bottom. */
function columnsOf(fields: Fields, form: FormId, at: Path, faults: Faults): readonly PrintedColumn[] | undefined {
  if (fields.columns === undefined) return undefined;
  const ids = [...STRUCTURE, ...formById(form).columns.map(({ id }) => id)];
  return listOf(fields.columns, [...at, 'columns'], faults).flatMap((item, i): PrintedColumn[] => {
    const path = [...at, 'columns', i];
    const entries = isFields(item) ? Object.entries(item) : [];
    const [id, headers] = entries[0] ?? [];
    if (id === undefined || entries.length !== 1) {
      faults.at(path, '每一列写一行“- 列: 表头”，多层表头写“- 列: [上层, 下层]”。');
      return [];
    }
    if (!ids.includes(id) && !ids.includes(id.replace(PERIOD, '')) && !isCrossed(id, ids))
      faults.at(
        [...path, id],
        `${formById(form).name}没有“${id}”这一列，${adviceFor(id, ids)}可写的有 ${ids.join('、')}。`,
        'name',
      );
    return [[id, ...(textsOf({ [id]: headers }, id, path, faults) ?? [])]];
  });
}

/** `carryover-from-unit-funds`: a measure of the form by one of the sources that the field knows. */
function isCrossed(id: string, ids: readonly string[]): boolean {
  const crossed = crossedAt(id);
  return crossed !== undefined && ids.includes(crossed.measure) && CROSSING.includes(crossed.source);
}

const CROSSING: readonly string[] = [...SOURCE_IDS, 'unit-funds'];

/** Without the fields that are not given. */
function given<T extends object>(
  fields: T,
): { [K in keyof T as T[K] extends undefined ? never : K]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
