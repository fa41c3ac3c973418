/** The yearly report as figures: by table, item and field; by item and economic section; by line. Amounts are fen. */
import { codesOfLevel } from '../../classification/index.ts';
import type { SheetText } from '../../ledger/find-sheets.ts';
import { lazy } from '../../memo.ts';
import { addressOf } from '../../model/cell-address.ts';
import type { Origin } from '../../model/values.ts';
import type { Fen } from '../../money.ts';
import { squeeze } from '../../text/fold.ts';
import { lineKey } from '../../text/numbering.ts';
import { conceptById, conceptsOfSide, FUND_IDS } from '../../vocabulary/index.ts';
import { type AgencyLine, linesWith, tablesWith, type YearlyTable, type YearlyWords } from './mapping.ts';
import { projectsIn, type YearlyProject } from './project-rows.ts';
import { columnUnder, type FoundTable, itemRows, type LabelledRow, labelledBlocks, tableOf } from './table.ts';

export type ByField = Readonly<Record<string, Fen>>;
export type BySection = ReadonlyMap<string, Fen>;

/** A table by economic section, and whose money it tells. */
export interface SectionTable {
  readonly table: YearlyTable;
  readonly items: ReadonlyMap<string, BySection>;
}

/** One of the three figures of a line: 年初预算数, 全年预算数, 决算数. */
export type Figure = 'initial' | 'adjusted' | 'actual';
const FIGURES: readonly Figure[] = ['initial', 'adjusted', 'actual'];

export interface YearlyNote {
  readonly message: string;
  readonly origin: Origin;
}

export interface YearlyReport {
  /** Numbers of the tables that were read. */
  readonly read: readonly string[];
  /** Tables by functional item, by their numbers. */
  readonly byItem: ReadonlyMap<string, ReadonlyMap<string, ByField>>;
  readonly sections: readonly SectionTable[];
  /** 财决06表 */
  readonly projects: readonly YearlyProject[];
  /** 财决01表: balance lines by side and role, `revenue/本年收入合计`. */
  readonly balance: ReadonlyMap<string, Readonly<Partial<Record<Figure, Fen>>>>;
  /** 财决01-1表: quantities of the appropriations: `general-public[201].total`. */
  readonly appropriations: ReadonlyMap<string, Readonly<Partial<Record<Figure, Fen>>>>;
  /** 财决附03表 */
  readonly agency: {
    readonly amounts: ReadonlyMap<string, Readonly<Partial<Record<Figure, Fen>>>>;
    readonly stated: Readonly<Record<string, Fen>>;
    readonly counts: Readonly<Record<string, number>>;
  };
  readonly names: Readonly<Record<string, string>>;
  readonly notes: readonly YearlyNote[];
}

/** Whether a workbook is a yearly report: several of its sheets are tables of it. */
export const isYearlyReport = (sheets: readonly SheetText[], words: YearlyWords = {}): boolean =>
  sheets.filter((sheet) => tableOf(sheet, tablesWith(words)) !== undefined).length > 1;

/** Reads all tables of the report that a workbook has; what a table prints and nobody understood is noted with its cell. */
export function readYearlyReport(sheets: readonly SheetText[], words: YearlyWords = {}): YearlyReport {
  const notes: YearlyNote[] = [];
  const found = sheets.flatMap((sheet) => tableOf(sheet, tablesWith(words)) ?? []);
  const tell = (table: FoundTable, row: number, column: number, message: string) =>
    notes.push({ message, origin: { sheet: table.sheet.name, address: addressOf(row, column) } });
  const byItem = new Map<string, Map<string, ByField>>();
  const sections: SectionTable[] = [];
  const projects: YearlyProject[] = [];
  const balance = new Map<string, Partial<Record<Figure, Fen>>>();
  const appropriations = new Map<string, Partial<Record<Figure, Fen>>>();
  const agency = { amounts: new Map(), stated: {}, counts: {} } as Agency;
  const names: Record<string, string> = {};
  for (const table of found) {
    if (table.table.byProject) projects.push(...projectsIn(table));
    else if (table.table.columns) byItem.set(table.table.id, fieldsByItem(table, names));
    else if (table.table.byEconomic) sections.push(sectionsByItem(table, names, tell));
    else if (table.table.id === '01') readBalance(table, balance);
    else if (table.table.id === '01-1') readAppropriations(table, appropriations);
    else readAgency(table, linesWith(words), agency, tell);
  }
  const read = found.map(({ table }) => table.id);
  return { read, byItem, sections, projects, balance, appropriations, agency, names, notes };
}

