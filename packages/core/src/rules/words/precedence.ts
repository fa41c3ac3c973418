/** Which of several findings a wrong figure gets: one mistake, one finding. */
import type { Mention } from '../../words/mention.ts';
import type { DocumentContext } from '../context.ts';
import { compareWithTables } from './against-tables.ts';
import { checkAverages } from './averages.ts';
import { checkAwardedShares } from './awarded-shares.ts';
import type { Proposal } from './candidate.ts';
import { checkChangeSums } from './change-sums.ts';
import { checkCounts } from './counts.ts';
import type { Facts } from './facts.ts';
import type { Issue } from './issue.ts';
import { checkMisnamed } from './misnamed.ts';
import { missingFigures } from './missing.ts';
import { checkUnits } from './other-unit.ts';
import { checkOutline } from './outline.ts';
import { checkParts } from './parts.ts';
import { checkPeople } from './people.ts';
import { checkReasons } from './reasons.ts';
import { checkRelations } from './relations.ts';
import { checkSlips } from './slips.ts';
import { checkTwins } from './twins.ts';
import { checkVehicleUses } from './vehicle-uses.ts';
import { checkWithin } from './within.ts';
import { checkYears } from './years.ts';

/**
 * From the surest explanation to the weakest: a table beside the words tells better what is wrong with a figure than other
 * words do, a relation of two figures better than a sum of many, a sum of known quantities better than one of whatever is
 * listed, and the reason told for a change least of all.
 */
const PRECEDENCE = [
  'missing',
  'years',
  'tables',
  'relations',
  'parts',
  'outline',
  'twins',
  'within',
  'counts',
  'slips',
  'reasons',
] as const;
type Check = (typeof PRECEDENCE)[number];

/** What is wrong with the figures of a document's words; the rules share it. */
export function issuesOf({ disclosure, mentions }: DocumentContext): readonly Issue[] {
  const told = { disclosure, mentions };
  const missing = missingFigures(disclosure);
  const tables = compareWithTables(told);
  const facts: Facts = { ...told, confirmed: tables.confirmed, incomplete: missing.incomplete };
  const checks: Readonly<Record<Check, readonly Proposal[]>> = {
    missing: missing.proposals,
    years: checkYears(told),
    tables: [...checkMisnamed(told), ...tables.proposals],
    relations: checkRelations(facts),
    parts: [
      ...checkParts(facts),
      ...checkAverages(facts),
      ...checkAwardedShares(facts),
      ...checkChangeSums(facts),
      ...checkVehicleUses(facts),
    ],
    outline: checkOutline(facts),
    twins: checkTwins(told),
    within: checkWithin(facts),
    counts: [...checkCounts(told), ...checkPeople(told)],
    slips: [...checkUnits(facts), ...checkSlips(facts)],
    reasons: checkReasons(told),
  };
  return settled(PRECEDENCE.flatMap((check) => checks[check]));
}

/** The issues that are told: a figure gets the first that blames it. */
function settled(proposals: readonly Proposal[]): readonly Issue[] {
  const blamed = new Set<Mention>();
  const issues: Issue[] = [];
  for (const proposal of proposals) {
    const candidate = typeof proposal === 'function' ? proposal((mention) => blamed.has(mention)) : proposal;
    if (!candidate) continue;
    const { issue, blames = [], unless = [], oncePerPlace } = candidate;
    if (unless.some((mention) => mention && blamed.has(mention))) continue;
    for (const mention of blames) blamed.add(mention);
    if (!oncePerPlace || !issues.some((other) => isSamePlace(other, issue))) issues.push(issue);
  }
  return issues;
}

/** Two issues of one rule that quote the same words, one of them perhaps more of them. */
function isSamePlace(one: Issue, other: Issue): boolean {
  const [a, b] = [one.evidence[0], other.evidence[0]];
  if (one.rule !== other.rule || !a || !b || a.origin !== b.origin) return false;
  return a.text.includes(b.text) || b.text.includes(a.text);
}
