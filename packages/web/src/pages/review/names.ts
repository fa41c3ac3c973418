import { REVIEW, REVIEW_FINDING } from '@mingsuan/core/process/reviews';
import type { ReviewFinding, ReviewText } from '../../api/types.ts';

/** What a state of a review is called. */
export const stateName = (state: ReviewText['state']): string => REVIEW.states[state];

/** What a state of a finding is called. */
export const findingStateName = (state: ReviewFinding['state']): string => REVIEW_FINDING.states[state];

/** What the corrected text shows of a finding, from the second round on. */
export function fateOf(
  { state, firstRound, lastRound, isOwn }: ReviewFinding,
  round: number,
): 'fixed' | 'stays' | 'new' | undefined {
  if (round === 1 || state === 'dismissed') return undefined;
  if (state === 'fixed') return 'fixed';
  if (firstRound === round) return isOwn ? undefined : 'new';
  return lastRound === round ? 'stays' : undefined;
}
