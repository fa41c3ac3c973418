/** Next year's ledger begins with this year's: its lines to be gone over, and this year's figures to compare with. */
import type { Disclosure } from '../../disclosure.ts';
import { figure, TABLE_QUANTITIES } from '../../figures/index.ts';
import { addressOf, isCode } from '../../model/quantity.ts';
import type { Fen } from '../../money.ts';
import type { Ledger, RevenueLine, SpendingLine } from '../ledger.ts';

/** What a document prints of every quantity that words name: `balance[收入总计]`, `general-public[2010301].total`. */
export function figuresOf(disclosure: Disclosure): Readonly<Record<string, Fen>> {
  const codes = ['expenditure', 'general-public'].flatMap((form) => {
    const rows = disclosure.statements.find((statement) => statement.form === form)?.rows ?? [];
    return rows.flatMap(({ key }) => (isCode(key) ? [`${form}[${key}].total`] : []));
  });
  const figures: Record<string, Fen> = {};
  for (const quantity of [...TABLE_QUANTITIES, ...codes]) {
    const best = figure(disclosure, addressOf(quantity));
    if (best.figure) figures[quantity] = best.figure.fen;
  }
  return figures;
}

/** `disclosure` is the document of the ledger's year. What that year left is carried over; what it got from before is spent. */
export function nextYear(ledger: Ledger, disclosure: Disclosure): Ledger {
  const isNew = ({ carried }: { readonly carried?: boolean }) => carried !== true;
  const carried = ledger.left.map(({ fund, fen }): RevenueLine => ({ fund, carried: true, fen }));
  return {
    ...ledger,
    year: ledger.year + 1,
    revenue: [...ledger.revenue.filter(isNew), ...carried],
    basic: ledger.basic.filter(isNew),
    projects: ledger.projects.map(({ later: _, ...project }) => ({ ...project, lines: project.lines.filter(isNew) })),
    other: ledger.other.filter(isNew),
    left: ledger.left.map((line): SpendingLine => ({ ...line, carried: true })),
    lastYear: figuresOf(disclosure),
  };
}
