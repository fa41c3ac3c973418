/** What accounts tell of performance, as their ledger holds it: worked out of the year's results, so that nobody copies a number by hand. */
import type { Ledger } from '../ledger/ledger.ts';
import { MEAN_SCORE } from '../model/stated.ts';
import type { Grade } from './profile.ts';

/** The results of a year. Money in fen. */
export interface YearResults {
  readonly withTargets: { readonly projects: number; readonly fen: number };
  readonly tracked: { readonly projects: number; readonly fen: number };
  readonly evaluated: {
    readonly projects: number;
    readonly budget: number;
    /** As printed; absent where nothing was scored. */
    readonly mean?: string | undefined;
    readonly grades: Readonly<Record<string, number>>;
  };
  readonly problems: { readonly found: number; readonly corrected: number; readonly open: number };
}

/** The ladder's places, the best first, whatever a profile calls its grades. */
const PLACES = ['excellent', 'good', 'fair', 'poor'] as const;

/** A ledger of accounts with what the results say in the place of what stood there. @param grades of the profile, the best first */
export function withResults(
  ledger: Ledger,
  { withTargets, tracked, evaluated, problems }: YearResults,
  grades: readonly Grade[],
): Ledger {
  const counted = grades
    .slice(0, PLACES.length)
    .map(({ name }, i) => [PLACES[i]!, evaluated.grades[name] ?? 0] as const);
  const of = (name: string) => `performance[${name}]`;
  const counts = {
    [of('projects')]: withTargets.projects,
    [of('tracked')]: tracked.projects,
    [of('evaluated')]: evaluated.projects,
    ...Object.fromEntries(counted.map(([place, count]) => [of(place), count])),
    [of('problems')]: problems.found,
    [of('corrected')]: problems.corrected,
    [of('correcting')]: problems.open,
  };
  const amounts = {
    [of('funds')]: withTargets.fen,
    [of('tracked-funds')]: tracked.fen,
    [of('evaluated-funds')]: evaluated.budget,
  };
  const { texts } = ledger;
  const { [MEAN_SCORE]: _, ...sections } = texts.sections ?? {};
  return {
    ...ledger,
    counts: { ...ledger.counts, ...counts },
    amounts: { ...ledger.amounts, ...amounts },
    texts: {
      ...texts,
      sections: { ...sections, ...(evaluated.mean === undefined ? {} : { [MEAN_SCORE]: [evaluated.mean] }) },
    },
  };
}
