/** What a ledger says against itself or leaves open, each with its place. A ledger without any of these compiles into clean tables. */

import type { Origin } from '../disclosure.ts';
import { groupBy } from '../group-by.ts';
import { acrossProblems } from './checks/across.ts';
import { assetProblems } from './checks/assets.ts';
import { fundProblems } from './checks/funds.ts';
import { givenProblems, partsOfWrongWhole } from './checks/given.ts';
import { lastYearNamedProblems } from './checks/last-year-named.ts';
import { lineProblems } from './checks/lines.ts';
import { natureProblems } from './checks/nature.ts';
import type { LedgerProblem } from './checks/problem.ts';
import { purchaseProblems } from './checks/purchases.ts';
import { scaleProblems } from './checks/scale.ts';
import { sourceProblems } from './checks/sources.ts';
import { unconfirmedProblems } from './checks/stated.ts';
import { targetProblems } from './checks/targets.ts';
import { textProblems } from './checks/texts.ts';
import { useProblems } from './checks/uses.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerReading } from './read-sheets.ts';

export type { LedgerProblem } from './checks/problem.ts';
export { answerProblems } from './checks/stated.ts';
export { yearProblems } from './checks/year.ts';

/** What is missing or contradictory in a ledger; none means that it compiles into tables that balance. */
export function ledgerProblems(ledger: Ledger): LedgerProblem[] {
  return [
    ...scaleProblems(ledger),
    ...sourceProblems(ledger),
    ...fewer(lineProblems(ledger)),
    ...purchaseProblems(ledger),
    ...assetProblems(ledger),
    ...fewer(fundProblems(ledger)),
    ...fewer(targetProblems(ledger)),
    ...acrossProblems(ledger),
    ...givenProblems(ledger),
    ...natureProblems(ledger),
    ...fewer(useProblems(ledger)),
    ...fewer(lastYearNamedProblems(ledger)),
    ...fewer(textProblems(ledger)),
    ...unconfirmedProblems(ledger),
  ];
}

const SHOWN = 8;

/** Of one kind the first, and how many more there are: a list of a hundred equal lines hides the others. */
function fewer(problems: readonly LedgerProblem[]): readonly LedgerProblem[] {
  return [...groupBy(problems, ({ code }) => code)].flatMap(([, own]) => {
    const more = own.slice(SHOWN);
    const message = `还有 ${more.length} 处同样的问题，请先改正前面的。`;
    return more[0] ? [...own.slice(0, SHOWN), { ...more[0], message }] : own;
  });
}

export type ProblemKind = 'missing' | 'wrong' | 'notice';

const MISSING = new Set([
  'area-unanswered',
  'source-missing',
  'economic-missing',
  'project-without-money',
  'procurement-unpaid',
  'procurement-unknown',
  'target-missing',
  'target-without-level',
  'duty-performance-missing',
  'organization-blank',
  'explanation-incomplete',
  'text-unfilled',
]);
const NOTICES = new Set([
  'asset-without-line',
  'left-not-printed',
  'code-not-listed',
  'item-of-contribution',
  'operating-of-institution',
  'operating-differs',
  'same-line',
  'nature-differs',
  'code-lost-zero',
  'last-year-named',
  'fund-of-item',
  'count-of-assets',
  'cars-without-money',
  'other-unit',
  'category-of-section',
  'name-spaced',
  'purpose-unused',
  'last-year-far',
  'reason-against',
  'template-region',
  'contribution-above-pay',
  'spent-by-others',
  'funded-as-others',
  'section-of-projects',
  'pay-in-project',
  'item-of-other-use',
  'target-unit-missing',
  'later-far',
  'asset-half-told',
  'year-far',
  'year-past',
  'next-year-named',
  'procurement-unit-odd',
  'project-name-code',
  'basis-is-goal',
  'reason-unspent',
  'target-against-purchase',
  'indicator-text-empty',
  'project-code-spaced',
  'goal-amount',
]);

