/** The cases of every rule. */
import { ACROSS_CASES } from './cases-across.ts';
import { ITEM_CASES } from './cases-items.ts';
import { WITHIN_CASES } from './cases-within.ts';
import type { RuleCases } from './rule-case.ts';

export const CASES: RuleCases = { ...WITHIN_CASES, ...ACROSS_CASES, ...ITEM_CASES };
