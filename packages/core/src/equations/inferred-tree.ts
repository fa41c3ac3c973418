/**
 * What stands below what in a table whose codes do not tell it: blocks of several units one below the other, lines that print a
 * name without its code, lists of units or of names alone. Codes and neighbours propose, the amounts decide: a tree whose
 * sums do not hold nearly throughout is none, and nothing is judged by it.
 */
import type { Row } from '../disclosure.ts';
import type { Fen } from '../money.ts';
import { lineKey } from '../text/numbering.ts';
import { treeBySums } from './line-tree.ts';

/** Where a row stands: `parent` is the row it is a part of, -1 at the top; `unit` the row that heads its block. */
export interface Standing {
  readonly parent: number;
  readonly code?: string;
  readonly unit?: number;
}

/** So many times as many sums must hold as fail: where codes propose the tree, and where amounts alone do. */
const BORNE_OUT = { codes: 4, amounts: 2 } as const;

/** A list that codes do not order is looked at up to this length. */
const LONGEST_LIST = 80;

/** Where each row of a table stands, the total row at the top; undefined where codes and amounts allow no such reading. */
export function inferredTree(rows: readonly Row[], step: Fen): readonly Standing[] | undefined {
  const coded = rows.some(isCoded);
  const trees = coded ? [byCodes(rows)] : byAmounts(rows, step);
  const weighed = trees.map((tree) => ({ tree, ...sumsOf(rows, tree, step) }));
  const [best] = weighed.sort((a, b) => a.failed - b.failed || b.held - a.held);
  const least = coded ? BORNE_OUT.codes : BORNE_OUT.amounts;
  return best && best.held >= 2 && best.held >= best.failed * least ? best.tree : undefined;
}

const isTotal = ({ key }: Row): boolean => key === 'total';
const isCoded = ({ key }: Row): boolean => /^(?:\d{3}|\d{5}|\d{7})$/.test(key);

/** A row that others may stand below; a unit's has no code, and everything up to the next unit stands below it. */
interface Open {
  readonly row: number;
  readonly code?: string;
}

/**
 * A code stands below the nearest code before it that it begins with. A line without one is a unit's where the table begins with such a
 * line above a class, a section where the item below it belongs to another section of the class, and else one more item.
 */
function byCodes(rows: readonly Row[]): readonly Standing[] {
  const heads = headsOf(rows);
  const deepest = heads.at(-1) ?? -1;
  let open: Open[] = [];
  return rows.map((row, r): Standing => {
    if (isTotal(row)) return { parent: -1 };
    const isHead = heads.includes(r) || (deepest >= 0 && r > deepest && !isCoded(row) && rows[r + 1]?.key.length === 3);
    if (isHead) {
      open = open.filter(({ row: above, code }) => code === undefined && above !== deepestOf(open, r, heads));
      const parent = open.at(-1)?.row ?? -1;
      open.push({ row: r });
      return { parent };
    }
    const unit = open.findLast(({ code }) => code === undefined)?.row;
    const code = isCoded(row) ? row.key : sectionAbove(rows[r + 1], open);
    if (code !== undefined) while (open.at(-1)?.code !== undefined && !isBelow(code, open.at(-1)!.code!)) open.pop();
    else while ((open.at(-1)?.code?.length ?? 0) >= ITEM) open.pop();
    const parent = open.at(-1)?.row ?? -1;
    if (code !== undefined) open.push({ row: r, code });
    return { parent, ...(code === undefined ? {} : { code }), ...(unit === undefined ? {} : { unit }) };
  });
}

const ITEM = 7;
const isBelow = (code: string, above: string): boolean => code.length > above.length && code.startsWith(above);

/** The lines above the first class: a department, its first unit. */
function headsOf(rows: readonly Row[]): readonly number[] {
  const first = rows.findIndex(isCoded);
  const above = rows.map((_, r) => r).filter((r) => r < first && !isTotal(rows[r]!));
  return rows[first]?.key.length === 3 ? above : [];
}

/** The open unit that the next one takes the place of: none while the first of them still stand one above the other. */
function deepestOf(open: readonly Open[], r: number, heads: readonly number[]): number | undefined {
  return heads.includes(r) ? undefined : open.findLast(({ code }) => code === undefined)?.row;
}

/** The section that a line without a code must be: the one of the item below it, where the class above is open and that section is not. */
function sectionAbove(next: Row | undefined, open: readonly Open[]): string | undefined {
  if (!next || !isCoded(next) || next.key.length !== ITEM) return undefined;
  const section = next.key.slice(0, 5);
  const codes = open.flatMap(({ code }) => code ?? []);
  return codes.includes(section) || !codes.includes(next.key.slice(0, 3)) ? undefined : section;
}

/** The trees that single columns of a list without codes allow. */
function byAmounts(rows: readonly Row[], step: Fen): readonly (readonly Standing[])[] {
  const at = rows.findIndex(isTotal);
  if (at < 0 || rows.length > LONGEST_LIST) return [];
  const list = rows.map((_, r) => r).filter((r) => r !== at);
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  return columns.flatMap((column) => {
    const fenOf = (r: number) => rows[r]!.cells[column]?.fen ?? 0;
    if (fenOf(at) === 0) return [];
    const parents = treeBySums(list.map(fenOf), fenOf(at), step);
    if (!parents) return [];
    const standing = new Map(list.map((r, i) => [r, parents[i]! < 0 ? -1 : list[parents[i]!]!]));
    return [rows.map((_, r) => ({ parent: standing.get(r) ?? -1 }))];
  });
}

/** How many of a tree's sums hold, and how many do not, over all columns. */
function sumsOf(rows: readonly Row[], tree: readonly Standing[], step: Fen): { held: number; failed: number } {
  const parts = new Map<number, number[]>();
  const total = rows.findIndex(isTotal);
  tree.forEach(({ parent }, r) => {
    const above = parent >= 0 ? parent : total;
    if (r !== total && above >= 0) parts.set(above, [...(parts.get(above) ?? []), r]);
  });
  let [held, failed] = [0, 0];
  for (const [above, below] of parts)
    for (const [column, { fen }] of Object.entries(rows[above]!.cells)) {
      const figures = below.flatMap((r) => rows[r]!.cells[column]?.fen ?? []);
      if (fen === 0 && figures.every((each) => each === 0)) continue;
      const gap = Math.abs(fen - figures.reduce((sum, each) => sum + each, 0));
      if (gap * 2 <= (figures.length + 1) * step) held += 1;
      else failed += 1;
    }
  return { held, failed };
}

/** A row's name among the blocks of a table: the unit's name before the code, as `rowName` writes a unit's code. */
export const nameInBlock = (rows: readonly Row[], { unit, code }: Standing, row: Row): string | undefined => {
  const own = code ?? (isCoded(row) ? row.key : lineKey(row.label));
  return unit === undefined ? (code === undefined ? undefined : own) : `${lineKey(rows[unit]!.label)}:${own}`;
};
