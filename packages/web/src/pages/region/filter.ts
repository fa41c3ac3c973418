import type { OverviewFilter, Stage } from '../../api/types.ts';

export const FILTERS = [
  'all',
  'not-collected',
  'not-published',
  'due',
  'errors',
  'incomplete',
] as const satisfies readonly OverviewFilter[];
export type FilterName = (typeof FILTERS)[number];

/** What an address asks of a region. */
export interface RegionSearch {
  readonly year?: number;
  readonly stage?: Stage;
  readonly show?: FilterName;
  /** With the regions that belong to it. */
  readonly within?: boolean;
}
