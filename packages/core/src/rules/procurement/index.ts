/** Rules over what is said of procurement beside its table. */
import type { ReadRule } from '../rule.ts';
import { PROCUREMENT_CODES } from './codes.ts';
import { PROCUREMENT_KINDS } from './kinds.ts';
import { PROCUREMENT_SME_WORDS } from './sme.ts';

export const PROCUREMENT_RULES: readonly ReadRule[] = [PROCUREMENT_KINDS, PROCUREMENT_SME_WORDS, PROCUREMENT_CODES];
