/** What the page panel shows: a finding, and which of its facts. */
import { type Evidence, suspectOf } from '@mingsuan/core/finding';
import type { Finding, Origin } from '../../api/types.ts';

export interface Shown {
  readonly finding: Finding;
  readonly fact: Evidence | undefined;
}

/** A finding is shown at its first fact that stands on a page of its own file, else of another. */
export const firstPlace = (finding: Finding): Shown => {
  const paged = finding.evidence.filter(({ origin }) => origin.page !== undefined);
  return {
    finding,
    fact: paged.find(({ origin }) => origin.source === undefined) ?? paged[0] ?? finding.evidence[0],
  };
};

/** A finding's places on a page of a file, all framed at once: the one in question apart from its witnesses. */
export function placesOn({ finding }: Shown, source: string | undefined, page: number) {
  const suspect = suspectOf(finding);
  const there = finding.evidence.filter(
    ({ origin }) => origin.page === page && origin.box !== undefined && origin.source === source,
  );
  const of = (isSuspect: boolean): readonly Origin[] =>
    there.flatMap((fact) => ((suspect === undefined || fact === suspect) === isSuspect ? fact.origin : []));
  return { suspects: of(true), witnesses: of(false) };
}
