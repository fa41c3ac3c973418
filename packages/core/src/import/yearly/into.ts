/** A yearly report's money, counts and amounts in the place of a ledger's; its words, reasons and last year's figures stay. */
import { APPROPRIATIONS, type Ledger } from '../../ledger/ledger.ts';
import type { YearlyLedger } from './ledger.ts';
import { sum } from './paid.ts';

/** The ledger with what the report says; 机关运行经费 only where it is another than follows from the lines. */
export function intoAccounts(ledger: Ledger, found: YearlyLedger): Ledger {
  const { counts, amounts, lastYear, agencyOperating, names, problems: _, distributed, ...money } = found;
  const { agencyOperating: __, distributed: ___, ...kept } = ledger;
  const operating = sum(
    money.basic
      .filter(({ nature, fund }) => nature === 'operating' && fund === APPROPRIATIONS[0])
      .map(({ fen }) => fen),
  );
  const follows = ledger.nature === 'institution' ? 0 : operating;
  return {
    ...kept,
    ...money,
    ...(distributed.length > 0 ? { distributed } : {}),
    ...(agencyOperating === undefined || agencyOperating === follows ? {} : { agencyOperating }),
    ...(Object.keys(names).length > 0 ? { names: { ...names, ...ledger.names } } : {}),
    answers: { ...ledger.answers, ...nothingIn(found) },
    counts: { ...ledger.counts, ...counts },
    amounts: { ...ledger.amounts, ...amounts },
    lastYear: { ...ledger.lastYear, ...lastYear },
  };
}

/** The report is whole: what it has no money of there is none of. */
function nothingIn({ other, left, distributed, projects, basic }: YearlyLedger): Ledger['answers'] {
  const none = (isNothing: boolean) => (isNothing ? ('none' as const) : undefined);
  const answers = {
    other: none(other.length === 0),
    left: none(left.length + distributed.length === 0),
    projects: none(projects.length === 0),
    basic: none(basic.length === 0),
  };
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer));
}
