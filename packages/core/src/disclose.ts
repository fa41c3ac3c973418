/** Ledger → disclosure: its tables compiled, its explanation written from them. */
import { compileLedger } from './compile/compile.ts';
import type { Disclosure, Problem } from './disclosure.ts';
import { type ExplainInput, explain } from './explain/index.ts';
import { neededAreas } from './explain/needed-areas.ts';
import { bundled } from './jurisdictions/bundled.ts';
import type { Jurisdictions } from './jurisdictions/jurisdictions.ts';
import { waitingOf } from './ledger/areas.ts';
import { problem } from './ledger/checks/problem.ts';
import { reasonProblems } from './ledger/checks/reasons.ts';
import { lastYearScaleProblems } from './ledger/checks/scale.ts';
import { unchangedProblems } from './ledger/checks/unchanged.ts';
import type { Ledger } from './ledger/ledger.ts';
import { answerProblems, kindOfProblem } from './ledger/problems.ts';
import { kindOf } from './model/document-kinds.ts';
import type { Template } from './templates/index.ts';

/** `problems` say what the ledger lacks, and where the words wait for a person. */
export interface Disclosed {
  readonly disclosure: Disclosure;
  readonly problems: readonly Problem[];
}

/** A ledger as its template publishes it: every table, the explanation, and what a person has still to write. */
export function discloseLedger(given: Ledger, template: Template, jurisdictions?: Jurisdictions): Disclosed {
  const { ledger, problems } = withoutDistribution(given);
  const compiled = compileLedger(ledger, template);
  const explained = withWords(compiled.disclosure, ledger, template, jurisdictions);
  const unanswered = answerProblems(ledger, neededAreas(template, ledger.agency.level, jurisdictions ?? bundled()));
  const all = [
    ...problems,
    ...farYear(ledger, jurisdictions ?? bundled()),
    ...unchangedProblems(ledger, compiled.disclosure),
    ...lastYearScaleProblems(ledger, compiled.disclosure),
    ...unanswered,
    ...compiled.problems,
    ...notAskedTwice(explained.problems, unanswered),
  ];
  // Where a figure may be wrong its reason is not to blame.
  const isSound = all.every(
    ({ code }) => code === 'unconfirmed' || (kindOfProblem({ code }) !== 'wrong' && code !== 'last-year-far'),
  );
  return {
    disclosure: explained.disclosure,
    problems: isSound ? [...all, ...reasonProblems(ledger, compiled.disclosure)] : all,
  };
}

/** Without the words that stand for an area's rows: that nobody has answered the area is told already. */
function notAskedTwice(
  problems: readonly (Problem & { readonly path?: string })[],
  unanswered: readonly { readonly path: string }[],
): readonly Problem[] {
  const told = new Set(unanswered.map(({ path }) => path.replace(/^answers/, 'texts')));
  return problems.filter(({ path = '' }) => !told.has(path));
}

/** So many years after the newest form that is known nobody compiles a budget: 2062 for 2026. */
const FAR_YEARS = 5;

/** There is no clock here; the forms that are known tell about when we are. */
function farYear({ year }: Ledger, { templates }: Jurisdictions): readonly Problem[] {
  const newest = Math.max(...templates.map(({ years: [from] }) => from));
  if (year <= newest + FAR_YEARS) return [];
  const message = `年度写的是 ${year} 年，比程序最新的表样（${newest} 年）晚 ${year - newest} 年：请核对是不是写错了。`;
  return [problem('year-far', 'year', message)];
}

/** Only accounts distribute a surplus: in a budget it is told and left out, not counted against what comes in. */
function withoutDistribution(given: Ledger): { readonly ledger: Ledger; readonly problems: readonly Problem[] } {
  const { distributed = [], ...ledger } = given;
  if (distributed.length === 0 || kindOf(given.stage ?? 'budget').executes) return { ledger: given, problems: [] };
  const message = '结余分配是决算的事，预算没有这一项，没有计入：请删去“结余分配”的各行；编决算的，把文种改成决算。';
  return { ledger, problems: [problem('distributed-in-budget', 'distributed[0]', message)] };
}

/** The disclosure with its explanation, written with what a ledger says of last year, reasons and duties. */
export function withWords(
  disclosure: Disclosure,
  ledger: Ledger | undefined,
  template: Template,
  jurisdictions = bundled(),
): Disclosed {
  const words = ledger ? wordsOf(ledger) : { lastYear: {}, texts: { duties: [], reasons: {} }, counts: {} };
  const { sections, problems } = explain({ ...words, disclosure, template, jurisdictions });
  return { disclosure: { ...disclosure, explanation: sections }, problems };
}

function wordsOf(ledger: Ledger): Omit<ExplainInput, 'disclosure' | 'template' | 'jurisdictions'> {
  const { lastYear, texts, counts, amounts, nature, answers } = ledger;
  const isNew = answers?.['last-year'] === 'none' && Object.keys(lastYear).length === 0;
  const stated = amounts ? { amounts } : {};
  return { lastYear, texts, counts, ...stated, nature, ledger, ...waitingOf(ledger), ...(isNew ? { isNew } : {}) };
}