type Tell = (table: FoundTable, row: number, column: number, message: string) => void;

function fieldsByItem(table: FoundTable, names: Record<string, string>): Map<string, ByField> {
  const columns = Object.entries(table.table.columns!).flatMap(([field, ways]) => {
    const at = columnUnder(table, ways);
    return at === undefined ? [] : [[field, at] as const];
  });
  const items = new Map<string, Record<string, Fen>>();
  for (const { item, name, fenAt } of itemRows(table)) {
    const own = items.get(item) ?? {};
    items.set(item, own);
    if (name !== '') names[item] ??= name;
    for (const [field, at] of columns) own[field] = (own[field] ?? 0) + fenAt(at);
  }
  return items;
}

/** Sections by the names of their class and their own: 其他支出 is a section of several classes. */
const sectionsByName = lazy((): ReadonlyMap<string, string> => {
  const classes = new Map(codesOfLevel('economic', 1).map(({ code, name }) => [code, squeeze(name)] as const));
  return new Map(
    codesOfLevel('economic', 2).map(({ code, name }) => [`${classes.get(code.slice(0, 3))}/${squeeze(name)}`, code]),
  );
});

function sectionsByItem(table: FoundTable, names: Record<string, string>, tell: Tell): SectionTable {
  const known = sectionsByName();
  const columns: (readonly [code: string, at: number])[] = [];
  const strange: number[] = [];
  for (const [at, path] of table.paths.entries()) {
    const [own, ...printed] = [...path].reverse();
    // 其他支出 below the class of the same name is told once.
    const isOfItself = printed.length === 0 && table.paths.some((each) => each.length > 1 && each[0] === own);
    const above = isOfItself ? path : printed;
    if (own === undefined || /^(?:小计|合计|类|款|项|科目名称|.*科目编码)$/.test(own) || above.length === 0) continue;
    const code = above.flatMap((name) => known.get(`${name}/${own}`) ?? /^\d{5}/.exec(own)?.[0] ?? [])[0];
    if (code) columns.push([code, at]);
    else strange.push(at);
  }
  const items = new Map<string, Map<string, Fen>>();
  for (const { item, name, row, fenAt } of itemRows(table)) {
    const own = items.get(item) ?? new Map<string, Fen>();
    items.set(item, own);
    if (name !== '') names[item] ??= name;
    for (const [code, at] of columns) if (fenAt(at) !== 0) own.set(code, (own.get(code) ?? 0) + fenAt(at));
    for (const at of strange)
      if (fenAt(at) !== 0) tell(table, row, at, `经济科目“${table.paths[at]!.at(-1)}”没有认出，这一格没有导入。`);
  }
  return { table: table.table, items };
}

const figuresOf = (line: LabelledRow, below?: string): Partial<Record<Figure, Fen>> =>
  Object.fromEntries(
    FIGURES.flatMap((which) => {
      const fen = line.fen(which, below);
      return fen === undefined ? [] : [[which, fen]];
    }),
  );

/** The revenue lines and, beside them, expenditure by function; the block by nature says the same once more. */
function readBalance(table: FoundTable, balance: Map<string, Partial<Record<Figure, Fen>>>): void {
  const [revenue = [], expenditure = [], further = []] = labelledBlocks(table);
  // Sums of the whole expenditure side may stand in its last block only.
  const sides = [
    ['revenue', revenue],
    ['expenditure', further],
    ['expenditure', expenditure],
  ] as const;
  for (const [side, lines] of sides) {
    const concepts = conceptsOfSide(
      side,
      lines.map(({ label }) => lineKey(label)),
    );
    for (const [i, line] of lines.entries()) {
      const role = concepts[i]?.role ?? concepts[i]?.id;
      const figures = figuresOf(line);
      if (role && Object.keys(figures).length > 0) balance.set(`${side}/${role}`, figures);
    }
  }
}

