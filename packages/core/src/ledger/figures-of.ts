/** The figures of a document by what words call them: what next year's ledger compares with. */
import type { Disclosure } from '../disclosure.ts';
import { figure, TABLE_QUANTITIES } from '../figures/index.ts';
import { addressOf } from '../model/quantity.ts';
import type { Fen } from '../money.ts';
import { FUND_IDS } from '../vocabulary/index.ts';

/** What a document prints of every quantity that words name: `balance[收入总计]`, `expenditure[2010301].total`; items by what appropriations pay. */
export function figuresOf(disclosure: Disclosure): Readonly<Record<string, Fen>> {
  const figures: Record<string, Fen> = {};
  for (const quantity of TABLE_QUANTITIES) {
    const address = addressOf(quantity);
    const best = figure(disclosure, address);
    // A blank cell is nothing beside others that are filled; of a table without a single amount it says nothing.
    if (best.state === 'blank' && !prints(disclosure, address?.form)) continue;
    if (best.figure) figures[quantity] = best.figure.fen;
  }
  for (const { form, rows } of disclosure.statements) {
    if (!FUND_IDS.some((fund) => fund === form)) continue;
    for (const { key, cells } of rows) {
      const fen = cells.total?.fen ?? 0;
      if (/^\d{7}$/.test(key)) figures[`expenditure[${key}].total`] = (figures[`expenditure[${key}].total`] ?? 0) + fen;
      else if (/^\d{3}$/.test(key)) figures[`${form}[${key}].total`] = fen;
    }
  }
  return figures;
}

/** Whether a table is printed empty, with its note, or has an amount in some cell. */
const prints = ({ statements }: Disclosure, form: string | undefined): boolean =>
  statements
    .filter((statement) => statement.form === form)
    .every(({ rows }) => rows.length === 0 || rows.some(({ cells }) => Object.keys(cells).length > 0));
