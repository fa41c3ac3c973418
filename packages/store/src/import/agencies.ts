/**
 * Whose a disclosure is. An agency is the same where region, level and name are, and its code does not contradict: two
 * agencies of one name (a department and its own office, or those of two cities) stay two.
 */
import type { Disclosure } from '@mingsuan/core/disclosure';
import { fullBrackets } from '@mingsuan/core/text/fold';
import { soundsOf, soundWords } from '@mingsuan/core/text/sounds';
import { agencyKindNamed } from '@mingsuan/core/vocabulary/index';
import { type Kysely, sql } from 'kysely';
import { foldedEntry, vectorOf } from '../bigrams.ts';
import { listOf } from '../database/bulk.ts';
import type { Database } from '../database/schema.ts';

type Db = Kysely<Database>;
type Subject = Pick<Disclosure, 'agency' | 'region'>;

/** Held until the transaction ends, so that two imports of one agency follow each other. In one order, so that none waits for another in a circle. */
export async function lockAgencies(db: Db, subjects: readonly Subject[]): Promise<void> {
  const keys = [
    ...new Set(
      subjects.map(({ agency, region }) => `${region?.code ?? ''} ${agency.level} ${fullBrackets(agency.name)}`),
    ),
  ];
  for (const key of keys.sort()) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 5))`.execute(db);
}

export interface KnownAgency {
  readonly id: number;
  /** Entered just now, or its code learnt just now. */
  readonly isNew: boolean;
}

/** A name as agencies are entered, and as it may have been entered before names had one kind of brackets. */
export const spellingsOf = (name: string): readonly string[] => {
  const full = fullBrackets(name);
  return [full, full.replaceAll('（', '(').replaceAll('）', ')')];
};

/** The agency of a disclosure; a new one is entered, and a code that was not known before is added. */
export async function agencyOf(db: Db, { agency, region }: Subject): Promise<KnownAgency> {
  const { level } = agency;
  const name = fullBrackets(agency.name);
  const code = agency.code ?? null;
  const candidates = await db
    .selectFrom('agencies')
    .select(['id', 'code'])
    .where('region', '=', region?.code ?? '')
    .where('level', '=', level)
    .where('name', 'in', spellingsOf(name))
    .orderBy('id')
    .execute();
  const same = candidates.find((candidate) => candidate.code === code);
  if (same) return { id: same.id, isNew: false };
  const former = await formerOf(
    db,
    { agency: { ...agency, name }, ...(region ? { region } : {}) },
    candidates.length > 0,
  );
  if (former !== undefined) return { id: former, isNew: false };
  const [only] = candidates;
  if (code === null && only && candidates.length === 1) return { id: only.id, isNew: false };
  const uncoded = candidates.find((candidate) => candidate.code === null);
  if (uncoded) {
    await db.updateTable('agencies').set({ code }).where('id', '=', uncoded.id).execute();
    await renewSearch(db, uncoded.id);
    return { id: uncoded.id, isNew: true };
  }
  const { id } = await db
    .insertInto('agencies')
    .values({
      region: region?.code ?? '',
      region_name: region?.name ?? '',
      code,
      name,
      level,
      parent_id: null,
      kind: agencyKindNamed(name) ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await enterSearch(db, id, name, code, region?.name ?? '');
  return { id, isNew: true };
}

/** The agency that went by this name and code before; where others go by the name now (`isCoded`), only one whose code says so. */
async function formerOf(db: Db, { agency, region }: Subject, isCoded: boolean): Promise<number | undefined> {
  const rows = await db
    .selectFrom('former_agencies')
    .select(['agency_id', 'code'])
    .where('region', '=', region?.code ?? '')
    .where('level', '=', agency.level)
    .where('name', '=', agency.name)
    .orderBy('id', 'desc')
    .execute();
  const code = agency.code ?? null;
  const exact = rows.find((row) => row.code === code && code !== null);
  return (exact ?? (isCoded ? undefined : rows.find((row) => row.code === null || code === null)))?.agency_id;
}

/** Agencies whose name tells another kind than is kept of them get that one: kinds are data that change. */
export async function renewKinds(db: Db): Promise<void> {
  const known = await db.selectFrom('agencies').select(['id', 'name', 'kind']).execute();
  const told = known.map(({ id, name, kind }) => ({ id, kind, now: agencyKindNamed(name) ?? null }));
  const changed = told.filter(({ kind, now }) => kind !== now);
  if (changed.length === 0) return;
  await sql`update agencies set kind = nullif(t.kind, '')
    from unnest(${ids(changed.map(({ id }) => id))}, ${listOf(
      changed.map(({ now }) => now ?? ''),
      'text',
    )}) as t (id, kind) where agencies.id = t.id`.execute(db);
}

/** Makes an agency found by its name as it is now. */
export async function renewSearch(db: Db, id: number): Promise<void> {
  const { name, code, region_name } = await db
    .selectFrom('agencies')
    .select(['name', 'code', 'region_name'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await enterSearch(db, id, name, code, region_name);
}

/** What the agency is found by: its name, the sound of it, its code and its region. */
async function enterSearch(db: Db, id: number, name: string, code: string | null, region: string): Promise<void> {
  const body = [code, region].filter((text) => text).join(' ');
  const folded = `${foldedEntry(name, body)}\n${soundsOf(name)}`;
  const words = sql<string>`cast(cast(${vectorOf('agency', folded, soundWords(name))} as text) as tsvector)`;
  await db
    .insertInto('agency_names')
    .values({ agency_id: id, folded, words })
    .onConflict((conflict) => conflict.column('agency_id').doUpdateSet({ folded, words }))
    .execute();
}

/**
 * Joins new agencies: a unit to its department, a department to units that came before it. Within one region the
 * department's code leads the unit's, or its name the unit's where a code is missing; where the region is unknown only
 * agencies of the same file (`together`) are joined. What joined units have published is marked for a recheck.
 */
export async function linkUnits(db: Db, fresh: readonly number[], together: readonly number[]): Promise<void> {
  if (fresh.length === 0) return;
  const within = sql`(unit.region <> '' or (unit.id = any(${ids(together)}) and department.id = any(${ids(together)})))`;
  await sql`
    with joined as (update agencies set parent_id = pair.department_id
    from (
      select distinct on (unit.id) unit.id as unit_id, department.id as department_id
      from agencies unit join agencies department on department.region = unit.region
      where unit.level = 'unit' and unit.parent_id is null and department.level = 'department'
        and (unit.id = any(${ids(fresh)}) or department.id = any(${ids(fresh)}))
        and ${within} and ${IS_UNIT_OF}
      order by unit.id, length(department.code) desc nulls last, length(department.name) desc, department.id
    ) pair
    where agencies.id = pair.unit_id
    returning agencies.id)
    insert into rechecks (agency_id, year, stage)
    select agency_id, coalesce(year, 0), stage from disclosures
    where is_current and agency_id in (select id from joined)`.execute(db);
}

const ids = (numbers: readonly number[]) => listOf(numbers, 'integer');

const IS_UNIT_OF = sql`case
  when department.code is not null and unit.code is not null
    then starts_with(unit.code, department.code) and length(unit.code) > length(department.code)
  else starts_with(unit.name, department.name) end`;
