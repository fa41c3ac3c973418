/** Sheets of the forms whose rows are classification codes (功能分类、经济分类). */

import type { Row, Statement } from '../disclosure.ts';
import type { Printing } from '../figures/precision.ts';
import { rowName } from '../model/address.ts';
import { columnIds } from '../model/columns.ts';
import { layOut, type RowDraft, type Sheet } from './sheet.ts';

/** Secret items are left out of public tables: parts need not add up to their whole. */
const SECRET = /涉密|保密|不予公开/;
const PART_OF = /^\s*其中/;
const LEVELS: Readonly<Record<number, string>> = { 3: 'class', 5: 'section', 7: 'item' };

/** A table that repeats this many codes lists several blocks (units, projects): its rows do not form one tree. */
const BLOCKS = 3;

/** A statement by classification code for the equations: rows grouped by class, section and item. */
export function classifiedSheet(statement: Statement, printing: Printing): Sheet {
  const { rows } = statement;
  const drafts = rows.map(draftRow);
  const groups = new Map<string, number[]>([['*', rows.map((_, r) => r)]]);
  const put = (group: string, r: number) => groups.get(group)?.push(r) ?? groups.set(group, [r]);
  const first = new Map<string, number>();
  let repeated = 0;
  rows.forEach((row, r) => {
    if (first.has(rowName(row))) repeated += 1;
    else first.set(rowName(row), r);
  });
  const oneTree = repeated < BLOCKS && !SECRET.test(statement.note ?? '') && !statement.unread?.rows;
  const partial = new Set<number>();
  rows.forEach((row, r) => {
    const level = LEVELS[row.key.length];
    if (row.unit !== undefined || level === undefined || !/^\d+$/.test(row.key)) return;
    put(level, r);
    if (!oneTree) return;
    const parent = parentOf(row.key, first);
    if (parent === undefined) put('top', r);
    else {
      drafts[parent]!.children.push(r);
      if (PART_OF.test(row.label)) partial.add(parent);
    }
  });
  for (const parent of partial) drafts[parent]!.children = [];
  return layOut({
    name: statement.form,
    form: statement.form,
    unit: statement.unit,
    printing,
    columns: columnIds(statement),
    rows: drafts,
    groups,
    lacksColumns: (statement.unread?.columns.length ?? 0) > 0,
    ...(statement.note === undefined ? {} : { note: statement.note }),
  });
}

function draftRow(row: Row): RowDraft {
  return {
    key: rowName(row),
    source: rowName(row),
    label: row.label,
    origin: row.origin,
    names: [rowName(row)],
    cells: row.cells,
    ...(row.unread ? { unread: row.unread } : {}),
    children: [],
    aggregate: row.key === 'total',
  };
}

/** The nearest printed ancestor: a class may list its items without their sections. */
function parentOf(code: string, rows: ReadonlyMap<string, number>): number | undefined {
  for (let length = code.length - 2; length >= 3; length -= 2) {
    const parent = rows.get(code.slice(0, length));
    if (parent !== undefined) return parent;
  }
  return undefined;
}
