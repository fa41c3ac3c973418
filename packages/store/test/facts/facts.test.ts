/** The contract of a store of facts, over every implementation that is here. */
import {
  editAgency,
  openPostgresFacts,
  readAgainHandlers,
  ruleDocument,
  SnapshotGone,
  type Store,
  workJobs,
} from '@mingsuan/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, ENGINES, empty, openBackend } from '../support/backends.ts';
import { made, take } from '../support/disclosures.ts';
import { answersOf, answersTold } from './told.ts';

for (const engine of ENGINES) {
  const opened = await openBackend(engine);
  if (typeof opened === 'string') {
    console.log(opened);
    continue;
  }
  describe(`facts of the store on ${engine}`, () => {
    afterAll(() => opened.close());
    storedCases(opened);
  });
}

/** A small world: two districts, departments with units, two years. */
async function settle(store: Store): Promise<void> {
  for (const agency of [1, 2, 0, 3, 4, 60, 61, 6])
    for (const year of [2022, 2023]) if (agency !== 6 || year === 2023) await take(store, made({ agency, year }));
}

/** What happens in a year: a new version, one taken back, a department that moves. */
const MUTATIONS: readonly ((store: Store) => Promise<unknown>)[] = [
  (store) => take(store, made({ agency: 3, year: 2023, draw: 1 })),
  async (store) => {
    const { rows } = await sql<{
      id: number;
    }>`select document_id as id from disclosures d join agencies a on a.id = d.agency_id
      where a.level = 'department' and d.year = 2022 order by d.id limit 1`.execute(store.db);
    await ruleDocument(store, rows[0]!.id, { kind: 'withdrawn' }, { reason: '撤下' });
    await workJobs(store, { handlers: readAgainHandlers(store), untilIdle: true });
  },
  async (store) => {
    const { rows } = await sql<{
      id: number;
    }>`select id from agencies where parent_id is null order by id desc limit 1`.execute(store.db);
    await editAgency(store, rows[0]!.id, { region: '130201', regionName: '市辖区' });
  },
  (store) => take(store, made({ agency: 5, year: 2022 })),
];

function storedCases({ store }: Backend): void {
  beforeAll(async () => {
    await empty(store);
    await settle(store);
  });

  it('answers what the export tells, whatever happens', async () => {
    const facts = await openPostgresFacts(store);
    const first = await answersOf(facts);
    expect(first).toEqual(await answersTold(store));
    expect(first.scanned.some(({ in_department }) => in_department)).toBe(true);
    for (const mutate of MUTATIONS) {
      await mutate(store);
      expect(await answersOf(facts)).toEqual(await answersTold(store));
    }
    const { scanned } = await answersTold(store);
    expect(await facts.state()).toMatchObject({ facts: scanned.length, snapshot: 0 });
    expect(await facts.verify(2023, 13)).toMatchObject({ differing: [], broken: [] });
    await expect(facts.totals({ form: 'basic', column: 'total', by: [], at: 3 })).rejects.toThrow(SnapshotGone);
  });

  it('tells where rows stand that an earlier version stored', async () => {
    const before = await answersTold(store);
    await sql`update facts set leaf = null, level = null`.execute(store.db);
    await sql`insert into stale_levels select id from disclosures`.execute(store.db);
    expect(await answersOf(await openPostgresFacts(store))).toEqual(before);
  });
}
