/** What was found in a text beside what is found in its corrected one: 没改, 改了, 新出现. */
import type { Finding } from '../finding.ts';
import { findingPlace } from '../finding-id.ts';
import { groupBy } from '../group-by.ts';

export interface RoundMatch<B extends Finding, A extends Finding> {
  /** Found again: the same, or at the same place by other figures. */
  readonly stays: readonly { readonly before: B; readonly after: A }[];
  readonly gone: readonly B[];
  readonly appeared: readonly A[];
}

/** Each finding is matched at most once: those with the same id first, then those of the same rule at the same place in their order. */
export function matchRounds<B extends Finding, A extends Finding>(
  before: readonly B[],
  after: readonly A[],
): RoundMatch<B, A> {
  const stays: { before: B; after: A }[] = [];
  const left = [by(({ id }: Finding) => id), by(findingPlace)].reduce<{ before: readonly B[]; after: readonly A[] }>(
    (rest, pair) => {
      const { pairs, ...more } = pair(rest.before, rest.after);
      stays.push(...pairs);
      return more;
    },
    { before, after },
  );
  return { stays, gone: left.before, appeared: left.after };
}

const by =
  (keyOf: (finding: Finding) => string | undefined) =>
  <B extends Finding, A extends Finding>(before: readonly B[], after: readonly A[]) => {
    const waiting = new Map(
      [...groupBy(after, (finding) => keyOf(finding) ?? '')].map(([key, found]) => [key, [...found]]),
    );
    const pairs: { before: B; after: A }[] = [];
    const unmatched = before.filter((one) => {
      const key = keyOf(one);
      const found = key === undefined ? undefined : waiting.get(key)?.shift();
      if (found) pairs.push({ before: one, after: found });
      return !found;
    });
    const matched = new Set(pairs.map((pair) => pair.after));
    return { pairs, before: unmatched, after: after.filter((one) => !matched.has(one)) };
  };
