/** All built-in families of equations, in the order in which they are documented. */
import { lazy } from '../../memo.ts';
import { prebuilt } from '../../prebuilt.ts';
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

/** The built-in families with their expressions parsed, once. */
export const builtinFamilies = lazy((): readonly ParsedFamily[] => {
  const known = prebuilt<readonly ParsedFamily['equations'][]>('equations');
  return known ? FAMILIES.map((family, i) => ({ family, equations: known[i]! })) : FAMILIES.map(parseFamily);
});
