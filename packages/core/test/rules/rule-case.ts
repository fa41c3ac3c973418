import type { Disclosure } from '../../src/disclosure.ts';

type Documents = Disclosure | readonly Disclosure[];

/** Documents in which a rule fires alone, and documents, often of a rarer but right shape, in which it stays silent. */
export interface RuleCase {
  readonly fires: Documents;
  readonly silent: readonly Documents[];
}

export type RuleCases = Readonly<Record<string, RuleCase>>;
