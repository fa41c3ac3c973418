/** Changing agencies: their fields, and two that are one. Names and numbers they went by lead on to them. */
import { logTitle } from '@mingsuan/core/model/log-titles';
import { agencyKindNamed } from '@mingsuan/core/vocabulary/index';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { renewSearch } from '../import/agencies.ts';
import type { Store } from '../open.ts';
import { type Author, ChangeRefused, logChange } from './changes.ts';
import { orderVersions, tablesWith } from './versions.ts';

type Db = Kysely<Database>;

/** What can be changed of an agency; `region` is empty where it is not known. */
export interface AgencyFields {
  readonly region: string;
  readonly regionName: string;
  readonly code: string | null;
  readonly name: string;
  readonly level: 'department' | 'unit';
  /** The department of a unit. */
  readonly parentId: number | null;
}

const FIELDS = ['region', 'region_name as regionName', 'code', 'name', 'level', 'parent_id as parentId'] as const;

const fieldsOf = (db: Db, id: number): Promise<AgencyFields | undefined> =>
  db.selectFrom('agencies').select(FIELDS).where('id', '=', id).forUpdate().executeTakeFirst();

/** @returns the change; undefined where there is no such agency. @throws ChangeRefused where another goes by that name and code */
export function editAgency(
  { db }: Pick<Store, 'db'>,
  id: number,
  asked: Partial<AgencyFields>,
  author: Author = {},
  undoes?: number,
): Promise<number | undefined> {
  return db.transaction().execute(async (tx) => {
    const before = await fieldsOf(tx, id);
    if (!before) return undefined;
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const after: AgencyFields = { ...before, ...given };
    if (JSON.stringify(before) === JSON.stringify(after)) throw new ChangeRefused('没有改动。');
    await assureFits(tx, id, after);
    await setFields(tx, id, before, after);
    return logChange(tx, {
      kind: 'agency',
      subject: id,
      title:
        before.name === after.name
          ? logTitle('changed', { name: before.name })
          : logTitle('renamed', { name: before.name, next: after.name }),
      before,
      after,
      ...author,
      ...(undoes === undefined ? {} : { undoes }),
    });
  });
}

async function assureFits(db: Db, id: number, { region, level, name, code, parentId }: AgencyFields): Promise<void> {
  if (name.trim() === '') throw new ChangeRefused('单位名称不能空着。');
  const { rows } = await sql`select 1 from agencies where id <> ${id} and region = ${region} and level = ${level}
    and name = ${name} and coalesce(code, '') = ${code ?? ''}`.execute(db);
  if (rows.length > 0)
    throw new ChangeRefused(`已有“${name}”，区划、级别、代码都相同；它们是同一个单位的，请用“合并”。`);
  if (parentId === null) return;
  const parent = await db.selectFrom('agencies').select(['level']).where('id', '=', parentId).executeTakeFirst();
  if (level !== 'unit' || parent?.level !== 'department' || parentId === id) {
    throw new ChangeRefused('只有单位有主管部门，主管部门的级别要是“部门”。');
  }
}

async function setFields(db: Db, id: number, before: AgencyFields, after: AgencyFields): Promise<void> {
  const { region, regionName, code, name, level, parentId } = after;
  await db
    .updateTable('agencies')
    .set({
      region,
      region_name: regionName,
      code,
      name,
      level,
      parent_id: parentId,
      kind: agencyKindNamed(name) ?? null,
    })
    .where('id', '=', id)
    .execute();
  // It goes by this name now: nothing leads on from it.
  await sql`delete from former_agencies where former_id is null and agency_id = ${id} and region = ${region}
    and level = ${level} and name = ${name} and coalesce(code, '') = ${code ?? ''}`.execute(db);
  const named = ({ region: r, level: l, name: n, code: c }: AgencyFields) => JSON.stringify([r, l, n, c]);
  if (named(before) !== named(after)) await enterFormer(db, id, null, before);
  await renewSearch(db, id);
  await markAll(db, id);
}

const enterFormer = (db: Db, id: number, formerId: number | null, { region, level, name, code }: AgencyFields) =>
  db.insertInto('former_agencies').values({ agency_id: id, former_id: formerId, region, level, name, code }).execute();

const markAll = (db: Db, id: number) =>
  sql`insert into rechecks (agency_id, year, stage)
    select agency_id, coalesce(year, 0), stage from disclosures where agency_id = ${id} and is_current`.execute(db);

/** What a merge is taken back with. */
export interface Merged {
  readonly into: number;
  readonly agency: AgencyFields;
  readonly disclosures: readonly number[];
  readonly units: readonly number[];
  readonly former: readonly number[];
}

