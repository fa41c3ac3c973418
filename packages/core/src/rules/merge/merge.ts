/** The last phase: a document's findings, one for each mistake, the weightiest first, with their ids. */
import type { Disclosure } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { withIds } from '../../finding-id.ts';
import { groupBy } from '../../group-by.ts';
import { TEXT_UNFILLED } from '../text/unfilled.ts';
import { withConsequences } from './consequences.ts';
import { byWeight } from './order.ts';

/** @returns the findings of one document as they are told: merged, in order, with ids. */
export function merged(findings: readonly Finding[], disclosure: Disclosure): Finding[] {
  const unfilled = findings.filter(({ rule }) => rule === TEXT_UNFILLED.id);
  const told = oncePerSentence(withConsequences(unfilled.length > 0 ? unfilled : findings));
  return withIds(told.sort(byWeight), disclosure);
}

/** What is told in the very same words twice (one indicator of two units' sheets of one project) is told once, with both places. */
function oncePerSentence(findings: readonly Finding[]): Finding[] {
  const same = groupBy(findings, ({ rule, message, difference }) =>
    difference === undefined ? `${rule} ${message}` : undefined,
  );
  const alone = findings.filter(({ difference }) => difference !== undefined);
  const once = [...same].flatMap(([key, [first, ...rest]]) =>
    key === undefined || !first ? [] : [{ ...first, evidence: [first, ...rest].flatMap(({ evidence }) => evidence) }],
  );
  return [...once, ...alone];
}
