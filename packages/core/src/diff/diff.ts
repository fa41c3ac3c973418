/**
 * Two disclosures compared: years, versions, budget and final accounts, also of different templates. Rows are told by code
 * or by what their line means, so that 收入总计 of one is 总计 of the other.
 */
import type { Disclosure, FormId, Side } from '../disclosure.ts';
import { type DisclosureGrids, gridsOf } from '../equations/disclosure-grids.ts';
import type { TableGrid } from '../equations/table-grid.ts';
import { judge } from '../equations/verdict.ts';
import { groupBy } from '../group-by.ts';
import { KINDS, type RecordRow, type TableFormId, type TableKind } from '../kinds/index.ts';
import { rowsOf } from '../model/tables.ts';
import type { Fen } from '../money.ts';
import { percentOf } from './percent.ts';

export { percentOf } from './percent.ts';

/** `same` also where printing units explain the difference: 12.35 万元 and 123456.78 元. */
export type DiffStatus = 'same' | 'changed' | 'added' | 'removed';

/** A figure on both sides in fen; a blank or unprinted one is absent and counts as nothing. */
export interface DiffCell {
  readonly before?: Fen;
  readonly after?: Fen;
  /** After less before. */
  readonly change: Fen;
  /** Of `before`, with two decimals: `-1.07`. Absent where before is nothing. */
  readonly percent?: string;
}

export interface DiffRow {
  readonly form: FormId;
  /** Which half of a balance form. */
  readonly side?: Side;
  /** Code, meaning of the line (`本年收入合计`), project or item name. */
  readonly key: string;
  /** As `b` prints it; as `a` does where it was removed. */
  readonly label: string;
  readonly status: DiffStatus;
  readonly cells: Readonly<Record<string, DiffCell>>;
}

/** What changed from `a` to `b`, in printing order; rows blank on both sides are left out. */
export function diffDisclosures(a: Disclosure, b: Disclosure): readonly DiffRow[] {
  const [before, after] = [gridsOf(a), gridsOf(b)];
  const names = mergeKeys([...before.tables.keys()], [...after.tables.keys()]);
  return [
    ...names.flatMap((name) => diffGrids(gridOf(before, name), gridOf(after, name))),
    ...KINDS.flatMap((kind) => diffRows(a, b, kind)),
  ];
}

const gridOf = ({ tables }: DisclosureGrids, name: string): TableGrid | undefined => tables.get(name);

/** Rows by key; a key that stands several times is told by its count. */
function rowsByKey(grid: TableGrid | undefined): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const seen = new Map<string, number>();
  grid?.rows.forEach(({ key }, r) => {
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    rows.set(nth === 0 ? key : `${key}\u0000${nth}`, r);
  });
  return rows;
}

/** Lines that add up others: where one template has no such line, nothing was added or removed. */
const SUMS: readonly string[] = ['财政拨款收入', '本年收入合计', '本年支出合计'];

function diffGrids(before: TableGrid | undefined, after: TableGrid | undefined): DiffRow[] {
  const [old, now] = [rowsByKey(before), rowsByKey(after)];
  const isPrinted = (grid: TableGrid | undefined, column: string) =>
    !grid || grid.rows.length === 0 || grid.columns.includes(column);
  // A column that one table does not have says nothing of what it would hold.
  const columns = mergeKeys(before?.columns ?? [], after?.columns ?? []).filter(
    (column) => isPrinted(before, column) && isPrinted(after, column),
  );
  const { form, side } = (after ?? before)!;
  const tolerance2 = (before?.step ?? 0) + (after?.step ?? 0);
  return mergeKeys([...old.keys()], [...now.keys()]).flatMap((id): DiffRow[] => {
    const [r, s] = [old.get(id), now.get(id)];
    if (SUMS.includes(id) && before && after && (r === undefined || s === undefined)) return [];
    const cells: Record<string, DiffCell> = {};
    const isWhole = printsWholeOnly(before, r) || printsWholeOnly(after, s);
    for (const column of columns) {
      if (isWhole && column !== WHOLE) continue;
      const cell = diffCell(figureAt(before, r, column), figureAt(after, s, column));
      if (cell) cells[column] = cell;
    }
    const all = Object.values(cells);
    if (all.length === 0) return [];
    const label = (s === undefined ? before!.rows[r!]! : after!.rows[s]!).label;
    const key = id.split('\u0000')[0]!;
    return [{ form, ...(side ? { side } : {}), key, label, status: statusOf(all, tolerance2), cells }];
  });
}

const WHOLE = 'total';

/** A row that prints its total and nothing of what it is made of: its other columns say nothing, as in accounts that part persons and offices by the side. */
function printsWholeOnly(grid: TableGrid | undefined, row: number | undefined): boolean {
  if (!grid || row === undefined || grid.columns.length < 2 || !figureAt(grid, row, WHOLE)) return false;
  return grid.columns.every((column) => column === WHOLE || !figureAt(grid, row, column));
}

function figureAt(grid: TableGrid | undefined, row: number | undefined, column: string): Fen | undefined {
  const at = grid?.columnIndex.get(column);
  if (!grid || row === undefined || at === undefined) return undefined;
  return grid.cells[row * grid.columns.length + at]?.fen;
}

function diffCell(before: Fen | undefined, after: Fen | undefined): DiffCell | undefined {
  if (before === undefined && after === undefined) return undefined;
  const change = (after ?? 0) - (before ?? 0);
  const percent = percentOf(change, before ?? 0);
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    change,
    ...(percent === undefined ? {} : { percent }),
  };
}

/** An item is new where nothing was, and gone where nothing is: what stands there as 0.00 is nothing too. */
function statusOf(cells: readonly DiffCell[], tolerance2: number): DiffStatus {
  if (cells.every(({ change }) => judge(change, tolerance2, '=') !== 'violated')) return 'same';
  if (cells.every(({ before }) => !before)) return 'added';
  return cells.every(({ after }) => !after) ? 'removed' : 'changed';
}

/** Rows that a kind tells by a name, such as projects; `changed` where what they say is not the same. */
function diffRows(before: Disclosure, after: Disclosure, kind: TableKind<RecordRow, TableFormId>): DiffRow[] {
  const { identity } = kind;
  if (!identity) return [];
  const [old, now] = [before, after].map((of) => groupBy(rowsOf(of, kind), identity)) as [Named, Named];
  return mergeKeys([...old.keys()], [...now.keys()]).map((key): DiffRow => {
    const [a, b] = [old.get(key), now.get(key)];
    const status = !a ? 'added' : !b ? 'removed' : said(a) === said(b) ? 'same' : 'changed';
    return { form: kind.id, key, label: key, status, cells: {} };
  });
}

type Named = ReadonlyMap<string, readonly RecordRow[]>;

/** What rows say, wherever they stand and whatever their table is titled. */
const said = (rows: readonly RecordRow[]): string =>
  JSON.stringify(rows, (name, value: unknown) => (name === 'origin' || name === 'title' ? undefined : value));

const CODE = /^\d{3,7}$/;

/** The keys of `b` in their order, those of `a` alone among them: codes by their order, others after what they stood after. */
function mergeKeys(a: readonly string[], b: readonly string[]): readonly string[] {
  const merged = [...b];
  const known = new Set(b);
  a.forEach((key, i) => {
    if (known.has(key)) return;
    const next = CODE.test(key) ? merged.findIndex((other) => CODE.test(other) && other > key) : -1;
    merged.splice(next >= 0 ? next : merged.indexOf(a[i - 1] ?? '') + 1, 0, key);
    known.add(key);
  });
  return merged;
}
