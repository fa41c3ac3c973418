/** Probes of web sites and counters: what is asked, and the raw series that came of it. */
import { groupBy } from '@mingsuan/core/group-by';
import type { ColumnKind } from '@mingsuan/core/performance/inspection';
import type { SiteCheck } from '@mingsuan/core/performance/site-content';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit } from '../people/audit.ts';
import { listOf } from '../queries/sql.ts';
import type { Worker } from '../work/steps.ts';
import type { ProbeKind } from './tables.ts';

type Db = Kysely<Database>;

export interface ProbeFields {
  readonly unitId: number;
  readonly project: string | null;
  readonly indicator: string | null;
  readonly name: string;
  readonly url: string;
  /** 20 a day is every 72 minutes. */
  readonly everyMinutes: number;
  readonly kind: ProbeKind;
  /** Null unless a column is watched. */
  readonly column: ColumnKind | null;
  /** A promise of the column; null where what the inspections ask is asked. */
  readonly mostDays: number | null;
}

export interface Probe extends ProbeFields {
  readonly id: number;
  readonly isOn: boolean;
}

/** Often enough for an inspection, rarely enough for a site: a look into its pages asks for many of them. */
export const LEAST_MINUTES: Readonly<Record<ProbeKind, number>> = { opens: 15, links: 1440, column: 360 };

const PROBE = sql`id, unit_id as "unitId", project, indicator, name, url, every_minutes as "everyMinutes", is_on as "isOn",
  kind, site_column as "column", most_days as "mostDays"`;

const MAKERS = ['project-owner', 'performance-office'] as const;
/** The role in which somebody sets what is measured. @throws ChangeRefused */
export function roleIn({ roles }: Worker): (typeof MAKERS)[number] {
  const role = MAKERS.find((one) => roles.includes(one));
  if (!role) throw new ChangeRefused('监测要由业务处室或绩效处来设。');
  return role;
}

/** @returns its number @throws ChangeRefused */
export async function addProbe(
  { db }: Pick<Store, 'db'>,
  fields: ProbeFields,
  worker: Worker,
  now = new Date(),
): Promise<number> {
  const role = roleIn(worker);
  const least = LEAST_MINUTES[fields.kind];
  if (fields.everyMinutes < least) throw new ChangeRefused(`两次访问至少隔 ${least} 分钟。`);
  if (fields.kind === 'column' && fields.column === null) throw new ChangeRefused('请写明是哪一类栏目。');
  if (fields.column === 'other' && fields.mostDays === null)
    throw new ChangeRefused('检查指标没有写其他栏目多久更新一次，请写明最多几天。');
  return db.transaction().execute(async (tx) => {
    const { unitId, project, indicator, name, url, everyMinutes, kind, column, mostDays } = fields;
    const { id } = await tx
      .insertInto('probes')
      .values({
        unit_id: unitId,
        project,
        indicator,
        name,
        url,
        every_minutes: everyMinutes,
        kind,
        site_column: column,
        most_days: mostDays,
        person_id: worker.personId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(
      tx,
      worker,
      { kind: 'probe', subject: id, unitId, role, title: `监测网站：${name}`, after: fields },
      now,
    );
    return id;
  });
}

/** Goes on or rests. @throws ChangeRefused */
export async function switchProbe(
  { db }: Pick<Store, 'db'>,
  { id, unitId, name }: Probe,
  isOn: boolean,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  const role = roleIn(worker);
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('probes').set({ is_on: isOn }).where('id', '=', id).execute();
    await audit(
      tx,
      worker,
      { kind: 'probe', subject: id, unitId, role, title: `${isOn ? '恢复' : '停止'}监测：${name}` },
      now,
    );
  });
}

/** What of a probe may become another: its site is what the series is of, and stays. */
export type ProbeTold = Pick<ProbeFields, 'name' | 'project' | 'indicator'>;

/** Says anew of which project and indicator it is: a probe goes on over the years, and budgets name their projects anew. @throws ChangeRefused */
export async function renameProbe(
  { db }: Pick<Store, 'db'>,
  { id, unitId, ...before }: Probe,
  { name, project, indicator }: ProbeTold,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  const role = roleIn(worker);
  const after = { name, project, indicator };
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('probes').set(after).where('id', '=', id).execute();
    const told = { name: before.name, project: before.project, indicator: before.indicator };
    await audit(
      tx,
      worker,
      { kind: 'probe', subject: id, unitId, role, title: `改监测的名称、指标：${name}`, before: told, after },
      now,
    );
  });
}

/** Of these units. */
export async function listProbes(db: Db, units: readonly number[]): Promise<readonly Probe[]> {
  const { rows } =
    await sql<Probe>`select ${PROBE} from probes where unit_id = any(${listOf(units, 'integer')}) order by id`.execute(
      db,
    );
  return rows;
}

/** Undefined where there is none. */
export async function getProbe(db: Db, id: number): Promise<Probe | undefined> {
  const { rows } = await sql<Probe>`select ${PROBE} from probes where id = ${id}`.execute(db);
  return rows[0];
}

/** Takes those of these kinds whose time has come; each is taken once, by one server of several. */
export async function takeDueProbes(
  db: Db,
  now: Date,
  most: number,
  kinds: readonly ProbeKind[],
): Promise<readonly Probe[]> {
  const { rows } = await sql<Probe>`update probes set asked_at = ${now} where id in (
      select id from probes where is_on and kind = any(${listOf(kinds, 'text')}) and (asked_at is null or asked_at <= cast(${now} as timestamptz) - every_minutes * interval '1 minute')
      order by asked_at nulls first limit ${most} for update skip locked) returning ${PROBE}`.execute(db);
  return rows;
}

