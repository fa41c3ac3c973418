/** What own rules change of a check's findings. */
import type { Instance } from '../equations/evaluate.ts';
import type { Finding } from '../finding.ts';
import { OWN_GROUP } from './equations.ts';
import type { OwnRules } from './own-rules.ts';

/** A limit that a bureau sets says nothing about how a figure was mistyped: it names what exceeds it, and nothing else. */
export function isOwnLimit({ family, operator }: Instance): boolean {
  return family.group === OWN_GROUP && operator !== '=';
}

/** The finding as own rules want it, or none. */
export function settleFinding(finding: Finding, own: OwnRules): readonly Finding[] {
  if (own.off.has(finding.rule)) return [];
  const severity = own.severities.get(finding.rule);
  return [severity === undefined ? finding : { ...finding, severity }];
}
