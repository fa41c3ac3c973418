/** All rules that read a whole disclosure, in the order of their findings. */
import type { Disclosure } from '../disclosure.ts';
import type { Finding } from '../finding.ts';
import type { DisclosureRule, RuleContext } from './disclosure-rule.ts';
import { PERFORMANCE_RULES } from './performance/index.ts';
import { PROCUREMENT_WORD_RULES } from './procurement/index.ts';
import { TEXT_RULES } from './text/index.ts';
import { WORD_FIGURE_RULES } from './words/index.ts';

export const DISCLOSURE_RULES: readonly DisclosureRule[] = [
  ...WORD_FIGURE_RULES,
  ...TEXT_RULES,
  ...PERFORMANCE_RULES,
  ...PROCUREMENT_WORD_RULES,
];

/** What every rule that reads a whole disclosure finds, rule by rule. */
export function applyDisclosureRules(disclosure: Disclosure, context: RuleContext): readonly Finding[] {
  return DISCLOSURE_RULES.flatMap((rule) => rule.run(disclosure, context));
}
