/** Rules over what is said of procurement and assets beside their tables. */

import { ASSET_PURCHASES } from '../assets/purchases.ts';
import { ASSETS_ROWS, ASSETS_UNIT } from '../assets/table.ts';
import type { DisclosureRule } from '../disclosure-rule.ts';
import { PROCUREMENT_CODES } from './codes.ts';
import { PROCUREMENT_KINDS } from './kinds.ts';
import { PROCUREMENT_SME_WORDS } from './sme.ts';

export const PROCUREMENT_WORD_RULES: readonly DisclosureRule[] = [
  PROCUREMENT_KINDS,
  PROCUREMENT_SME_WORDS,
  ASSET_PURCHASES,
  ASSETS_UNIT,
  ASSETS_ROWS,
  PROCUREMENT_CODES,
];
