/** Where a disclosure prints what the pictures show. */

import type { Cell, FormId } from '@mingsuan/core/disclosure';
import { figure } from '@mingsuan/core/figures/index';
import { rowName } from '@mingsuan/core/model/address';
import { tablesOfPublished } from '@mingsuan/core/model/published';
import { addressOf } from '@mingsuan/core/model/quantity';
import type { DisclosureAnswer, TotalName } from '../../api/types.ts';

export type Printed = Pick<Cell, 'fen' | 'text' | 'origin'>;

/** The cell of a row, told by its code or `total`, and a column. */
export const cellAt = (
  { statements }: Pick<DisclosureAnswer, 'statements'>,
  form: FormId,
  key: string,
  column: string,
): Printed | undefined =>
  statements
    .filter((statement) => statement.form === form)
    .flatMap(({ rows }) => rows.find((row) => rowName(row) === key && row.cells[column])?.cells[column] ?? [])[0];

/** `initial`: the budget that final accounts print beside; a blank cell is no figure. */
export function figureOf(content: DisclosureAnswer, quantity: string, initial = false): Printed | undefined {
  const { year, tables: _, ...others } = content;
  const disclosure = { ...others, ...(year === null ? {} : { year }), tables: tablesOfPublished(content) };
  const best = figure(disclosure, addressOf(quantity, initial ? 'budget' : undefined));
  return best.state === 'printed' ? best.figure : undefined;
}

const QUANTITIES: Readonly<Record<TotalName, readonly string[]>> = {
  revenue: ['balance[收入总计]', 'balance[总计]', 'balance[本年收入合计]'],
  expenditure: ['balance[支出总计]', 'balance[总计]', 'balance[本年支出合计]'],
  basic: ['expenditure[total].basic'],
  project: ['expenditure[total].project'],
  threePublics: ['three-publics[total]'],
};

/** The cell that prints a main figure; none where the figure is known from elsewhere. */
export const totalAt = (content: DisclosureAnswer, name: TotalName, fen: number | undefined): Printed | undefined =>
  QUANTITIES[name].flatMap((quantity) => figureOf(content, quantity) ?? []).find((cell) => cell.fen === fen);
