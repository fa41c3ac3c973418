/** Slips of the pen in the running text. */
import type { ReadRule } from '../rule.ts';
import { PUNCTUATION_RULES } from './punctuation.ts';
import { REPEATED_RULES } from './repeated.ts';
import { TYPO } from './typos.ts';
import { WORDING_RULES } from './wording.ts';

export const HYGIENE_RULES: readonly ReadRule[] = [...PUNCTUATION_RULES, ...WORDING_RULES, TYPO, ...REPEATED_RULES];
