/** What a published document says in figures, by form, code and column. */

import { codesOfLevel } from '../classification/index.ts';
import type { Cell, Disclosure, StatementFormId } from '../disclosure.ts';
import { gridsOf } from '../equations/disclosure-grids.ts';
import { stepOf } from '../figures/index.ts';
import { formById } from '../forms/index.ts';
import { columnIds } from '../model/columns.ts';
import type { Fen } from '../money.ts';

export interface CodedTable {
  /** Amounts of the lowest printed codes by column. */
  readonly leaves: ReadonlyMap<string, Readonly<Record<string, Fen>>>;
  readonly columns: ReadonlySet<string>;
  /** Codes that no row prints: the rest of a printed sum. */
  readonly withheld: ReadonlySet<string>;
}

/**
 * A classified statement's lowest rows, those of several units or of one code's parts added up; undefined where the document
 * has no such table. What a printed sum holds beyond its parts is a row that is not printed: it is taken for 其他 of the sum.
 */
export function codedTable(disclosure: Disclosure, form: StatementFormId): CodedTable | undefined {
  const statement = disclosure.statements.find((each) => each.form === form);
  if (!statement) return undefined;
  const list = formById(form).rows === 'economic' ? 'economic' : 'function';
  const coded = statement.rows.flatMap(({ key, unit, cells }): CodedRow[] => {
    const code = /^(?:.*:)?(\d{3,7})$/.exec(key)?.[1];
    // Places write parts of a section below it: 3021101.
    const kept = list === 'economic' ? code?.slice(0, 5) : code;
    return code && kept ? [{ code: kept, printed: code, unit, cells }] : [];
  });
  const whole = coded.filter(({ unit }) => unit === undefined);
  const rows = whole.length > 0 ? whole : coded;
  const keyOf = (unit: string | undefined, code: string) => `${unit ?? ''}/${code}`;
  const above = new Set(
    rows.flatMap(({ unit, printed }) => [printed.slice(0, -2), printed.slice(0, -4)].map((code) => keyOf(unit, code))),
  );
  const leaves = new Map<string, Record<string, Fen>>();
  const sums = new Map<string, Record<string, Fen>>();
  for (const { code, printed, unit, cells } of rows) add(above.has(keyOf(unit, printed)) ? sums : leaves, code, cells);
  const withheld = new Set<string>();
  const step = stepOf(disclosure, statement);
  const parents = [...sums].sort(([a], [b]) => b.length - a.length);
  for (const [parent, printed] of parents) {
    const rest = beyondParts(
      printed,
      [...leaves].filter(([code]) => code.startsWith(parent)).map(([, own]) => own),
      step,
    );
    const code = rest && otherOf(list, parent, leaves, disclosure.year);
    if (!code) continue;
    leaves.set(code, rest);
    withheld.add(code);
  }
  return { leaves, withheld, columns: new Set(columnIds(statement)) };
}

interface CodedRow {
  readonly code: string;
  readonly printed: string;
  readonly unit: string | undefined;
  readonly cells: Readonly<Record<string, Cell>>;
}

function add(into: Map<string, Record<string, Fen>>, code: string, cells: CodedRow['cells']): void {
  const own = into.get(code) ?? {};
  into.set(code, own);
  for (const [id, { fen }] of Object.entries(cells)) own[id] = (own[id] ?? 0) + fen;
}

/** What a sum prints beyond its parts in each column, where it is more than their rounding. */
function beyondParts(
  sum: Readonly<Record<string, Fen>>,
  parts: readonly Readonly<Record<string, Fen>>[],
  step: Fen,
): Record<string, Fen> | undefined {
  const rounding = ((parts.length + 1) * step) / 2;
  const rest: Record<string, Fen> = {};
  for (const [id, fen] of Object.entries(sum)) {
    const more = fen - parts.reduce((total, own) => total + (own[id] ?? 0), 0);
    if (more > rounding) rest[id] = more;
  }
  return rest.total === undefined ? undefined : rest;
}

/** The code of 其他 under a sum, or another one of its own that is not printed. */
function otherOf(
  list: 'function' | 'economic',
  parent: string,
  leaves: ReadonlyMap<string, unknown>,
  year: number | undefined,
): string | undefined {
  const level = list === 'function' ? 3 : 2;
  const length = list === 'function' ? 7 : 5;
  const listed = codesOfLevel(list, level, year).flatMap(({ code }) => (code.startsWith(parent) ? [code] : []));
  return [parent.padEnd(length, '9'), ...listed.reverse()].find((code) => !leaves.has(code));
}

/** The fen of a column over the items of a table; 0 where there is no table. */
export const columnSum = (table: CodedTable | undefined, column: string): Fen =>
  table ? [...table.leaves.values()].reduce((sum, cells) => sum + (cells[column] ?? 0), 0) : 0;

/** Figures by the meaning of their line: `balance.revenue`, `上年结转`, `amount`. Blank and unprinted ones are undefined. */
export type LineFigures = (grid: string, role: string, column: string) => Fen | undefined;

/** Looks a line's amount up by form, role and column; undefined where it is not printed. */
export function lineFigures(disclosure: Disclosure): LineFigures {
  const { tables } = gridsOf(disclosure);
  return (name, role, column) => {
    const grid = tables.get(name);
    const row = grid?.byName.get(role);
    const at = grid?.columnIndex.get(column);
    if (!grid || row === undefined || at === undefined) return undefined;
    return grid.cells[row * grid.columns.length + at]?.fen;
  };
}
