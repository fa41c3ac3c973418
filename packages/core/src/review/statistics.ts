/** What became of what the rules found: which errors, and which rules are mostly set aside. Every share has its numerator and denominator. */

export interface RuleCounts {
  readonly found: number;
  readonly dismissed: number;
  readonly told: number;
  readonly fixed: number;
}

/** Findings that somebody decided on: the denominator of how many were set aside. */
export const decidedOf = ({ dismissed, told, fixed }: RuleCounts): number => dismissed + told + fixed;

/** Fewer decisions than these say nothing of a rule. */
const FEWEST_DECIDED = 5;

/** Whether a rule was set aside in more than half of what was decided: it is shown to the bureau, which decides what follows. */
export const isNoisy = (counts: RuleCounts): boolean =>
  decidedOf(counts) >= FEWEST_DECIDED && counts.dismissed * 2 > decidedOf(counts);
