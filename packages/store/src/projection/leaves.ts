/**
 * Which rows of a statement are sums of others printed beside them, and how deep each stands: a SUM over the leaves, or over one level,
 * counts each figure once. Pure.
 */
import { levelOf } from '@mingsuan/core/classification/index';
import { wholesAmong } from './wholes.ts';

export interface PrintedRow {
  readonly key: string;
  readonly label: string;
  readonly side?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly partOf?: string | null | undefined;
}

/** Where a row stands among those of its table. */
export interface RowPlace {
  /** No other row of its side and unit is a part of it. */
  readonly leaf: boolean;
  /** 0 a sum of the table; 1 a class (类) or a line of its own; 2, 3 what is within. */
  readonly level: number;
}

const SUM = /合计|总计|小计/;
const CODE = /^\d+$/;

/** The place of each row, among the rows of one statement that print a figure. */
export function placesOf(rows: readonly PrintedRow[]): readonly RowPlace[] {
  const group = ({ side, unit }: PrintedRow) => `${side ?? ''} ${unit ?? ''}`;
  const keys = new Map<string, string[]>();
  const wholes = new Set<string>();
  const printed = new Map(rows.map((row) => [`${group(row)} ${row.key}`, row]));
  for (const row of rows) {
    keys.set(group(row), [...(keys.get(group(row)) ?? []), row.key]);
    if (row.partOf) wholes.add(`${group(row)} ${row.partOf}`);
  }
  const isLeaf = (row: PrintedRow): boolean => {
    const beside = keys.get(group(row))!;
    // Units stand below the total of their department.
    if (row.key === 'total') return rows.every((other) => other === row || other.side !== row.side);
    if (wholes.has(`${group(row)} ${row.key}`) || SUM.test(row.label)) return false;
    if (!CODE.test(row.key)) return true;
    return !beside.some((key) => key.length > row.key.length && key.startsWith(row.key) && CODE.test(key));
  };
  const depth = (row: PrintedRow, below = 0): number => {
    if (row.key === 'total' || (SUM.test(row.label) && !row.partOf)) return 0;
    if (CODE.test(row.key)) {
      const above = new Set(keys.get(group(row))!.filter((key) => key !== row.key && row.key.startsWith(key)));
      return levelOf(row.key) ?? 1 + above.size;
    }
    const whole = row.partOf ? printed.get(`${group(row)} ${row.partOf}`) : undefined;
    // A table that names a part of itself as its whole leads round in a circle: it ends.
    return whole === undefined || below > rows.length ? 1 + (row.partOf ? 1 : 0) : 1 + depth(whole, below + 1);
  };
  return rows.map((row) => ({ leaf: isLeaf(row), level: Math.min(depth(row), MOST_LEVELS) }));
}

const MOST_LEVELS = 9;

/** The place of each row of a statement that prints a figure; rows that are sums by their figures alone are no leaves. */
export function placesIn<R extends PrintedRow & { readonly cells: Readonly<Record<string, { readonly fen: number }>> }>(
  rows: readonly R[],
): ReadonlyMap<R, RowPlace> {
  const printed = rows.filter(({ cells }) => Object.keys(cells).length > 0);
  const places = new Map(placesOf(printed).map((place, i) => [printed[i]!, place]));
  for (const total of printed.filter(({ key }) => key === 'total')) {
    const [column] = Object.entries(total.cells).sort(([, a], [, b]) => b.fen - a.fen)[0]!;
    const isBelow = ({ side, unit }: R) => side === total.side && (!total.unit || unit === total.unit);
    const leaves = printed.filter((row) => row !== total && isBelow(row) && places.get(row)!.leaf);
    const amounts = leaves.map((row) => ({
      fen: row.cells[column]?.fen ?? 0,
      isOpen: !CODE.test(row.key) && !row.partOf,
    }));
    for (const at of wholesAmong(amounts, total.cells[column]!.fen))
      places.set(leaves[at]!, { ...places.get(leaves[at]!)!, leaf: false });
  }
  return places;
}
