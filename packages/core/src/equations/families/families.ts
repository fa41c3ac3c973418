/** All built-in families of equations, in the order in which they are documented. */
import { type Family, type ParsedFamily, parseFamily } from '../family.ts';
import { ACROSS_FAMILIES } from './across.ts';
import { BALANCE_FAMILIES } from './balance.ts';
import { ITEM_FAMILIES } from './items.ts';
import { WITHIN_FAMILIES } from './within.ts';

export const FAMILIES: readonly Family[] = [
  ...BALANCE_FAMILIES,
  ...WITHIN_FAMILIES,
  ...ACROSS_FAMILIES,
  ...ITEM_FAMILIES,
];

let parsed: readonly ParsedFamily[] | undefined;

/** The built-in families with their expressions parsed, once. */
export function builtinFamilies(): readonly ParsedFamily[] {
  parsed ??= FAMILIES.map(parseFamily);
  return parsed;
}
