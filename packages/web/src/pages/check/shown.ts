/** What the page panel shows: a finding, and which of its facts. */
import type { Evidence } from '@mingsuan/core/finding';
import type { Finding, Origin } from '../../api/types.ts';

export interface Shown {
  readonly finding: Finding;
  readonly fact: Evidence | undefined;
}

/** Not in another file of the check. */
const isHere = ({ source }: Origin): boolean => source === undefined;

/** A finding is shown at its first fact that stands on a page. */
export const firstPlace = (finding: Finding): Shown => ({
  finding,
  fact: finding.evidence.find(({ origin }) => origin.page !== undefined && isHere(origin)) ?? finding.evidence[0],
});

/** All of a finding's places on a page are framed at once. */
export const placesOn = ({ finding }: Shown, page: number): readonly Origin[] =>
  finding.evidence.flatMap(({ origin }) => (origin.page === page && origin.box && isHere(origin) ? origin : []));
