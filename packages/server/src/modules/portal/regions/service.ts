/** Regions: which have published, and one of them in a year. */
import type { Stage } from '@mingsuan/core/model/document-kinds';
import { listRegions, type Overview, type RegionItem, regionOverview, type Store } from '@mingsuan/store';
import { found } from '../../../fault.ts';

interface OverviewQuestion {
  /** Six digits; empty where the documents do not tell the region. */
  readonly region: string;
  /** The newest that was published where absent. */
  readonly year?: number | undefined;
  readonly stage: Stage;
  /** With the regions that belong to it. */
  readonly within: boolean;
}

/** What the portal is asked about regions. @throws Fault `missing` where a region has published nothing */
export const regions = (store: Store) => ({
  list: () => listRegions(store),
  overview: async ({
    region,
    stage,
    ...asked
  }: OverviewQuestion): Promise<Overview & { year: number; stage: typeof stage }> => {
    const within = asked.within && region !== '';
    const year = asked.year ?? newestYear(await listRegions(store), region, within);
    return { ...found(await regionOverview(store, { region, year, stage, within }), '这个区划的公开'), year, stage };
  },
});

function newestYear(all: readonly RegionItem[], region: string, within: boolean): number {
  const prefix = region.replace(/(?:00){1,2}$/, '');
  const own = all.filter(({ code }) => (within ? code?.startsWith(prefix) : (code ?? '') === region));
  return Math.max(0, ...own.flatMap(({ years }) => years)) || new Date().getFullYear();
}
