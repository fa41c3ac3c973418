/** A page costs the same however many disclosures there are: the rows that its questions read, at two sizes. */
import {
  catalogDatasets,
  catalogFacts,
  compareAgencies,
  getItem,
  listRegions,
  regionOverview,
  search,
} from '@mingsuan/store';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { AGENCIES_OF_REGION } from '../../../../bench/made-up/published.ts';
import type { Backend } from '../support/backends.ts';
import { made, take } from '../support/disclosures.ts';
import { type Asked, rowsRead } from '../support/rows-read.ts';

const PAGES: Readonly<Record<string, Asked>> = {
  regions: listRegions,
  catalogue: async (store) => [await catalogFacts(store), await catalogDatasets(store, { limit: 5 })],
  peers: (store) => compareAgencies(store, { agencies: [], measures: ['expenditure'], years: [2023] }),
  item: (store) => getItem(store, { kind: 'measure', key: 'expenditure', limit: 2 }),
  overview: (store) => regionOverview(store, { region: '130000', year: 2023, stage: 'budget', within: true, limit: 1 }),
};

export function costCases(backend: () => Backend): void {
  const store = () => backend().store;

  it('regions, the catalogue, peers, an item and an overview read about as many rows of 16 offices as of four', async () => {
    const offices = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => made({ agency: 3 * (from + i) }));
    await take(store(), ...offices(0, 4));
    const { id } = await store().db.selectFrom('agencies').select('id').orderBy('id').executeTakeFirstOrThrow();
    const asked: Readonly<Record<string, Asked>> = {
      ...PAGES,
      peers: (one) =>
        compareAgencies(one, { agencies: [id], measures: ['expenditure'], years: [2023], peersBy: 'level' }),
    };
    const costs = async () => {
      const read: Record<string, number> = {};
      await sql`vacuum analyze`.execute(store().db);
      for (const [name, ask] of Object.entries(asked)) {
        await ask(store());
        read[name] = await rowsRead(store(), ask);
      }
      return read;
    };
    const small = await costs();
    await take(store(), ...offices(4, 16));
    // Rows more are how the database goes about it; four times as many they are not.
    for (const [name, rows] of Object.entries(await costs()))
      expect([name, rows < 2 * small[name]! + 2]).toEqual([name, true]);
    expect(((await asked['peers']!(store())) as { peers: unknown }).peers).toMatchObject([{ count: 16 }]);
  });

  it('an item of a district reads as many rows however many print it elsewhere', async () => {
    const ask: Asked = (one) => getItem(one, { kind: 'measure', key: 'expenditure', limit: 2, region: '130101' });
    const cost = async () => {
      await sql`vacuum analyze`.execute(store().db);
      await ask(store());
      return rowsRead(store(), ask);
    };
    await take(store(), ...[0, 3, 6, 9].map((agency) => made({ agency: AGENCIES_OF_REGION + agency })));
    const small = await cost();
    await take(store(), ...Array.from({ length: 12 }, (_, i) => made({ agency: 3 * i })));
    expect(await cost()).toBeLessThan(2 * small + 2);
  });

  it('what changes is counted again: an office moved, withdrawn, renamed', async () => {
    await take(store(), made({ agency: 0 }), made({ agency: 3 }), made({ agency: AGENCIES_OF_REGION }));
    expect(await listRegions(store())).toMatchObject([
      { code: '130100', agencies: 2, disclosures: 2, defaultYear: 2023 },
      { code: '130101', agencies: 1 },
    ]);
    await sql`update agencies set region = '130100' where region = '130101'`.execute(store().db);
    await sql`update disclosures set is_current = false where id = (select min(id) from disclosures)`.execute(
      store().db,
    );
    expect(await listRegions(store())).toMatchObject([{ code: '130100', agencies: 2, disclosures: 2 }]);
    expect((await catalogFacts(store())).disclosures).toBe(2);
  });

  it('a word that every text has is found in as many rows of twenty offices as of ten', async () => {
    const ask: Asked = (one) => search(one, { q: '经费', kind: 'line', limit: 5 });
    await take(store(), ...Array.from({ length: 10 }, (_, i) => made({ agency: 3 * i })));
    await sql`analyze`.execute(store().db);
    const small = await rowsRead(store(), ask);
    await take(store(), ...Array.from({ length: 10 }, (_, i) => made({ agency: 3 * (10 + i) })));
    await sql`analyze`.execute(store().db);
    expect(await rowsRead(store(), ask)).toBeLessThan(2 * small);
  });
}
