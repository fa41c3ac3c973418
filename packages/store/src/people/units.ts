/** The tree of units day by day: region → department → unit. A change begins on a day; what was before is still known. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, type Doer } from './audit.ts';

type Db = Kysely<Database>;

export const UNIT_KINDS = ['region', 'department', 'unit'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface UnitFields {
  readonly code: string;
  readonly name: string;
  /** The department of a unit, the region of a department. */
  readonly parentId: number | null;
  /** 单位性质 */
  readonly nature: string | null;
  /** 本级: a department's own office. */
  readonly isOwnOffice: boolean;
  /** The day it holds from, and the last day of the unit itself. */
  readonly since: string;
  readonly until: string | null;
}

export interface OfficeUnit extends UnitFields {
  readonly id: number;
  readonly kind: UnitKind;
}

/** What holds of each unit on a day: the newest span that has begun. A closed unit keeps its place, so that its past is not nobody's. */
export const placesOn = (day: string): RawBuilder<unknown> =>
  sql`(select distinct on (unit_id) * from unit_spans where since <= ${day} order by unit_id, since desc)`;

const UNIT = sql`u.id, u.kind, s.code, s.name, s.parent_id as "parentId", s.nature, s.is_own_office as "isOwnOffice", s.since,
  s.until`;

/** As they stand on a day, by code; those closed before are left out where `isOpen`. */
export async function listUnits(
  { db }: Pick<Store, 'db'>,
  day: string,
  isOpen = false,
): Promise<readonly OfficeUnit[]> {
  const open = isOpen ? sql`where s.until is null or s.until >= ${day}` : sql``;
  const { rows } = await sql<OfficeUnit>`select ${UNIT} from units u join ${placesOn(day)} s on s.unit_id = u.id ${open}
    order by s.code, u.id`.execute(db);
  return rows;
}

/** A unit as it stands on a day; undefined where there is none. */
export async function unitOn(db: Db, id: number, day: string): Promise<OfficeUnit | undefined> {
  const { rows } = await sql<OfficeUnit>`select ${UNIT} from units u join ${placesOn(day)} s on s.unit_id = u.id
    where u.id = ${id}`.execute(db);
  return rows[0];
}

const PARENT: Readonly<Record<UnitKind, UnitKind | undefined>> = {
  region: undefined,
  department: 'region',
  unit: 'department',
};
const KIND_NAME: Readonly<Record<UnitKind, string>> = { region: '地区', department: '部门', unit: '单位' };

/** @returns its number. @throws ChangeRefused where it does not fit into the tree */
export function addUnit(
  { db }: Pick<Store, 'db'>,
  kind: UnitKind,
  fields: UnitFields,
  doer: Doer,
  now = new Date(),
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { id } = await tx.insertInto('units').values({ kind }).returning('id').executeTakeFirstOrThrow();
    await enter(tx, id, kind, fields);
    const title = `设立${KIND_NAME[kind]}：${fields.code} ${fields.name}`;
    await audit(tx, doer, { kind: 'unit', subject: id, unitId: id, role: 'administrator', title, after: fields }, now);
    return id;
  });
}

/** What holds of a unit from `since` on: renamed, moved, closed. @returns whether there is such a unit. @throws ChangeRefused */
export function changeUnit(
  { db }: Pick<Store, 'db'>,
  id: number,
  fields: UnitFields,
  doer: Doer,
  now = new Date(),
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const before = await unitOn(tx, id, '9999-12-31');
    if (!before) return false;
    if (fields.since < before.since) throw new ChangeRefused(`${before.since} 已经改过，新的改动不能从更早的日子起。`);
    await tx.deleteFrom('unit_spans').where('unit_id', '=', id).where('since', '=', fields.since).execute();
    await enter(tx, id, before.kind, fields);
    const title = `改单位：${before.code} ${before.name}，从 ${fields.since} 起`;
    await audit(
      tx,
      doer,
      { kind: 'unit', subject: id, unitId: id, role: 'administrator', title, before, after: fields },
      now,
    );
    return true;
  });
}

async function enter(db: Db, id: number, kind: UnitKind, fields: UnitFields): Promise<void> {
  const { code, name, parentId, nature, isOwnOffice, since, until } = fields;
  if (name.trim() === '' || code.trim() === '') throw new ChangeRefused('代码和名称不能空着。');
  if (until !== null && until < since) throw new ChangeRefused('终止的日子不能早于开始的日子。');
  const wanted = PARENT[kind];
  const parent = parentId === null ? undefined : await unitOn(db, parentId, since);
  if (parent?.kind !== wanted)
    throw new ChangeRefused(wanted ? `${KIND_NAME[kind]}要属于一个${KIND_NAME[wanted]}。` : '地区上面没有上级。');
  const { rows } = await sql<{ name: string }>`select s.name from ${placesOn(since)} s join units u on u.id = s.unit_id
    where s.code = ${code.trim()} and u.id <> ${id} and u.kind = ${kind} and (s.until is null or s.until >= ${since})
      and s.parent_id is not distinct from ${parentId}`.execute(db);
  if (rows[0]) throw new ChangeRefused(`代码 ${code} 已由“${rows[0].name}”使用。`);
  await db
    .insertInto('unit_spans')
    .values({
      unit_id: id,
      code: code.trim(),
      name: name.trim(),
      parent_id: parentId,
      nature,
      is_own_office: isOwnOffice,
      since,
      until,
    })
    .execute();
}
