/** Header texts over each column, top to bottom → merged header rows. */
import type { TableCell } from '../layout.ts';
import { NOWHERE } from './cells.ts';

type Path = readonly string[];

/**
 * Neighbours under one upper header share its cell; a header that ends above the lowest row reaches down to it.
 * The lowest header of a column is never merged with its neighbour's.
 */
export function headerRows(paths: readonly Path[]): TableCell[][] {
  const depth = Math.max(...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) => paths.map((_path, column) => cellAt(paths, level, column, depth)));
}

function cellAt(paths: readonly Path[], level: number, column: number, depth: number): TableCell {
  const path = paths[column]!;
  if (level >= path.length) return { text: '', origin: NOWHERE, covered: 'above' };
  const shared = (other: number) => sharesCell(path, paths[other], level);
  if (shared(column - 1)) return { text: '', origin: NOWHERE, covered: 'left' };
  let colSpan = 1;
  while (shared(column + colSpan)) colSpan++;
  const rowSpan = level === path.length - 1 ? depth - level : 1;
  return {
    text: path[level]!,
    origin: NOWHERE,
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  };
}

function sharesCell(a: Path, b: Path | undefined, level: number): boolean {
  if (!b || a.length <= level + 1 || b.length <= level + 1) return false;
  return a.slice(0, level + 1).every((text, i) => text === b[i]);
}
