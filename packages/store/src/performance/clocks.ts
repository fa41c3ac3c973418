/** Registers of matters that run against a clock: what was entered of them stands, and what is wrong is struck out. */
import { type ClockEntry, type ClockId, clockFault } from '@mingsuan/core/performance/clock-register';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit } from '../people/audit.ts';
import { listOf } from '../queries/sql.ts';
import type { Worker } from '../work/steps.ts';
import { partsOf } from './bulk.ts';
import { roleIn } from './measured.ts';

type Db = Kysely<Database>;

export interface ClockFields {
  readonly unitId: number;
  readonly year: number;
  readonly project: string | null;
  readonly indicator: string | null;
  readonly name: string;
  readonly rule: ClockId;
}

export interface Clock extends ClockFields {
  readonly id: number;
}

const CLOCK = sql`id, unit_id as "unitId", year, project, indicator, name, rule`;

/** @returns its number @throws ChangeRefused */
export async function addClock(
  { db }: Pick<Store, 'db'>,
  fields: ClockFields,
  worker: Worker,
  now = new Date(),
): Promise<number> {
  const role = roleIn(worker);
  return db.transaction().execute(async (tx) => {
    const { unitId, year, project, indicator, name, rule } = fields;
    const made = await tx
      .insertInto('clocks')
      .values({ unit_id: unitId, year, project, indicator, name, rule, person_id: worker.personId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new ChangeRefused(`已有登记“${name}”。`);
    const entry = { kind: 'probe', subject: made.id, unitId, role, title: `建立登记：${name}`, after: fields } as const;
    await audit(tx, worker, entry, now);
    return made.id;
  });
}

/** Of these units and a year. */
export async function listClocks(db: Db, units: readonly number[], year: number): Promise<readonly Clock[]> {
  const { rows } = await sql<Clock>`select ${CLOCK} from clocks where unit_id = any(${listOf(units, 'integer')})
    and year = ${year} order by id`.execute(db);
  return rows;
}

/** Undefined where there is none. */
export async function getClock(db: Db, id: number): Promise<Clock | undefined> {
  const { rows } = await sql<Clock>`select ${CLOCK} from clocks where id = ${id}`.execute(db);
  return rows[0];
}

export interface StoredClockEntry extends ClockEntry {
  readonly clockId: number;
  readonly source: string;
}

/** The raw rows of these, in the order in which they were entered. */
export async function clockEntries(db: Db, clocks: readonly number[]): Promise<readonly StoredClockEntry[]> {
  const { rows } = await sql<StoredClockEntry>`select clock_id as "clockId", number, kind, at, source from clock_entries
    where clock_id = any(${listOf(clocks, 'integer')}) order by id`.execute(db);
  return rows;
}

/** Adds to a register, all of it or nothing. @throws ChangeRefused with the first entry that does not fit what is there */
export async function enterClock(
  { db }: Pick<Store, 'db'>,
  { id, unitId, name, rule, year }: Clock,
  entries: readonly ClockEntry[],
  source: string,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  const role = roleIn(worker);
  await db.transaction().execute(async (tx) => {
    // One after the other, so that each sees what stands.
    await sql`select id from clocks where id = ${id} for update`.execute(tx);
    const fault = clockFault(await clockEntries(tx, [id]), entries, { rule, year, now: now.toISOString() });
    if (fault !== undefined) throw new ChangeRefused(fault);
    for (const part of partsOf(entries))
      await tx
        .insertInto('clock_entries')
        .values(
          part.map(({ number, kind, at }) => ({
            clock_id: id,
            number,
            kind,
            at,
            source,
            person_id: worker.personId,
            entered_at: now,
          })),
        )
        .execute();
    const title = `${name}：登记 ${entries.length} 笔`;
    await audit(tx, worker, { kind: 'probe', subject: id, unitId, role, title, after: { source } }, now);
  });
}
