/** The rows of a spreadsheet as a roster: columns by their headers, and every fault in words with its row. Pure. */
import { lookup } from '@mingsuan/core/classification/index';
import { stageInTitle } from '@mingsuan/core/model/document-kinds';
import type { RosterEntry } from './roster.ts';

type Field = 'region' | 'code' | 'name' | 'level' | 'year' | 'stage' | 'deadline' | 'source';

/** What a header says of its column; the first that fits. */
const HEADERS: readonly (readonly [RegExp, Field])[] = [
  [/区划/, 'region'],
  [/截止|期限|应公开/, 'deadline'],
  [/依据|来源/, 'source'],
  [/年度|年份/, 'year'],
  [/文种|类型|预算\/决算/, 'stage'],
  [/级别|层级/, 'level'],
  [/代码|编码/, 'code'],
  [/名称|单位|部门/, 'name'],
];

const NEEDED: Readonly<Partial<Record<Field, string>>> = {
  name: '单位名称',
  year: '年度',
  stage: '文种（预算或决算）',
  deadline: '截止日期',
  source: '依据',
};

export interface RosterRows {
  readonly entries: readonly RosterEntry[];
  /** One Chinese sentence each. */
  readonly faults: readonly string[];
}

/** `rows`: the cells of a sheet as text; the first row that has a name and a deadline is the header. */
export function rosterOf(rows: readonly (readonly string[])[]): RosterRows {
  const top = rows.findIndex((row) => {
    const fields = row.map(fieldOf);
    return fields.includes('name') && fields.includes('deadline');
  });
  if (top < 0) return { entries: [], faults: ['没有找到表头，应有“单位名称、年度、文种、截止日期、依据”各列。'] };
  const columns = rows[top]!.map(fieldOf);
  const missing = (Object.keys(NEEDED) as Field[]).filter((field) => !columns.includes(field));
  if (missing.length > 0) {
    return { entries: [], faults: [`表头缺少：${missing.map((field) => NEEDED[field]).join('、')}。`] };
  }
  const read = rows.slice(top + 1).flatMap((row, i) => {
    const at = (field: Field) => (row[columns.indexOf(field)] ?? '').trim();
    return row.every((cell) => cell.trim() === '') ? [] : [entryOf(at, top + i + 2)];
  });
  return {
    entries: read.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    faults: read.filter((one) => typeof one === 'string'),
  };
}

const fieldOf = (header: string): Field | undefined => HEADERS.find(([pattern]) => pattern.test(header))?.[1];

/** An entry, or what is wrong with the row. */
function entryOf(at: (field: Field) => string, row: number): RosterEntry | string {
  const name = at('name');
  const year = /^((?:19|20|21)\d\d)年?$/.exec(at('year'))?.[1];
  const stage = stageInTitle(at('stage'));
  const deadline = dateOf(at('deadline'));
  const region = at('region');
  const place = /^\d{6}$/.test(region) ? lookup('region', region) : undefined;
  if (name === '') return `第 ${row} 行没有单位名称。`;
  if (!year) return `第 ${row} 行“${name}”的年度不对，应是四位数字。`;
  if (!stage) return `第 ${row} 行“${name}”的文种不对，应写预算或决算。`;
  if (!deadline) return `第 ${row} 行“${name}”的截止日期不对，应写成 2026-02-28。`;
  if (at('source') === '') return `第 ${row} 行“${name}”没有写依据。`;
  if (region !== '' && !place) return `第 ${row} 行“${name}”的区划代码“${region}”不对，应是 6 位区划代码。`;
  const code = at('code');
  return {
    agency: { ...(code === '' ? {} : { code }), name, level: /单位|本级/.test(at('level')) ? 'unit' : 'department' },
    ...(place ? { region: { code: place.code, name: place.name } } : {}),
    year: Number(year),
    stage,
    deadline,
    source: at('source'),
  };
}

/** `2026-02-28` of 2026-2-28, 2026/2/28 and 2026年2月28日; undefined for what is no day. */
function dateOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s|$)/.exec(`${text} `) ?? [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : undefined;
}
