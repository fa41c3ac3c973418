/** Grids of the forms whose rows are classification codes (功能分类、经济分类). */

import type { Disclosure, Row, Statement } from '../disclosure.ts';
import type { Printing } from '../figures/precision.ts';
import { derived } from '../memo.ts';
import { rowName } from '../model/address.ts';
import { columnIds } from '../model/columns.ts';
import type { RowDraft } from '../model/row-draft.ts';
import { squeeze } from '../text/fold.ts';
import { lineKey } from '../text/numbering.ts';
import { inferredTree, nameInBlock } from './inferred-tree.ts';
import { layOut, type TableGrid } from './table-grid.ts';

/** Secret items are left out of public tables: parts need not add up to their whole. A table's note may say so briefly. */
const SECRET = /涉密|保密|不予公开/;
const LEFT_OUT = /(?:涉密|保密|秘密)[^。]{0,60}(?:剔除|不予公开|不公开|未公开|未予公开|隐去|略去|删去)/;

/** Whether a disclosure says anywhere, in its words or under a table, that secret items are left out of what it publishes. */
export const leavesOutSecrets = derived(({ explanation, statements }: Disclosure): boolean => {
  const texts = [...explanation.map(({ text }) => text), ...statements.flatMap(({ note }) => note ?? [])];
  return texts.some((text) => LEFT_OUT.test(squeeze(text)));
});

const PART_OF = /^\s*其中/;
const LEVELS: Readonly<Record<number, string>> = { 3: 'class', 5: 'section', 7: 'item' };

/** A table that repeats this many codes lists several blocks (units, projects): its rows do not form one tree. */
const BLOCKS = 3;

/** A statement by classification code for the equations: rows grouped by class, section and item. `hasSecrets`: some may be left out. */
export function classifiedGrid(statement: Statement, printing: Printing, hasSecrets = false): TableGrid {
  const { rows } = statement;
  const isWhole = !hasSecrets && !SECRET.test(statement.note ?? '') && !statement.unread?.rows;
  const { drafts, groups } =
    (isWhole && !isOrdered(rows) ? inferredRows(rows, printing) : undefined) ?? codedRows(rows, isWhole);
  return layOut({
    name: statement.form,
    form: statement.form,
    unit: statement.unit,
    printing,
    columns: columnIds(statement),
    rows: drafts,
    groups,
    ...(statement.note === undefined ? {} : { note: statement.note }),
  });
}

interface Rows {
  readonly drafts: readonly RowDraft[];
  readonly groups: ReadonlyMap<string, readonly number[]>;
}

/** Whether codes alone tell where every row with a figure stands: none is printed without, none thrice without its unit. */
function isOrdered(rows: readonly Row[]): boolean {
  if (rows.some(({ key, unit }) => unit !== undefined && isCode(key))) return true;
  const named = rows.filter(({ key, cells }) => key !== 'total' && Object.keys(cells).length > 0);
  const repeated = rows.length - new Set(rows.map(rowName)).size;
  return repeated < BLOCKS && named.every(({ key }) => isCode(key));
}

/** Rows whose place neighbours and amounts tell (inferred-tree.ts); undefined where they do not. */
function inferredRows(rows: readonly Row[], { step }: Printing): Rows | undefined {
  if (rows.some(({ label }) => PART_OF.test(label))) return undefined;
  const tree = inferredTree(rows, step);
  if (!tree) return undefined;
  const groups = new Map<string, number[]>([['*', rows.map((_, r) => r)]]);
  const put = (group: string, r: number) => groups.get(group)?.push(r) ?? groups.set(group, [r]);
  const drafts = rows.map((row, r): RowDraft => {
    const draft = draftRow(row);
    const name = nameInBlock(rows, tree[r]!, row);
    return name === undefined ? draft : { ...draft, key: name, names: [...new Set([name, ...draft.names])] };
  });
  rows.forEach((row, r) => {
    const { parent, code, unit } = tree[r]!;
    const level = code === undefined ? undefined : LEVELS[code.length];
    if (level !== undefined && unit === undefined) put(level, r);
    if (row.key === 'total') return;
    if (parent >= 0) drafts[parent]!.children.push(r);
    else put('top', r);
  });
  return { drafts, groups };
}

/** Rows whose codes tell where they stand. */
function codedRows(rows: readonly Row[], isWhole: boolean): Rows {
  const drafts = rows.map(draftRow);
  const groups = new Map<string, number[]>([['*', rows.map((_, r) => r)]]);
  const put = (group: string, r: number) => groups.get(group)?.push(r) ?? groups.set(group, [r]);
  const first = new Map<string, number>();
  const repeated = new Map<string | undefined, number>();
  rows.forEach((row, r) => {
    const name = rowName(row);
    if (first.has(name)) repeated.set(row.unit, (repeated.get(row.unit) ?? 0) + 1);
    else first.set(name, r);
  });
  const isFlat = isWhole && !rows.some((row) => row.unit !== undefined || ancestorsOf(row, first).length > 0);
  const isTree = (unit: string | undefined) => isWhole && (repeated.get(unit) ?? 0) < (unit === undefined ? BLOCKS : 1);
  const partial = new Set<number>();
  let last: Row | undefined;
  rows.forEach((row, r) => {
    const level = LEVELS[row.key.length];
    if (level === undefined || !isCode(row.key)) {
      // A row that nobody has a code for is a part of what stands above it, and how much of that is not told.
      if (row.key !== 'total' && last && Object.keys(row.cells).length > 0)
        for (const above of ancestorsOf(last, first)) partial.add(above);
      return;
    }
    last = row;
    if (row.unit === undefined) put(level, r);
    if (!isTree(row.unit)) {
      // Blocks without a line of their own: the lines of all of them add up to the whole.
      if (isFlat && !PART_OF.test(row.label)) put('top', r);
      return;
    }
    const parent = parentOf(row, first);
    if (parent !== undefined) {
      drafts[parent]!.children.push(r);
      if (PART_OF.test(row.label)) partial.add(parent);
    } else if (row.unit === undefined) put('top', r);
  });
  for (const parent of partial) drafts[parent]!.children = [];
  return { drafts, groups };
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

const isCode = (key: string): boolean => /^\d+$/.test(key);

/** The printed rows that a row's code stands below, the nearest first: a class may list its items without their sections. */
function ancestorsOf({ key, unit }: Row, rows: ReadonlyMap<string, number>): number[] {
  const found: number[] = [];
  for (let length = key.length - 2; length >= 3; length -= 2) {
    const above = rows.get(rowName({ key: key.slice(0, length), ...(unit === undefined ? {} : { unit }) }));
    if (above !== undefined) found.push(above);
  }
  return found;
}

/** The nearest of them; the classes of a unit add up to the unit's own row. */
const parentOf = (row: Row, rows: ReadonlyMap<string, number>): number | undefined =>
  ancestorsOf(row, rows)[0] ?? (row.unit === undefined ? undefined : rows.get(lineKey(row.unit)));
