/** What is said of a text that was published and taken back: that it is, who did it, when and why; nothing of what it was. */
import type { Stage } from '@mingsuan/core/model/document-kinds';
import type { Withdrawal } from '@mingsuan/core/model/withdrawal';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import { REJECTIONS } from './ruling.ts';

type Stores = Pick<Store, 'db'>;

/** One of an agency, under the address that it had. */
export interface DatedWithdrawal extends Withdrawal {
  readonly year: number | null;
  readonly stage: Stage;
}

interface Row extends Omit<DatedWithdrawal, 'at'> {
  readonly at: Date;
}

/** Of a disclosure by its number; undefined where it was never published, or is. */
export const withdrawalOfDisclosure = async (store: Stores, id: number): Promise<DatedWithdrawal | undefined> =>
  (await withdrawals(store, sql`k.value ->> 'id' = ${String(id)}`))[0];

/** Of a file that published something. */
export const withdrawalOfDocument = async (store: Stores, id: number): Promise<DatedWithdrawal | undefined> =>
  (await withdrawals(store, sql`d.id = ${id}`))[0];

/** Of an agency and those that were merged into it, the last first. */
export const withdrawalsOfAgency = (store: Stores, id: number): Promise<readonly DatedWithdrawal[]> =>
  withdrawals(
    store,
    sql`k.value ->> 'agencyId' in (select cast(${id} as text)
      union select cast(former_id as text) from former_agencies where agency_id = ${id})`,
  );

/** By the change that last ruled the file, which is the one that took it back. */
async function withdrawals({ db }: Stores, which: RawBuilder<unknown>): Promise<readonly DatedWithdrawal[]> {
  const { rows } = await sql<Row>`
    select d.ruling ->> 'kind' as kind, c.at, c.person, c.reason,
      cast(k.value ->> 'year' as integer) as year, k.value ->> 'stage' as stage
    from documents d cross join lateral json_array_elements(d.kept) k
      cross join lateral (select at, person, reason from changes
        where kind = 'document' and subject = d.id order by id desc limit 1) c
    where d.ruling ->> 'kind' in (${sql.join(REJECTIONS)}) and ${which} order by c.at desc, d.id desc`.execute(db);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
