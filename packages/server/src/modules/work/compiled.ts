/** What a version of a budget comes to: its ledger, the disclosure compiled from it, what is wrong, its money by fund and class. */
import { type CheckResult, checkDisclosures } from '@mingsuan/core/check';
import { discloseLedger } from '@mingsuan/core/disclose';
import type { Disclosure, Problem } from '@mingsuan/core/disclosure';
import { readHeld } from '@mingsuan/core/ledger/held';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { kindOfProblem, problemsBeside } from '@mingsuan/core/ledger/problems';
import type { Fen } from '@mingsuan/core/money';
import { chooseTemplate, templateById } from '@mingsuan/core/templates/index';
import type { ControlClass, WorkContent } from '@mingsuan/store';

export interface Compiled {
  readonly ledger: Ledger;
  readonly disclosure: Disclosure;
  readonly problems: readonly Problem[];
  readonly findings: CheckResult['findings'];
}

/** Versions never change: what the last ones came to is kept. */
const MOST_KEPT = 64;
const kept = new Map<string, Compiled | readonly Problem[]>();

/** What a content comes to, or what keeps it from being a ledger. */
export function compiledOf({ hash, content }: WorkContent): Compiled | readonly Problem[] {
  const known = kept.get(hash) ?? compile(content);
  kept.delete(hash);
  kept.set(hash, known);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return known;
}

/** Whether it could be compiled. */
export const isCompiled = (compiled: Compiled | readonly Problem[]): compiled is Compiled => 'ledger' in compiled;

function compile(content: unknown): Compiled | readonly Problem[] {
  const { ledger, faults, reading } = readHeld(content);
  if (!ledger) return faults;
  const { region, year, stage = 'budget' } = ledger;
  const template =
    (ledger.template === undefined ? undefined : templateById(ledger.template)) ??
    chooseTemplate(region?.code, year, stage);
  if (!template) return [{ code: 'no-template', message: `没有 ${year} 年的模板，请换一个年度或添上模板。` }];
  const { disclosure, problems } = discloseLedger(ledger, template);
  const beside = reading ? problemsBeside(problems, reading) : problems;
  // A document of part of a ledger would be blamed for what is not in it.
  const findings = reading?.isPartial ? [] : checkDisclosures([disclosure]).findings;
  return { ledger, disclosure, problems: [...faults, ...beside], findings };
}

/** What stands against handing it up: problems that are wrong, and errors that checking finds. */
export function errorsOf(compiled: Compiled | readonly Problem[]): readonly string[] {
  if (!isCompiled(compiled)) return compiled.map(({ message }) => message);
  const wrong = compiled.problems.filter((problem) => kindOfProblem(problem) === 'wrong');
  const errors = compiled.findings.filter(({ severity }) => severity === 'error');
  return [...wrong, ...errors].map(({ message }) => message);
}

export interface ClassSum {
  readonly fund: string;
  readonly class: ControlClass;
  readonly fen: Fen;
}

/** Expenditure of the year by fund and class, which control figures speak of. */
export function sumsOf({ basic, projects }: Ledger): readonly ClassSum[] {
  const sums = new Map<string, ClassSum>();
  const add = (fund: string, of: ControlClass, fen: Fen) => {
    const key = `${fund} ${of}`;
    sums.set(key, { fund, class: of, fen: (sums.get(key)?.fen ?? 0) + fen });
  };
  for (const { fund, nature, fen } of basic) add(fund, nature, fen);
  for (const { lines } of projects) for (const { fund, fen } of lines) add(fund, 'project', fen);
  return [...sums.values()];
}
