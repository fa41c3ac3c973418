/** What no table prints as one figure, but what it prints adds up to. */
import type { Disclosure, FormId } from '../disclosure.ts';
import { ASSETS, PROCUREMENT } from '../kinds/index.ts';
import type { Fen } from '../money.ts';
import type { Figure } from './figure.ts';
import { recordTotal } from './record-totals.ts';

/** A sum in fen and the table whose figures it adds up; `figure` where one cell prints it after all, though not under its own name. */
export interface AddedUp {
  readonly form: FormId;
  readonly fen: Fen;
  readonly figure?: Figure;
}

/**
 * The sum that stands for a quantity's figure (in the terms of `addressOf`) where `figure` finds none. Undefined where nobody prints all
 * its parts.
 */
export const addedUp = (disclosure: Disclosure, quantity: string): AddedUp | undefined => SUMS[quantity]?.(disclosure);

const SUMS: Readonly<Record<string, (disclosure: Disclosure) => AddedUp | undefined>> = {
  'expenditure[total].basic': (disclosure) => partOfTotal(disclosure, 'basic'),
  'expenditure[total].project': (disclosure) => partOfTotal(disclosure, 'project'),
  // Tables of records may print no total: then it is the sum of what they print.
  'procurement[total]': (disclosure) => sumOf(PROCUREMENT.id, recordTotal(disclosure, PROCUREMENT)),
  'assets[value]': (disclosure) => sumOf(ASSETS.id, recordTotal(disclosure, ASSETS)),
};

const sumOf = (form: FormId, fen: Fen | undefined): AddedUp | undefined =>
  fen === undefined ? undefined : { form, fen };

/** Each of a few amounts may be off by half of 0.01 万元, in fen. */
const ROUNDING = 4 * 5_000;

/**
 * Basic and project expenditure where the table of expenditure has no column of that name: from its personnel and operating columns, or
 * from the general public budget's table where that is all that is spent. Only where the parts come to the total.
 */
function partOfTotal(disclosure: Disclosure, part: 'basic' | 'project'): AddedUp | undefined {
  // The table's own cells: what stands for another table elsewhere is of one fund.
  const at = (form: FormId, column: string): Figure | undefined => {
    const rows = disclosure.statements.find((one) => one.form === form)?.rows;
    const cell = rows?.find(({ key }) => key === 'total')?.cells[column];
    return cell && cell.text !== '' ? { ...cell, form, row: 'total', column, step: 0 } : undefined;
  };
  const whole = at('expenditure', 'total');
  for (const form of ['expenditure', 'general-public'] as const) {
    const [total, personnel, operating, project] = ['total', 'personnel', 'operating', 'project'].map((id) =>
      at(form, id),
    );
    if (!whole || total?.fen !== whole.fen || !personnel || !operating || !project) continue;
    const basic = personnel.fen + operating.fen;
    if (Math.abs(basic + project.fen - total.fen) > ROUNDING) continue;
    return part === 'project' ? { form, fen: project.fen, figure: project } : { form, fen: basic };
  }
  return undefined;
}
