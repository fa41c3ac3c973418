/** What differs between two versions of a ledger, line by line and to the fen: what a reviewer reads after a return. */
import { lookup } from '../classification/index.ts';
import type { Fen } from '../money.ts';
import { AREAS, type Area, answerOf } from './areas.ts';
import type { Ledger, SpendingLine } from './ledger.ts';
import { projectKey } from './projects.ts';
import { FUND_LABELS } from './sheet-columns.ts';
import { sheetOf } from './sheet-rows.ts';
import { rowsOfLedger } from './sheet-texts.ts';
import type { LedgerSheet, SheetId } from './sheets.ts';

/** One line of money, absent amounts: the line is not there; or a cell of words or counts with what it said and says. */
export interface LedgerDifference {
  /** 收入, 基本支出, 项目支出, … */
  readonly part: string;
  readonly label: string;
  readonly before?: Fen;
  readonly after?: Fen;
  readonly change?: Fen;
  readonly was?: string;
  readonly now?: string;
}

interface Line {
  readonly part: string;
  readonly label: string;
  readonly fen: Fen;
}

/** Lines of money first, in the order of the sheets; then words and counts, cell by cell. */
export function ledgerDifferences(before: Ledger, after: Ledger): readonly LedgerDifference[] {
  return [...moneyDifferences(before, after), ...wordDifferences(before, after)];
}

function moneyDifferences(before: Ledger, after: Ledger): readonly LedgerDifference[] {
  const [a, b] = [summed(before), summed(after)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key): LedgerDifference[] => {
    const [was, is] = [a.get(key), b.get(key)];
    const change = (is?.fen ?? 0) - (was?.fen ?? 0);
    if (was && is && change === 0) return [];
    const { part, label } = (is ?? was)!;
    return [{ part, label, ...(was ? { before: was.fen } : {}), ...(is ? { after: is.fen } : {}), change }];
  });
}

/** Lines that say the same but for the amount are one. */
function summed(ledger: Ledger): ReadonlyMap<string, Line> {
  const sums = new Map<string, Line>();
  for (const line of linesOf(ledger)) {
    const key = `${line.part}\n${line.label}`;
    sums.set(key, { ...line, fen: (sums.get(key)?.fen ?? 0) + line.fen });
  }
  return sums;
}

const FUND_NAMES: ReadonlyMap<string, string> = new Map(FUND_LABELS);

function linesOf({
  revenue,
  basic,
  projects,
  other,
  distributed = [],
  left,
  procurement,
  assets,
  names = {},
}: Ledger): readonly Line[] {
  const named = (list: 'function' | 'economic', code: string) =>
    `${code} ${names[code] ?? lookup(list, code)?.name ?? ''}`.trim();
  const source = ({ fund, carried }: { readonly fund: string; readonly carried?: boolean | undefined }) =>
    `${FUND_NAMES.get(fund) ?? fund}${carried ? '（上年结转）' : ''}`;
  const spending = (line: SpendingLine) =>
    [named('function', line.item), ...(line.economic ? [named('economic', line.economic)] : []), source(line)].join(
      ' · ',
    );
  return [
    ...revenue.map((line) => ({ part: '收入', label: source(line), fen: line.fen })),
    ...basic.map((line) => ({
      part: line.nature === 'personnel' ? '基本支出（人员经费）' : '基本支出（公用经费）',
      label: spending(line),
      fen: line.fen,
    })),
    ...projects.flatMap((project) =>
      project.lines.map((line) => ({
        part: '项目支出',
        label: `${projectKey(project)} · ${spending(line)}`,
        fen: line.fen,
      })),
    ),
    ...other.map((line) => ({ part: '其他支出', label: spending(line), fen: line.fen })),
    ...distributed.map((line) => ({ part: '结余分配', label: spending(line), fen: line.fen })),
    ...left.map((line) => ({ part: '年终结转结余', label: spending(line), fen: line.fen })),
    ...procurement.flatMap((item) =>
      item.amounts.map((line) => ({ part: '政府采购', label: `${item.item} · ${source(line)}`, fen: line.fen })),
    ),
    ...assets.flatMap(({ label, value }) => (value === undefined ? [] : [{ part: '资产', label, fen: value }])),
  ];
}

/** Sheets of words and counts, which are compared cell by cell, with the columns that say what a row is about. */
const OF_WORDS: Readonly<Partial<Record<SheetId, readonly string[]>>> = {
  unit: [],
  projects: ['code', 'name'],
  targets: ['project', 'level1', 'level2', 'level3'],
  organization: ['unit'],
  counts: ['key'],
  amounts: ['key'],
  'last-year': ['key'],
  purposes: ['item'],
  texts: ['key', 'project', 'paragraph', 'sentence'],
  glossary: ['term'],
};

function wordDifferences(before: Ledger, after: Ledger): readonly LedgerDifference[] {
  const [was, now] = [rowsOfLedger(before, undefined), rowsOfLedger(after, undefined)];
  const inSheets = (Object.entries(OF_WORDS) as [SheetId, readonly string[]][]).flatMap(([id, keys]) => {
    const sheet = sheetOf(id);
    const isKey = sheet.columns.map(({ field }) => keys.includes(field));
    return rowDifferences(sheet, isKey, was[id], now[id]);
  });
  return [...answerDifferences(before, after), ...inSheets];
}

/** What is filled in is answered, whether somebody said so or not. */
function answerDifferences(before: Ledger, after: Ledger): readonly LedgerDifference[] {
  const told = (ledger: Ledger, area: Area) => ({ some: '有', none: '无', open: '' })[answerOf(ledger, area) ?? 'open'];
  return AREAS.flatMap((area) => {
    const [was, now] = [told(before, area), told(after, area)];
    return was === now ? [] : [{ part: sheetOf('answers').name, label: area.name, was, now }];
  });
}

type Cells = readonly string[];

interface Row {
  /** What the row is about, in words. */
  readonly label: string;
  readonly cells: Cells;
}

function rowDifferences(
  { name: part, columns }: LedgerSheet,
  isKey: readonly boolean[],
  before: readonly Cells[],
  after: readonly Cells[],
): readonly LedgerDifference[] {
  const [was, now] = [byKey(before, isKey), byKey(after, isKey)];
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((key): LedgerDifference[] => {
    const [then, is] = [was.get(key), now.get(key)];
    const { label } = (is ?? then)!;
    const changed = columns.flatMap(({ header }, i) => {
      const [a, b] = [then?.cells[i] ?? '', is?.cells[i] ?? ''];
      return isKey[i] || a === b ? [] : [{ part, label: [label, header].filter(Boolean).join(' · '), was: a, now: b }];
    });
    // A row that says nothing but what it is about is there or not.
    if (changed.length === 0 && !(then && is)) return [{ part, label, was: then ? label : '', now: is ? label : '' }];
    return changed;
  });
}

/** Rows by what they are about; those that are about the same by their order. */
function byKey(rows: readonly Cells[], isKey: readonly boolean[]): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  for (const cells of rows) {
    const label = cells.filter((text, i) => isKey[i] && text !== '').join(' · ');
    let key = label;
    for (let i = 2; found.has(key); i++) key = `${label} #${i}`;
    found.set(key, { label, cells });
  }
  return found;
}