export interface VisitRow {
  readonly at: string;
  readonly isOpen: boolean;
  readonly status: number | null;
  readonly ms: number;
  readonly note: string | null;
}

/** What a visit found. */
export async function keepVisit(db: Db, probe: number, { at, isOpen, status, ms, note }: VisitRow): Promise<void> {
  await db
    .insertInto('visits')
    .values({ probe_id: probe, at, is_open: isOpen, status, ms, note })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The raw series of a year, the first first. */
export async function visitsOf(db: Db, probe: number, year: number): Promise<readonly VisitRow[]> {
  const { rows } = await sql<
    Omit<VisitRow, 'at'> & { at: Date }
  >`select at, is_open as "isOpen", status, ms, note from visits
    where probe_id = ${probe} and ${inYear(year)} order by at`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** What a look into a site's pages found. */
export async function keepSiteCheck(db: Db, probe: number, check: SiteCheck): Promise<void> {
  await db
    .insertInto('site_checks')
    .values({ probe_id: probe, at: check.at, found: JSON.stringify(check) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The raw looks of a year at these, the first first. */
export async function siteChecksOf(
  db: Db,
  probes: readonly number[],
  year: number,
): Promise<ReadonlyMap<number, readonly SiteCheck[]>> {
  const { rows } = await sql<{ probe: number; found: SiteCheck }>`select probe_id as probe, found from site_checks
    where probe_id = any(${listOf(probes, 'integer')}) and ${inYear(year)} order by at`.execute(db);
  return new Map(
    [...groupBy(rows, ({ probe }) => probe)].map(([probe, own]) => [probe, own.map(({ found }) => found)]),
  );
}

/** Of the country's year. */
const inYear = (year: number) =>
  sql`at >= ${`${year}-01-01T00:00:00+08:00`} and at < ${`${year + 1}-01-01T00:00:00+08:00`}`;

export interface CounterFields {
  readonly unitId: number;
  readonly year: number;
  readonly project: string | null;
  readonly indicator: string | null;
  readonly name: string;
  /** Unit of what is counted: 条, 次. */
  readonly measure: string;
}

export interface Counter extends CounterFields {
  readonly id: number;
  readonly numerator: number;
  /** Null of a counter that counts only one thing. */
  readonly denominator: number | null;
  readonly values: number;
}

const COUNTER = sql`c.id, c.unit_id as "unitId", c.year, c.project, c.indicator, c.name, c.measure,
  (select cast(coalesce(sum(v.numerator), 0) as bigint) from counter_values v where v.counter_id = c.id) as numerator,
  (select cast(sum(v.denominator) as bigint) from counter_values v where v.counter_id = c.id) as denominator,
  (select cast(count(*) as integer) from counter_values v where v.counter_id = c.id) as values`;

/** @returns its number @throws ChangeRefused */
export async function addCounter(
  { db }: Pick<Store, 'db'>,
  fields: CounterFields,
  worker: Worker,
  now = new Date(),
): Promise<number> {
  const role = roleIn(worker);
  return db.transaction().execute(async (tx) => {
    const { unitId, year, project, indicator, name, measure } = fields;
    const made = await tx
      .insertInto('counters')
      .values({ unit_id: unitId, year, project, indicator, name, measure, person_id: worker.personId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new ChangeRefused(`已有计数“${name}”。`);
    await audit(
      tx,
      worker,
      { kind: 'probe', subject: made.id, unitId, role, title: `建立计数：${name}`, after: fields },
      now,
    );
    return made.id;
  });
}

/** Of these units and a year, with their sums. */
export async function listCounters(db: Db, units: readonly number[], year: number): Promise<readonly Counter[]> {
  const { rows } =
    await sql<Counter>`select ${COUNTER} from counters c where c.unit_id = any(${listOf(units, 'integer')})
    and c.year = ${year} order by c.id`.execute(db);
  return rows;
}

/** Undefined where there is none. */
export async function getCounter(db: Db, id: number): Promise<Counter | undefined> {
  const { rows } = await sql<Counter>`select ${COUNTER} from counters c where c.id = ${id}`.execute(db);
  return rows[0];
}

export interface CounterValue {
  readonly day: string;
  readonly numerator: number;
  readonly denominator: number | null;
}

/** Adds to the series; what was wrong is taken back by its negative. @throws ChangeRefused */
export async function addValues(
  { db }: Pick<Store, 'db'>,
  { id, unitId, name }: Counter,
  values: readonly CounterValue[],
  source: string,
  worker: Worker,
  now = new Date(),
): Promise<void> {
  const role = roleIn(worker);
  await db.transaction().execute(async (tx) => {
    for (let at = 0; at < values.length; at += 500)
      await tx
        .insertInto('counter_values')
        .values(
          values
            .slice(at, at + 500)
            .map((value) => ({ counter_id: id, ...value, source, person_id: worker.personId, at: now })),
        )
        .execute();
    await audit(
      tx,
      worker,
      { kind: 'probe', subject: id, unitId, role, title: `${name}：记 ${values.length} 个数`, after: { source } },
      now,
    );
  });
}

/** The raw series. */
export async function valuesOf(db: Db, id: number): Promise<readonly (CounterValue & { readonly source: string })[]> {
  const { rows } = await sql<CounterValue & { readonly source: string }>`select day, numerator, denominator, source
    from counter_values where counter_id = ${id} order by day, id`.execute(db);
  return rows;
}