const FUND_WORDS = FUND_IDS.map(
  (id) => [id, `${conceptById(id).name.replace(/财政拨款.*$|拨款.*$|收入$/, '')}`] as const,
);

/** The fund that a label or heading names. */
const fundNamed = (text: string) =>
  FUND_WORDS.find(([, words]) => squeeze(text).includes(squeeze(words).slice(0, 5)))?.[0];

/** Each fund's expenditure as a whole and by class. */
function readAppropriations(table: FoundTable, found: Map<string, Partial<Record<Figure, Fen>>>): void {
  const [, expenditure = []] = labelledBlocks(table);
  const headings = [...new Set(table.paths.flatMap((path) => path.at(-1) ?? []))];
  const columns = headings.flatMap((heading) => {
    const fund = fundNamed(heading);
    return fund ? [[fund, heading] as const] : [];
  });
  for (const line of expenditure) {
    const key = lineKey(line.label);
    const code = CLASS_OF().get(key);
    const row = /^本年支出/.test(key) ? 'total' : code;
    if (row === undefined) continue;
    for (const [fund, heading] of columns) found.set(`${fund}[${row}].total`, figuresOf(line, heading));
  }
}

const CLASS_OF = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(codesOfLevel('function', 1).map(({ code, name }) => [lineKey(name), code])),
);

interface Agency {
  readonly amounts: Map<string, Partial<Record<Figure, Fen>>>;
  readonly stated: Record<string, Fen>;
  readonly counts: Record<string, number>;
}

/** A label without its number, 其中 and the unit that it counts in. */
const agencyKey = (label: string): string =>
  lineKey(label)
    .replace(/^其中[：:]?/, '')
    .replace(/[（(](?:个|人|辆|台、?套?|台[，,（(]套[）)]?|批次|人次|次)[）)]$/, '');

function readAgency(table: FoundTable, known: readonly AgencyLine[], agency: Agency, tell: Tell): void {
  const lines = new Map(known.flatMap((line) => line.says.map((says) => [agencyKey(says), line] as const)));
  for (const row of labelledBlocks(table).flat()) {
    const line = lines.get(agencyKey(row.label));
    const shown = row.text('actual');
    if (!line) {
      const isHead = shown === undefined || BESIDE.test(agencyKey(row.label));
      if (!isHead) tell(table, row.row, row.column, `“${row.label.trim()}”没有对应的内容，没有导入。`);
      continue;
    }
    if (line.count !== undefined) {
      const count = /^[\d,，]+(?:\.0+)?$/.test(shown ?? '')
        ? Math.round(Number(shown!.replace(/[,，]/g, '')))
        : undefined;
      if (count !== undefined) agency.counts[line.count] = count;
      else if (shown !== undefined)
        tell(table, row.row, row.column, `“${row.label.trim()}”的“${shown}”不是整数，没有导入。`);
      continue;
    }
    const figures = figuresOf(row);
    if (line.amount !== undefined) agency.amounts.set(line.amount, figures);
    else if (line.stated !== undefined && figures.actual !== undefined) agency.stated[line.stated] = figures.actual;
  }
  fillNothing(agency);
}

/** Wholes with their parts: where the filled parts come to the whole, a blank part is nothing. */
const WHOLES: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ['three-publics[hospitality]', ['hospitality[domestic]', 'hospitality[abroad]']],
  ['procurement[total]', ['procurement[goods]', 'procurement[works]', 'procurement[services]']],
  ['hospitality[domestic]', ['hospitality[foreign]']],
];

function fillNothing({ amounts, stated }: Agency): void {
  for (const [whole, parts] of WHOLES) {
    const all = stated[whole] ?? amounts.get(whole)?.actual;
    const filled = parts.reduce((sum, part) => sum + (stated[part] ?? 0), 0);
    if (all === filled) for (const part of parts) stated[part] ??= 0;
  }
}

/** Lines of the table that no disclosure speaks of. */
const BESIDE = /^(?:会议费|培训费|差旅费|“?三公”?经费支出|相关统计数|国有资产占用情况|政府采购支出信息|资产信息)/;
