/** What own rules change of a check: families and instances before it, findings after it. */
import type { Disclosure } from '../disclosure.ts';
import type { Instance } from '../equations/evaluate.ts';
import type { Family, ParsedFamily } from '../equations/family.ts';
import type { Finding } from '../finding.ts';
import type { RuleContext } from '../rules/disclosure-rule.ts';
import { OWN_GROUP } from './equations.ts';
import type { OwnRules } from './index.ts';

/** The families to check: the user's own too, none that is switched off. */
export function withOwnFamilies(families: readonly ParsedFamily[], own: OwnRules | undefined): readonly ParsedFamily[] {
  if (!own) return families;
  return [...families, ...own.families]
    .filter(({ family }) => !own.off.has(family.id))
    .map((parsed) => ({ ...parsed, family: weighed(parsed.family, own) }));
}

/** Instances of families that stand outside the list. */
export function settleInstances(instances: readonly Instance[], own: OwnRules | undefined): readonly Instance[] {
  if (!own) return instances;
  return instances
    .filter(({ family }) => !own.off.has(family.id))
    .map((instance) => ({ ...instance, family: weighed(instance.family, own) }));
}

/** A limit that a bureau sets says nothing about how a figure was mistyped: it names what exceeds it, and nothing else. */
export function isOwnLimit({ family, operator }: Instance): boolean {
  return family.group === OWN_GROUP && operator !== '=';
}

/** Its severity decides which of several broken equations a finding tells. */
function weighed(family: Family, own: OwnRules): Family {
  const severity = own.severities.get(family.id);
  return severity === undefined ? family : { ...family, severity };
}

/** What a bureau's own rules find in one disclosure. */
export function ownFindings(own: OwnRules | undefined, disclosure: Disclosure, context: RuleContext): Finding[] {
  return (own?.rules ?? []).flatMap((rule) => rule.run(disclosure, context));
}

/** The finding as the user wants it, or none. */
export function settleFinding(finding: Finding, own: OwnRules | undefined): readonly Finding[] {
  if (!own) return [finding];
  if (own.off.has(finding.rule)) return [];
  const severity = own.severities.get(finding.rule);
  return [severity === undefined ? finding : { ...finding, severity }];
}
