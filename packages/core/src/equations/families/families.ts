/** All built-in families of equations, in the order in which they are documented. */
import { type Family, type ParsedFamily, parseFamily } from '../family.ts';
import { ACROSS_FAMILIES } from './across.ts';
import { BALANCE_FAMILIES } from './balance.ts';
import { CONTRIBUTION_FAMILIES } from './contributions.ts';
import { PROCUREMENT_AND_ASSETS_FAMILIES } from './procurement-and-assets.ts';
import { THREE_PUBLICS_FAMILIES } from './three-publics.ts';
import { WITHIN_FAMILIES } from './within.ts';

export const FAMILIES: readonly Family[] = [
  ...BALANCE_FAMILIES,
  ...WITHIN_FAMILIES,
  ...ACROSS_FAMILIES,
  ...THREE_PUBLICS_FAMILIES,
  ...CONTRIBUTION_FAMILIES,
  ...PROCUREMENT_AND_ASSETS_FAMILIES,
];

let parsed: readonly ParsedFamily[] | undefined;

/** The built-in families with their expressions parsed, once. */
export function builtinFamilies(): readonly ParsedFamily[] {
  parsed ??= FAMILIES.map(parseFamily);
  return parsed;
}
