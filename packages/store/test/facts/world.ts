/** A small world to ask about, and what happens in it. */
import { editAgency, readAgainHandlers, ruleDocument, type Store, workJobs } from '@mingsuan/store';
import { sql } from 'kysely';
import { made, take } from '../support/disclosures.ts';

/** Two districts, departments with units, two years; units before and after their department. */
export async function settle(store: Store): Promise<void> {
  for (const agency of [1, 2, 0, 3, 4, 60, 61, 6])
    for (const year of [2022, 2023]) if (agency !== 6 || year === 2023) await take(store, made({ agency, year }));
}

const idOf = async (store: Store, query: string): Promise<number> =>
  (await sql.raw<{ id: number }>(query).execute(store.db)).rows[0]!.id;

/** A file is taken back, and what it published with it. @returns the disclosure that was in it */
export async function withdraw(store: Store, disclosure: number): Promise<void> {
  const document = await idOf(store, `select document_id as id from disclosures where id = ${disclosure}`);
  await ruleDocument(store, document, { kind: 'withdrawn' }, { reason: '撤下' });
  await workJobs(store, { handlers: readAgainHandlers(store), untilIdle: true });
}

/** A new version, a department's text taken back (its units count now), an agency that moves, a unit that comes later. */
export const MUTATIONS: readonly ((store: Store) => Promise<unknown>)[] = [
  (store) => take(store, made({ agency: 3, year: 2023, draw: 1 })),
  async (store) =>
    withdraw(
      store,
      await idOf(
        store,
        `select d.id from disclosures d join agencies a on a.id = d.agency_id
         where a.level = 'department' and d.year = 2022 order by d.id limit 1`,
      ),
    ),
  async (store) => {
    const id = await idOf(store, 'select id from agencies where parent_id is null order by id desc limit 1');
    await editAgency(store, id, { region: '130201', regionName: '市辖区' });
  },
  (store) => take(store, made({ agency: 5, year: 2022 })),
];
