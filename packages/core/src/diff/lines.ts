/** A comparison as lines: one for each figure that changed, with the names that people know. */

import type { FormId } from '../disclosure.ts';
import { SIDE_NAMES } from '../equations/names.ts';
import { formById, formColumnName } from '../forms/index.ts';
import type { Fen } from '../money.ts';
import type { DiffRow, DiffStatus } from './diff.ts';

export interface DiffLine {
  readonly form: FormId;
  readonly formName: string;
  readonly key: string;
  readonly label: string;
  /** Id and name of the column; absent where a row is compared as a whole (performance targets). */
  readonly column?: string;
  readonly columnName?: string;
  readonly status: DiffStatus;
  readonly before?: Fen;
  readonly after?: Fen;
  readonly change?: Fen;
  readonly percent?: string;
}

/** The lines of rows that changed; with `all`, of every row. */
export function diffLines(rows: readonly DiffRow[], all = false): readonly DiffLine[] {
  return rows.filter(({ status }) => all || status !== 'same').flatMap((row) => linesOf(row, all));
}

/** Lines by form, in their order. */
function linesOf({ form, side, key, label, status, cells }: DiffRow, all: boolean): readonly DiffLine[] {
  const definition = formById(form);
  const { name } = definition;
  const whole = { form, formName: side ? `${name}（${SIDE_NAMES[side]}）` : name, key, label, status };
  const figures = Object.entries(cells).filter(([, { change }]) => all || change !== 0);
  if (Object.keys(cells).length === 0) return [whole];
  return figures.map(([column, cell]) => ({
    ...whole,
    column,
    columnName: formColumnName(definition, column),
    ...cell,
  }));
}

/** Largest changes first; lines without amounts last. */
export function byAmount(lines: readonly DiffLine[]): readonly DiffLine[] {
  return [...lines].sort((a, b) => Math.abs(b.change ?? -1) - Math.abs(a.change ?? -1));
}
