import type { SearchKind } from './types.ts';

/** In the order in which they are offered. */
export const SEARCH_KINDS = [
  'agency',
  'item',
  'line',
  'project',
  'indicator',
  'procurement',
  'explanation',
] as const satisfies readonly SearchKind[];
