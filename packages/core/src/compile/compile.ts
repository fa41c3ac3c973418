/**
 * Ledger → the tables of a disclosure, by projection: every cell is a sum of ledger lines, so the equations over statements
 * hold whatever the ledger says. What the ledger lacks, or says against itself, is asked for by name.
 */
import type { Disclosure, Problem, Statement } from '../disclosure.ts';
import { formById } from '../forms/index.ts';
import { waitingOf } from '../ledger/areas.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ledgerProblems } from '../ledger/problems.ts';
import { formsOf, type Printing } from '../templates/fill.ts';
import type { Template } from '../templates/index.ts';
import { compileBalance, printsDistribution, printsYearEnd } from './balance.ts';
import { compileClassified } from './classified.ts';
import { entriesOf } from './entries.ts';
import { templateProblems } from './problems.ts';
import { compileTables, tableProblems } from './records.ts';
import type { Task } from './statement.ts';
import { compileThreePublics } from './three-publics.ts';

export interface Compiled {
  readonly disclosure: Disclosure;
  readonly problems: readonly Problem[];
}

const BUILDERS: Readonly<Record<string, (task: Task) => Statement>> = {
  lines: compileBalance,
  function: compileClassified,
  economic: compileClassified,
  items: compileThreePublics,
};

/** All tables of the ledger's budget as the template prints them. Contents and explanation are for others to write. */
export function compileLedger(ledger: Ledger, template: Template): Compiled {
  const { agency, region, year } = ledger;
  const printing: Printing = { template, agency, year };
  const forms = formsOf(template, agency.level);
  const hasYearEnd = printsYearEnd(forms.find(({ form }) => form === 'balance')?.lines);
  const hasDistribution = printsDistribution(forms.find(({ form }) => form === 'balance')?.lines);
  // Without a line for what is left or distributed, only what is spent is shown, on both sides.
  const entries = entriesOf(ledger).filter(
    ({ kind }) => (hasYearEnd || kind !== 'left') && (hasDistribution || kind !== 'distributed'),
  );
  const waiting = waitingOf(ledger);
  const statements = forms.flatMap((form): Statement[] => {
    const build = BUILDERS[formById(form.form).rows];
    return build ? [build({ ledger, entries, form: form as Task['form'], printing, waiting })] : [];
  });
  return {
    disclosure: {
      agency,
      ...(region ? { region } : {}),
      year,
      stage: template.stage,
      template: template.id,
      statements,
      tables: compileTables(ledger, printing, waiting),
      contents: [],
      explanation: [],
    },
    problems: [
      ...ledgerProblems(ledger),
      ...templateProblems(ledger, printing, { hasYearEnd, hasDistribution }),
      ...tableProblems(ledger, printing),
    ],
  };
}
