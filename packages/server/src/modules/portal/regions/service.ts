/** Regions: which have published, and one of them in a year. */
import type { Stage } from '@mingsuan/core/model/document-kinds';
import {
  type OverviewQuestion as Asked,
  type Changed,
  changedMost,
  listRegions,
  type Overview,
  type RegionItem,
  regionOverview,
  type Store,
} from '@mingsuan/store';
import { found } from '../../../fault.ts';

interface Asking {
  /** Six digits; empty where the documents do not tell the region. */
  readonly region: string;
  /** That of which most is here where absent. */
  readonly year?: number | undefined;
  readonly stage: Stage;
  /** With the regions that belong to it. */
  readonly within: boolean;
}

interface OverviewQuestion extends Asking, Pick<Asked, 'show' | 'q' | 'sort' | 'limit' | 'offset'> {}

/** What the portal is asked about regions. @throws Fault `missing` where a region has published nothing */
export const regions = (store: Store) => ({
  list: () => listRegions(store),
  overview: async ({
    region,
    stage,
    year: askedYear,
    within: withInner,
    ...listed
  }: OverviewQuestion): Promise<Overview & { year: number; stage: typeof stage }> => {
    const within = withInner && region !== '';
    const year = askedYear ?? defaultYear(await listRegions(store), region, within);
    return {
      ...found(await regionOverview(store, { ...listed, region, year, stage, within }), '这个区划的公开'),
      year,
      stage,
    };
  },
  changed: async ({
    region,
    stage,
    year: asked,
    within: withInner,
  }: Asking): Promise<Changed & { year: number; stage: Stage }> => {
    const within = withInner && region !== '';
    const year = asked ?? defaultYear(await listRegions(store), region, within);
    return { ...(await changedMost(store, { region, year, stage, within })), year, stage };
  },
});

/** Of a region alone its own default; with those within it, the one of most of them. */
function defaultYear(all: readonly RegionItem[], region: string, within: boolean): number {
  const prefix = region.replace(/(?:00){1,2}$/, '');
  const own = all.filter(({ code }) => (within ? code?.startsWith(prefix) : (code ?? '') === region));
  const agencies = new Map<number, number>();
  for (const { defaultYear: year, agencies: count } of own)
    if (year !== null) agencies.set(year, (agencies.get(year) ?? 0) + count);
  const [most] = [...agencies].sort(([a, m], [b, n]) => n - m || b - a);
  return most?.[0] ?? new Date().getFullYear();
}
