/** What the open data hold: for the catalogue, and for data packages. */
import type { Store } from '../open.ts';
import { keyOf, limitOf, type Page, type PageOptions, pageOf } from './page.ts';
import { holdings, listRegions, type RegionItem } from './regions.ts';
import type { Stage } from './types.ts';

export interface CatalogFacts {
  readonly regions: readonly RegionItem[];
  readonly years: readonly number[];
  readonly agencies: number;
  /** Current versions, and the figures in them. */
  readonly disclosures: number;
  readonly facts: number;
  /** When something was last imported; null in an empty store. */
  readonly modifiedAt: string | null;
}

/** How many regions, disclosures and figures there are, and of which years. */
export async function catalogFacts(store: Pick<Store, 'db'>): Promise<CatalogFacts> {
  const regions = await listRegions(store);
  const { agencies, disclosures, facts, modified } = await holdings(store);
  return {
    regions,
    years: [...new Set(regions.flatMap(({ years }) => years))].sort((a, b) => a - b),
    agencies,
    disclosures,
    facts,
    modifiedAt: modified?.toISOString() ?? null,
  };
}

export interface CatalogDataset {
  readonly disclosureId: number;
  readonly agency: string;
  readonly agencyCode: string | null;
  readonly region: string | null;
  readonly regionName: string | null;
  readonly year: number | null;
  readonly stage: Stage;
  readonly facts: number;
  readonly sha256: string;
  readonly importedAt: string;
}

/** The current disclosures one by one, the newest import first. */
export async function catalogDatasets(
  { db }: Pick<Store, 'db'>,
  options: PageOptions = {},
): Promise<Page<CatalogDataset>> {
  const limit = limitOf(options);
  const after = keyOf<[number]>(options, ['number']);
  const rows = await db
    .selectFrom('disclosures as d')
    .innerJoin('agencies as a', 'a.id', 'd.agency_id')
    .innerJoin('documents as o', 'o.id', 'd.document_id')
    .select(['d.id', 'd.year', 'd.stage', 'd.fact_count', 'd.created_at', 'o.sha256'])
    .select(['a.name', 'a.code', 'a.region', 'a.region_name'])
    .where('d.is_current', '=', true)
    .$if(after !== undefined, (query) => query.where('d.id', '<', after![0]))
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    (row) => ({
      disclosureId: row.id,
      agency: row.name,
      agencyCode: row.code,
      region: row.region || null,
      regionName: row.region_name || null,
      year: row.year,
      stage: row.stage,
      facts: row.fact_count,
      sha256: row.sha256,
      importedAt: row.created_at.toISOString(),
    }),
  );
}
