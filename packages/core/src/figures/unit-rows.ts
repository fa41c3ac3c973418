/** What words may mean of an item besides the cells of its own row: the sum of its units' rows, and the year without its carry-over. */
import type { Disclosure, Statement } from '../disclosure.ts';
import { type Address, rowName } from '../model/address.ts';
import { isCode } from '../model/quantity.ts';
import { formatAmount } from '../money.ts';
import { shareAt } from '../vocabulary/index.ts';
import { type Figure, figureIn, isBlank } from './figure.ts';
import { formsOfCode } from './figures.ts';

/** 当年财政拨款安排 beside 上年结转安排: the words tell the one or both together. */
const YEAR_ALONE = /当年|本年/;

/** The columns in which a row prints its amount: 合计, and its share of this year where 合计 holds a carry-over too. */
const amountColumns = ({ columns = [] }: Statement): readonly string[] => [
  'total',
  ...columns.flatMap(({ id, header = '' }) =>
    shareAt(id)?.measure === 'total' && YEAR_ALONE.test(header) ? [id] : [],
  ),
];

/**
 * Figures of an item's total beside those of `figures`: where each unit prints the item in a row of its own, those of all units together
 * (no cell prints them) and of each; in either case also this year's alone. Fen.
 */
export function alsoMeant(disclosure: Disclosure, address: Address | undefined): readonly Figure[] {
  if (!address || !isCode(address.row) || address.column !== 'total' || address.period || address.unit) return [];
  const { form, row: code } = address;
  return disclosure.statements
    .filter((statement) => formsOfCode(form).includes(statement.form))
    .flatMap((statement) => {
      const rows = statement.rows.filter((row) => rowName(row) === code || (row.code ?? row.key) === code);
      const isByUnit = rows.every(({ unit }) => unit !== undefined);
      return amountColumns(statement).flatMap((column) => {
        if (!isByUnit && column === 'total') return [];
        const cells = rows.flatMap((row) => figureIn(disclosure, statement, row, { column }) ?? []);
        return cells.length < rows.length ? [] : withSum(cells, code, statement);
      });
    });
}

/** Printed cells, and before several of them their sum. */
function withSum(cells: readonly Figure[], code: string, { unit }: Statement): readonly Figure[] {
  const printed = cells.filter((each) => !isBlank(each));
  const [first, ...others] = printed;
  if (!first || others.length === 0) return printed;
  const fen = printed.reduce((sum, each) => sum + each.fen, 0);
  return [{ ...first, row: code, fen, step: first.step * printed.length, text: formatAmount(fen, unit) }, ...printed];
}