/** Whether a problem is something missing, something wrong, or only worth a look. */
export const kindOfProblem = ({ code }: { readonly code: string }): ProblemKind =>
  MISSING.has(code) ? 'missing' : NOTICES.has(code) ? 'notice' : 'wrong';

/** Problems of single cells and rows, which stand whatever else is missing. */
const OF_ONE_ROW = new Set([
  'negative-amount',
  'asset-twice',
  'last-year-named',
  'academic-of-section',
  'region-code',
  'region-name',
  'code-as-number',
  'code-lost-zero',
  'code-level',
  'unknown-code',
  'code-not-listed',
  'nature-of-section',
  'item-of-contribution',
  'other-from-appropriation',
  'project-code',
  'procurement-quantity',
  'procurement-amount',
  'procurement-sme',
  'operating-of-institution',
  'answer-contradicted',
  'unconfirmed',
  'fund-of-item',
  'target-level',
  'target-without-level',
  'target-twice',
  'unit-code',
  'name-spaced',
  'own-code-known',
  'text-unfilled',
  'reason-empty',
  'text-twice',
  'unit-twice',
  'organization-blank',
  'section-of-projects',
  'pay-in-project',
  'item-of-other-use',
  'target-name',
  'target-unit-missing',
  'later-far',
  'asset-half-told',
  'year-far',
  'year-past',
  'next-year-named',
  'text-empty',
  'unit-name',
  'indicator-text-empty',
  'project-code-spaced',
  'project-name-unit',
  'asset-quantity',
]);

/** What rows are together: not told where single cells of their sheet are wrong. */
const OF_SEVERAL_ROWS = new Set(['contribution-above-pay']);

/** What rests on all figures: not told where any cell is wrong. */
const OF_ALL_ROWS = new Set(['reason-against']);

/** What is told of a ledger some rows of which could not be read: not what follows from their absence. */
export const withoutConsequences = <T extends { readonly code: string }>(problems: readonly T[]): readonly T[] =>
  problems.filter(({ code }) => OF_ONE_ROW.has(code));

/**
 * What is told beside the faults of a reading: of a ledger in part only what stands by itself, and nothing of a cell that is
 * told already.
 */
export function problemsBeside<T extends { readonly code: string; readonly path?: string }>(
  problems: readonly T[],
  { faults, originOf, isPartial = false }: Pick<LedgerReading, 'faults' | 'originOf' | 'isPartial'>,
): readonly T[] {
  const placeOf = ({ sheet = '', address = '' }: Origin) => `${sheet}!${address}`;
  const sheets = new Set(faults.flatMap(({ origin }) => origin.sheet ?? []));
  const told = new Set(faults.flatMap(({ origin }) => (origin.address === undefined ? [] : [placeOf(origin)])));
  const isTold = ({ code, path }: T) => {
    const origin = path === undefined ? undefined : originOf?.(path);
    if (OF_ALL_ROWS.has(code) && faults.length > 0) return true;
    if (OF_SEVERAL_ROWS.has(code) && sheets.has(origin?.sheet ?? '')) return true;
    return origin?.address !== undefined && told.has(placeOf(origin));
  };
  return ofOneCause((isPartial ? withoutConsequences(problems) : problems).filter((each) => !isTold(each)));
}

/** Without notices of cells that are told wrong, and without what is asked of a part of last year whose whole is wrong. */
function ofOneCause<T extends { readonly code: string; readonly path?: string }>(problems: readonly T[]): readonly T[] {
  const wrong = problems.filter((each) => kindOfProblem(each) === 'wrong');
  const paths = new Set(wrong.flatMap(({ path }) => path ?? []));
  const parts = wrong.flatMap(({ code, path = '' }) => (code === 'last-year-whole' ? partsOfWrongWhole(path) : []));
  return problems.filter(({ code, path = '' }) => {
    if (code === 'explanation-incomplete') return !parts.some((part) => path.startsWith(part));
    return kindOfProblem({ code }) !== 'notice' || !paths.has(path);
  });
}
