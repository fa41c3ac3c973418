/**
 * Two people who went on from the same rows: what each changed is kept, cell by cell. Where both changed the same cell the one's
 * text stands and both are told, so that a person chooses; a row that one took out and the other changed stays and is told.
 */
import { bySheet, type SheetRows } from './sheet-rows.ts';
import type { SheetId } from './sheets.ts';

/** Of a cell; without `column` of a whole row that one of both took out. Texts are those of the cell, `row` counts in the merged rows. */
export interface MergeConflict {
  readonly sheet: SheetId;
  readonly row: number;
  readonly column?: number;
  readonly mine: string;
  readonly theirs: string;
}

export interface MergedRows {
  readonly rows: SheetRows;
  readonly conflicts: readonly MergeConflict[];
}

type Cells = readonly string[];
type Rows = readonly Cells[];

/** What `mine` and `theirs` made of `base`, together; in a conflict the text of `mine` stands. */
export function mergeRows(base: SheetRows, mine: SheetRows, theirs: SheetRows): MergedRows {
  const conflicts: MergeConflict[] = [];
  const rows = bySheet(({ id }) => {
    const merged = mergeSheet(base[id], mine[id], theirs[id]);
    conflicts.push(...merged.conflicts.map((conflict) => ({ ...conflict, sheet: id })));
    return merged.rows;
  });
  return { rows, conflicts };
}

const keyOf = (cells: Cells): string => JSON.stringify(cells);
const isSame = (a: Rows, b: Rows): boolean => a.length === b.length && a.every((cells, i) => sameCells(cells, b[i]!));
const sameCells = (a: Cells, b: Cells): boolean => a.length === b.length && a.every((text, i) => text === b[i]);

type SheetConflict = Omit<MergeConflict, 'sheet'>;

function mergeSheet(
  base: Rows,
  mine: Rows,
  theirs: Rows,
): { readonly rows: Rows; readonly conflicts: readonly SheetConflict[] } {
  if (isSame(theirs, base) || isSame(mine, theirs)) return { rows: mine, conflicts: [] };
  if (isSame(mine, base)) return { rows: theirs, conflicts: [] };
  const [own, other] = [pairsOf(base, mine), pairsOf(base, theirs)];
  const rows: Cells[] = [];
  const conflicts: SheetConflict[] = [];
  const insert = (before: number) => {
    const [a, b] = [own.newBefore(before), other.newBefore(before)];
    const known = new Set(a.map(keyOf));
    rows.push(...b.filter((cells) => !known.has(keyOf(cells))), ...a);
  };
  for (const [i, was] of base.entries()) {
    insert(i);
    const [a, b] = [own.at(i), other.at(i)];
    if (!a || !b) {
      const left = a ?? b;
      if (!left || sameCells(left, was)) continue;
      conflicts.push({ row: rows.length, mine: a ? textOf(a) : '', theirs: b ? textOf(b) : '' });
      rows.push(left);
      continue;
    }
    const merged = Array.from({ length: Math.max(a.length, b.length) }, (_, column) => {
      const [x = '', y = '', before = ''] = [a[column], b[column], was[column]];
      if (x !== y && x !== before && y !== before) conflicts.push({ row: rows.length, column, mine: x, theirs: y });
      return x === before ? y : x;
    });
    rows.push(merged);
  }
  insert(base.length);
  return { rows, conflicts };
}

const textOf = (cells: Cells): string => cells.filter((text) => text !== '').join(' · ');

interface Pairs {
  /** What became of a row of the base; undefined: it was taken out. */
  readonly at: (row: number) => Cells | undefined;
  /** Rows that the base does not have and that stand before what became of one of its rows, or at the end. */
  readonly newBefore: (row: number) => Rows;
}

