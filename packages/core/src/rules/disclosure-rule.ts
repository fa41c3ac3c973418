/** A rule that reads one whole disclosure, beside the equations over its tables. */
import type { Disclosure, Problem } from '../disclosure.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

export interface RuleContext {
  /** What the file's reading reported: blank pages, characters without a meaning. */
  readonly problems: readonly Problem[];
}

/** `run` is pure; its findings carry this rule's id. `sure` says how often it is right: doubtful rules are notices. */
export interface DisclosureRule extends Rule {
  readonly sure: '确定' | '较可靠' | '供参考';
  readonly run: (disclosure: Disclosure, context: RuleContext) => readonly Finding[];
}
