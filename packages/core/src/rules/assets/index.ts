/** Rules over what is said of assets, in words and in their table. */
import type { ReadRule } from '../rule.ts';
import { ASSET_PURCHASES } from './purchases.ts';
import { ASSETS_ROWS, ASSETS_UNIT } from './table.ts';

export const ASSET_RULES: readonly ReadRule[] = [ASSET_PURCHASES, ASSETS_UNIT, ASSETS_ROWS];
