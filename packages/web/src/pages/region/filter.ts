import type { OverviewAgency, Stage } from '../../api/types.ts';

export const FILTERS = ['all', 'not-collected', 'not-published', 'due', 'errors', 'incomplete'] as const;
export type FilterName = (typeof FILTERS)[number];

/** What an address asks of a region. */
export interface RegionSearch {
  readonly year?: number;
  readonly stage?: Stage;
  readonly show?: FilterName;
  /** With the regions that belong to it. */
  readonly within?: boolean;
}

const TESTS: Readonly<Record<FilterName, (agency: OverviewAgency) => boolean>> = {
  all: () => true,
  'not-collected': ({ standing }) => standing === 'not-collected',
  'not-published': ({ standing }) => standing === 'not-published',
  due: ({ standing }) => standing === 'due',
  errors: ({ disclosure }) => disclosure !== null && disclosure.findings.error > 0,
  incomplete: ({ disclosure }) =>
    disclosure !== null && Object.values(disclosure.completeness.forms).includes('missing'),
};

/** `typed` is a part of the name, or the beginning of the code. */
export function matches(agency: OverviewAgency, filter: FilterName, typed: string): boolean {
  const text = typed.trim();
  return TESTS[filter](agency) && (agency.name.includes(text) || (agency.code?.startsWith(text) ?? false));
}