/** Two agencies that are one: all of `id` goes to `into`, and its names and number lead there. @returns as `editAgency` */
export function mergeAgency(
  { db }: Pick<Store, 'db'>,
  id: number,
  into: number,
  author: Author = {},
): Promise<number | undefined> {
  return db.transaction().execute(async (tx) => {
    const agency = await fieldsOf(tx, id);
    const other = await fieldsOf(tx, into);
    if (!agency || !other) return undefined;
    if (id === into) throw new ChangeRefused('不能与自己合并。');
    if (agency.level !== other.level) {
      throw new ChangeRefused('部门与单位（如部门的本级）不是同一个单位，不能合并；级别认错了的，请先改级别。');
    }
    if (other.parentId === id) throw new ChangeRefused('不能并入自己的所属单位。');
    const ids = async (table: 'disclosures' | 'agencies' | 'former_agencies', column: string) =>
      (
        await sql<{
          id: number;
        }>`select id from ${sql.table(table)} where ${sql.ref(column)} = ${id} order by id`.execute(tx)
      ).rows.map((row) => row.id);
    const merged: Merged = {
      into,
      agency,
      disclosures: await ids('disclosures', 'agency_id'),
      units: await ids('agencies', 'parent_id'),
      former: await ids('former_agencies', 'agency_id'),
    };
    await moveDisclosures(tx, merged.disclosures, into);
    await sql`update agencies set parent_id = ${into} where parent_id = ${id}`.execute(tx);
    await sql`delete from agency_names where agency_id = ${id}`.execute(tx);
    for (const table of await tablesWith(tx, 'agency_id'))
      await sql`update ${sql.table(table)} set agency_id = ${into} where agency_id = ${id}`.execute(tx);
    await sql`delete from agencies where id = ${id}`.execute(tx);
    await enterFormer(tx, into, id, agency);
    await markAll(tx, into);
    return logChange(tx, {
      kind: 'merge',
      subject: id,
      title: logTitle('merged', { name: agency.name, next: other.name }),
      before: merged,
      after: { into },
      ...author,
    });
  });
}

/** Disclosures, and what belongs to them, go to another agency; the versions of both are put in their order. */
async function moveDisclosures(db: Db, disclosures: readonly number[], to: number): Promise<void> {
  if (disclosures.length === 0) return;
  const these = sql.join(disclosures);
  const { rows } = await sql<{ agencyId: number; year: number | null; stage: 'budget' | 'final-accounts' }>`
    select distinct agency_id as "agencyId", year, stage from disclosures where id in (${these})`.execute(db);
  // Above all versions of the other, until they are put in their order.
  await sql`update disclosures set agency_id = ${to}, is_current = false,
    version = version + (select coalesce(max(version), 0) from disclosures where agency_id = ${to})
    where id in (${these})`.execute(db);
  for (const key of rows) {
    await orderVersions(db, key);
    await orderVersions(db, { ...key, agencyId: to });
  }
}

/** Takes a merge back, as far as nothing else was changed since. @returns the change */
export function unmergeAgency(
  { db }: Pick<Store, 'db'>,
  id: number,
  { into, agency, disclosures, units, former }: Merged,
  author: Author,
  undoes: number,
): Promise<number | undefined> {
  return db.transaction().execute(async (tx) => {
    if (!(await fieldsOf(tx, into))) return undefined;
    await assureFits(tx, id, { ...agency, parentId: null });
    const { region, regionName, code, name, level, parentId } = agency;
    await sql`insert into agencies (id, region, region_name, code, name, level, parent_id)
      values (${id}, ${region}, ${regionName}, ${code}, ${name}, ${level},
        (select id from agencies where id = ${parentId}))`.execute(tx);
    await sql`delete from former_agencies where former_id = ${id}`.execute(tx);
    const still = await tx
      .selectFrom('disclosures')
      .select('id')
      .where('agency_id', '=', into)
      .where((where) => where('id', 'in', [0, ...disclosures]))
      .execute();
    await moveDisclosures(
      tx,
      still.map((row) => row.id),
      id,
    );
    await sql`update agencies set parent_id = ${id} where id in (${sql.join([0, ...units])})`.execute(tx);
    await sql`update former_agencies set agency_id = ${id} where id in (${sql.join([0, ...former])})`.execute(tx);
    await renewSearch(tx, id);
    await markAll(tx, id);
    return logChange(tx, {
      kind: 'merge',
      subject: id,
      title: logTitle('parted', { name }),
      before: { into },
      after: agency,
      ...author,
      undoes,
    });
  });
}

/** The number that an agency of this number goes by now: another where it was merged; undefined where it leads nowhere. */
export async function presentAgency({ db }: Pick<Store, 'db'>, id: number): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from agencies where id = ${id} union all select agency_id from former_agencies where former_id = ${id}`.execute(
    db,
  );
  return rows[0]?.id;
}

/** The agencies that went by a name before, in a region. */
export async function formerlyNamed(
  { db }: Pick<Store, 'db'>,
  region: string,
  name: string,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select distinct agency_id as id from former_agencies
    where region = ${region} and name = ${name} order by id`.execute(db);
  return rows.map((row) => row.id);
}