/** Which row is which: rows that are the same anchor the others, which are paired by how many of their cells are. */
function pairsOf(base: Rows, changed: Rows): Pairs {
  const place = new Map<number, number>();
  const anchors = [...anchorsOf(base, changed), [base.length, changed.length] as const];
  let [from, at] = [0, 0];
  for (const [until, end] of anchors) {
    pairGap(base, changed, [from, until], [at, end], place);
    if (until < base.length) place.set(until, end);
    [from, at] = [until + 1, end + 1];
  }
  const rowOf = new Map([...place].map(([row, now]) => [now, row] as const));
  const fresh = new Map<number, Cells[]>();
  let before = 0;
  for (const [now, cells] of changed.entries()) {
    const row = rowOf.get(now);
    if (row === undefined) fresh.set(before, [...(fresh.get(before) ?? []), cells]);
    else before = row + 1;
  }
  return { at: (row) => changed[place.get(row) ?? -1], newBefore: (row) => fresh.get(row) ?? [] };
}

/** Rows that both have once and in the same order, and those of the same beginning and end. */
function anchorsOf(base: Rows, changed: Rows): readonly (readonly [row: number, now: number])[] {
  let start = 0;
  while (start < base.length && start < changed.length && sameCells(base[start]!, changed[start]!)) start++;
  let end = 0;
  const left = Math.min(base.length, changed.length) - start;
  while (end < left && sameCells(base[base.length - 1 - end]!, changed[changed.length - 1 - end]!)) end++;
  const head = Array.from({ length: start }, (_, i) => [i, i] as const);
  const tail = Array.from({ length: end }, (_, i) => [base.length - end + i, changed.length - end + i] as const);
  const once = onceIn(changed, start, changed.length - end);
  const between = [...onceIn(base, start, base.length - end)].flatMap(([key, row]) => {
    const now = once.get(key);
    return now === undefined ? [] : [[row, now] as const];
  });
  return [...head, ...rising(between), ...tail];
}

function onceIn(rows: Rows, from: number, until: number): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  const often = new Set<string>();
  for (let row = from; row < until; row++) {
    const key = keyOf(rows[row]!);
    if (at.has(key)) often.add(key);
    at.set(key, row);
  }
  for (const key of often) at.delete(key);
  return at;
}

/** The longest of pairs that rise in both, of pairs that rise in the first. */
function rising(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, now], i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < now) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = i;
  });
  const chosen: (readonly [number, number])[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) chosen.unshift(pairs[i]!);
  return chosen;
}

type Span = readonly [from: number, until: number];

/** Beyond so many pairs to weigh, rows are paired in their order. */
const MOST_WEIGHED = 250_000;

/** Pairs rows between two anchors so that as many cells as can be stay the same, in order. */
function pairGap(base: Rows, changed: Rows, [from, until]: Span, [at, end]: Span, place: Map<number, number>): void {
  const [height, width] = [until - from, end - at];
  if (height <= 0 || width <= 0) return;
  if (height * width > MOST_WEIGHED || (height === 1 && width === 1)) {
    for (let i = 0; i < Math.min(height, width); i++) place.set(from + i, at + i);
    return;
  }
  const likeness = (i: number, j: number) => likenessOf(base[from + i]!, changed[at + j]!);
  const best = Array.from({ length: height + 1 }, () => new Float64Array(width + 1));
  for (let i = height - 1; i >= 0; i--)
    for (let j = width - 1; j >= 0; j--)
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, best[i + 1]![j + 1]! + likeness(i, j));
  for (let i = 0, j = 0; i < height && j < width; ) {
    const like = likeness(i, j);
    if (like > 0 && best[i]![j] === best[i + 1]![j + 1]! + like) place.set(from + i++, at + j++);
    else if (best[i]![j] === best[i + 1]![j]) i++;
    else j++;
  }
}

/** Half or more of what the fuller row says is the same: they are one row. */
function likenessOf(a: Cells, b: Cells): number {
  const same = a.filter((text, i) => text !== '' && text === b[i]).length;
  const most = Math.max(filled(a), filled(b));
  return same * 2 >= most && same > 0 ? same / most : 0;
}

const filled = (cells: Cells): number => cells.filter((text) => text !== '').length;
