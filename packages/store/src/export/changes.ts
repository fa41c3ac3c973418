/**
 * What of the open data changed since a moment or a version. A version is told when somebody asks and something changed: its number is the
 * minute since 1970, or the next one, so that no number is given twice even after a backup of an earlier day was restored.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';
import { keyOf, limitOf, type Page, type PageOptions, pageOf } from '../queries/page.ts';
import { allOf } from '../queries/sql.ts';
import type { Stage } from '../queries/types.ts';
import { disclosureColumns } from './disclosure-columns.ts';

export const CHANGE_SUBJECTS = ['disclosure', 'findings', 'agency'] as const;
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number];

/** The newest version in which something of a subject changed; null where nothing ever did. */
export interface DataVersion {
  readonly version: number;
  readonly at: string;
}

export type DataVersions = Readonly<Record<ChangeSubject, DataVersion | null>>;

export interface DataChange {
  /** A disclosure with all that it prints, its released findings, or an agency. */
  readonly subject: ChangeSubject;
  /** Of the disclosure or the agency. */
  readonly id: number;
  readonly change: 'added' | 'changed' | 'removed';
  readonly version: number;
  readonly at: string;
  /** Null of what is gone. */
  readonly agencyId: number | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly stage: Stage | null;
}

/** A version's number, or a moment (ISO 8601). */
export type Since = number | string;

const after = (since: Since): RawBuilder<unknown> =>
  typeof since === 'number' ? sql`c.version > ${since}` : sql`c.at >= cast(${since} as timestamptz)`;

/** Whether one of these subjects of disclosure `d` changed since. */
export const changedSince = (since: Since, subjects: readonly ChangeSubject[]): RawBuilder<unknown> =>
  sql`exists (select 1 from data_changes c where c.subject in (${sql.join(subjects)}) and c.subject_id = d.id and ${after(since)})`;

/** The newest version of each subject, after what changed has been told. */
export async function dataVersions({ db }: Pick<Store, 'db'>): Promise<DataVersions> {
  await tellChanges(db);
  const { rows } = await sql<{ subject: ChangeSubject; version: number; at: Date }>`
    select subject, max(version) as version, max(at) as at from data_changes group by subject`.execute(db);
  const of = (subject: ChangeSubject): DataVersion | null => {
    const row = rows.find((one) => one.subject === subject);
    return row ? { version: row.version, at: row.at.toISOString() } : null;
  };
  return { disclosure: of('disclosure'), findings: of('findings'), agency: of('agency') };
}

/** The oldest change first: whoever applies them in their order has what is here. */
export async function listDataChanges(
  { db }: Pick<Store, 'db'>,
  { since, ...options }: PageOptions & { readonly since?: Since | undefined },
): Promise<Page<DataChange>> {
  await tellChanges(db);
  const limit = limitOf(options);
  const key = keyOf<[number, string, number]>(options, ['number', 'string', 'number']);
  const { rows } = await sql<Omit<DataChange, 'at'> & { at: Date }>`
    select c.subject, c.subject_id as id, c.version, c.at, a.id as "agencyId", a.name as agency, d.year, d.stage,
      case when c.is_gone then 'removed' when ${since === undefined ? sql`true` : isNew(since)} then 'added' else 'changed' end as change
    from data_changes c
    left join disclosures d on c.subject <> 'agency' and d.id = c.subject_id
    left join agencies a on a.id = case when c.subject = 'agency' then c.subject_id else d.agency_id end
    where ${allOf([
      since !== undefined && after(since),
      key && sql`(c.version, c.subject, c.subject_id) > (${key[0]}, ${key[1]}, ${key[2]})`,
    ])}
    order by c.version, c.subject, c.subject_id limit ${limit + 1}`.execute(db);
  return pageOf(
    rows,
    limit,
    ({ version, subject, id }) => [version, subject, id],
    ({ at, ...row }) => ({ ...row, at: at.toISOString() }),
  );
}

/** Whether a change `c` is the first of what it is of, and was not told before. */
const isNew = (since: Since): RawBuilder<unknown> =>
  typeof since === 'number' ? sql`c.first > ${since}` : sql`c.first = c.version`;

/** What a mark that may have changed nothing is compared by. */
const STANDS = sql`md5(cast((select row_to_json(s) from (select ${disclosureColumns}, d.version, d.is_current) s) as text))`;

/** Makes one version of what is marked, one asker after the other. What a disclosure comes in with is told with it. */
export async function tellChanges(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql`select 1 from stale_changes limit 1`.execute(db);
  if (rows.length === 0) return;
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('data_changes', 7))`.execute(tx);
    await sql`
      with gone as (delete from stale_changes returning subject, subject_id, anew, at),
      every as (select subject, subject_id, bool_or(anew) as anew, max(at) as at from gone group by 1, 2),
      marked as (select * from every e where e.subject <> 'findings' or not exists (
        select 1 from every d where d.subject = 'disclosure' and d.subject_id = e.subject_id and d.anew)),
      stand as (
        select m.*, s.stood, case when m.subject = 'agency' then not exists (select 1 from agencies a where a.id = m.subject_id)
          else s.is_current is not true end as is_gone
        from marked m left join lateral (
          select d.is_current, ${STANDS} as stood from disclosures d join agencies a on a.id = d.agency_id
          where m.subject <> 'agency' and d.id = m.subject_id) s on true),
      next as (select greatest(coalesce(max(version), 0) + 1,
        cast(floor(extract(epoch from clock_timestamp()) / 60) as integer)) as version from data_changes)
      insert into data_changes (subject, subject_id, first, version, at, is_gone, stood)
      select s.subject, s.subject_id, n.version, n.version, s.at, s.is_gone, s.stood from stand s cross join next n
      left join data_changes c on c.subject = s.subject and c.subject_id = s.subject_id
      where case when c.subject is null then not s.is_gone
        else (s.anew and not s.is_gone) or (c.stood, c.is_gone) is distinct from (s.stood, s.is_gone) end
      on conflict (subject, subject_id) do update
        set version = excluded.version, at = excluded.at, is_gone = excluded.is_gone, stood = excluded.stood`.execute(
      tx,
    );
  });
}
