/**
 * What the lines of a balance form are wholes of: a line of the list divided further, a class with its sections and items by
 * name. What stands below a line may be a selection, so the amounts decide, over all sides of the table: where nearly all
 * sums of this kind hold, they are all to hold.
 */
import { codesByTree } from '../classification/codes-by-tree.ts';
import type { Row, Side, Statement } from '../disclosure.ts';
import { sidesOf } from '../model/sides.ts';
import type { Fen } from '../money.ts';
import { lineKey, numberingDepth } from '../text/numbering.ts';
import { treeBySums } from './line-tree.ts';
import { isBorneOut } from './verdict.ts';

/** Lines by their place on their side. `parts`: the lines that make up each whole; `codes`: what names below a class tell. */
export interface LineParts {
  readonly parts: ReadonlyMap<number, readonly number[]>;
  readonly codes: ReadonlyMap<number, string>;
}

const PART_OF = /^\s*其中/;

/** One wrong amount breaks the sum it is in and the sum it is. */
const ONE_MISTAKE = 2;

/** The parts of the lines of every side; nothing of a table whose sums do not bear it out. */
export function linePartsOf(statement: Statement, step: Fen, year?: number): ReadonlyMap<Side, LineParts> {
  if (statement.unread) return new Map();
  const sides = sidesOf(statement).map((side) => {
    const rows = statement.rows.filter((row) => row.side === side);
    const parts = partsByNumber(rows);
    const codes = new Map<number, string>();
    if (side === 'expenditure')
      rows.forEach((row, at) => {
        if (row.code) belowClass(rows, at, step, parts, codes, year);
      });
    return { side, parts, codes, ...sumsOf(rows, parts, step) };
  });
  const [held, failed] = [
    sides.reduce((sum, side) => sum + side.held, 0),
    sides.reduce((sum, side) => sum + side.failed, 0),
  ];
  return isBorneOut(held, failed)
    ? new Map(sides.map(({ side, parts, codes }) => [side, { parts, codes }]))
    : new Map();
}

/** How many wholes are the sum of their parts, over all columns, and how many are not. */
function sumsOf(rows: readonly Row[], parts: ReadonlyMap<number, readonly number[]>, step: Fen) {
  let [held, failed] = [0, 0];
  for (const [whole, below] of parts)
    for (const [column, { fen }] of Object.entries(rows[whole]!.cells)) {
      const figures = below.flatMap((r) => rows[r]!.cells[column]?.fen ?? []);
      if (figures.every((each) => each === 0)) continue;
      const gap = Math.abs(fen - figures.reduce((sum, each) => sum + each, 0));
      if (gap * 2 <= (figures.length + 1) * step) held += 1;
      else failed += 1;
    }
  return { held, failed };
}

/** The numbered lines right below each line; of one that has a 其中 among them nobody knows whether they are all. */
function partsByNumber(rows: readonly Row[]): Map<number, readonly number[]> {
  const parts = new Map<number, readonly number[]>();
  const partial = new Set<number>();
  const keys = new Map<string, number>();
  rows.forEach((row, r) => {
    const above = row.partOf === undefined ? undefined : keys.get(row.partOf);
    keys.set(row.key, r);
    if (above === undefined) return;
    parts.set(above, [...(parts.get(above) ?? []), r]);
    if (numberingDepth(row.label) === 0) partial.add(above);
  });
  for (const whole of partial) parts.delete(whole);
  return parts;
}

/**
 * The sections and items that stand below a class by name alone. A name that no list has is one more item of its section; where the
 * amounts do not add up so, and do as another tree, that one is right. Where they add up in no way one of them is wrong.
 */
function belowClass(
  rows: readonly Row[],
  at: number,
  step: Fen,
  parts: Map<number, readonly number[]>,
  codes: Map<number, string>,
  year?: number,
): void {
  const { key, code } = rows[at]!;
  const below = rows.map((_, r) => r).filter((r) => r > at && rows[r]!.partOf === key && isNamed(rows[r]!));
  if (below.length === 0) return;
  const [, ...told] = codesByTree('function', [key, ...below.map((r) => lineKey(rows[r]!.label))], year);
  const named = told.map((each) => (each?.startsWith(code!) ? each : undefined));
  const known = named.filter((each) => each !== undefined);
  const byName = partsOf(parentsByCode([code!, ...named]), [at, ...below]);
  const { failed } = sumsOf(rows, byName, step);
  if (failed > 0) {
    const column = ['amount', 'total'].find((id) => rows[at]!.cells[id]);
    const fenOf = (r: number): Fen => (column === undefined ? 0 : (rows[r]!.cells[column]?.fen ?? 0));
    const bySums = treeBySums(below.map(fenOf), fenOf(at), step);
    if (bySums) {
      for (const [whole, of] of partsOf([-1, ...bySums.map((parent) => parent + 1)], [at, ...below]))
        parts.set(whole, of);
      return;
    }
    if (failed > ONE_MISTAKE) return;
  }
  for (const [whole, of] of byName) parts.set(whole, of);
  // A code that two lines have is of neither for certain.
  if (new Set(known).size === known.length)
    named.forEach((each, i) => {
      if (each !== undefined) codes.set(below[i]!, each);
    });
}

/** For each code the place of the nearest one before it that it begins with; one that is unknown stands below the last section. */
function parentsByCode(codes: readonly (string | undefined)[]): readonly number[] {
  const open: number[] = [];
  return codes.map((code, i) => {
    const isAbove = (above: string) =>
      code === undefined ? above.length < 7 : above.length < code.length && code.startsWith(above);
    while (open.length > 0 && !isAbove(codes[open.at(-1)!]!)) open.pop();
    const parent = open.at(-1) ?? -1;
    if (code !== undefined) open.push(i);
    return parent;
  });
}

/** The rows below each row, from the place of each one's parent. */
function partsOf(parents: readonly number[], rows: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const parts = new Map<number, number[]>();
  parents.forEach((parent, i) => {
    if (parent >= 0) parts.set(rows[parent]!, [...(parts.get(rows[parent]!) ?? []), rows[i]!]);
  });
  return parts;
}

const isNamed = ({ label, code }: Row): boolean => !code && numberingDepth(label) === 0 && !PART_OF.test(label);
