/** Pages that a table has to itself: its rows stand wider there. */
import type { Page } from '../layout.ts';

/** A title, what stands between it and its table, a note. */
const MOST_LINES = 5;

/** Whether a page prints one table and little else. */
export function hasOneTable({ blocks }: Page): boolean {
  const tables = blocks.filter(({ kind }) => kind === 'table');
  return tables.length === 1 && blocks.length - tables.length <= MOST_LINES;
}
