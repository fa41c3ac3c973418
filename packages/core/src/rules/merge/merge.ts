/** The last phase: a document's findings, one for each mistake, the weightiest first, with their ids. */
import type { Disclosure } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import { withIds } from '../../finding-id.ts';
import { TEXT_UNFILLED } from '../text/unfilled.ts';
import { withConsequences } from './consequences.ts';
import { byWeight } from './order.ts';

/** @returns the findings of one document as they are told: merged, in order, with ids. */
export function merged(findings: readonly Finding[], disclosure: Disclosure): Finding[] {
  const unfilled = findings.filter(({ rule }) => rule === TEXT_UNFILLED.id);
  return withIds(withConsequences(unfilled.length > 0 ? unfilled : findings).sort(byWeight), disclosure);
}
