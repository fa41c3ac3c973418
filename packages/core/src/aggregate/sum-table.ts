/** A statement being added up: rows by side, parent and key, in an order that keeps every unit's own. */

import type { Column, Row, Statement } from '../disclosure.ts';
import { rowName } from '../model/address.ts';
import type { Fen } from '../money.ts';

export interface SumRow {
  readonly row: Row;
  /** Fen by column; a column that no unit fills is absent. */
  readonly sums: Record<string, Fen>;
  /** Columns that some unit prints unreadably: their sum is not known. */
  readonly unread: Set<string>;
}

export interface SumTable {
  /** The first unit's statement: title, unit and layout come from it. */
  readonly first: Statement;
  readonly columns: Column[];
  readonly rows: SumRow[];
  /** Rows by identity, with their numbers. */
  index: Map<string, number>;
  /** A later unit printed rows that the first had not. */
  grown: boolean;
}

/** An empty sum in the shape of the first unit's statement. */
export function openTable(first: Statement): SumTable {
  return { first, columns: [], rows: [], index: new Map(), grown: false };
}

/** Lines may share a key (一般公共预算拨款 of the year and of the year before): then the parent and the count tell them apart. */
const identity = (row: Row, nth: number) => `${row.side ?? ''}|${row.partOf ?? ''}|${rowName(row)}|${nth}`;

const isSame = (a: Row, b: Row) => rowName(a) === rowName(b) && a.side === b.side && a.partOf === b.partOf;

/** Adds one unit's statement: amounts in fen, rows that are new stand where their unit prints them. */
export function addStatement(table: SumTable, statement: Statement): void {
  addColumns(table.columns, statement.columns);
  const { rows } = table;
  const isFirst = rows.length === 0;
  let at = -1;
  statement.rows.forEach((row, r) => {
    // Units mostly print the same rows in the same order: the next row is then at hand.
    const next = rows[at + 1];
    if (next && isSame(next.row, row)) at += 1;
    else {
      const id = identity(row, statement.rows.slice(0, r).filter((earlier) => isSame(earlier, row)).length);
      const known = table.index.get(id);
      if (known === undefined) {
        at = isFirst ? rows.length : placeOf(rows, row, at);
        insert(table, at, row, id);
        table.grown ||= !isFirst;
      } else at = known;
    }
    addCells(rows[at]!, row);
  });
}

function insert(table: SumTable, at: number, row: Row, id: string): void {
  const added: SumRow = { row, sums: {}, unread: new Set() };
  if (at === table.rows.length) table.rows.push(added);
  else {
    table.rows.splice(at, 0, added);
    for (const [other, position] of table.index) if (position >= at) table.index.set(other, position + 1);
  }
  table.index.set(id, at);
}

function addCells({ sums, unread }: SumRow, row: Row): void {
  for (const column in row.cells) sums[column] = (sums[column] ?? 0) + row.cells[column]!.fen;
  for (const column of row.unread ?? []) unread.add(column);
}

function addColumns(columns: Column[], more: readonly Column[]): void {
  const place = (id: string) => columns.findIndex((column) => column.id === id);
  more.forEach((column, i) => {
    if (place(column.id) >= 0) return;
    columns.splice(i === 0 ? 0 : place(more[i - 1]!.id) + 1, 0, column);
  });
}

/** The classification code that gives a row its place. */
export function codeOf(row: Row): string | undefined {
  const code = row.code ?? row.key;
  return /^\d{3,7}$/.test(code) ? code : undefined;
}

/** Where a new row goes: by its code among the codes of its side, any other line after the line before it. */
function placeOf(rows: readonly SumRow[], row: Row, before: number): number {
  const code = codeOf(row);
  if (code === undefined) return before + 1;
  let place: number | undefined;
  for (let i = 0; i < rows.length; i += 1) {
    const other = rows[i]!.row;
    const own = other.side === row.side ? codeOf(other) : undefined;
    if (own === undefined) continue;
    if (own > code) return place ?? i;
    place = i + 1;
  }
  return place ?? before + 1;
}
