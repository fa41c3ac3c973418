/** Who has which role at which unit, from when until when, or as whose deputy. What is given above holds below. */
import { ROLES, type Role } from '@mingsuan/core/process/roles';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, type Doer } from './audit.ts';
import { placesOn, type UnitKind, unitOn } from './units.ts';

type Db = Kysely<Database>;

export interface Grant {
  readonly id: number;
  readonly personId: number;
  readonly person: string;
  readonly unitId: number;
  readonly unit: string;
  readonly role: Role;
  /** The grant whose holder this one stands in for. */
  readonly deputyOf: number | null;
  readonly since: string;
  readonly until: string | null;
}

export type NewGrant = Pick<Grant, 'personId' | 'unitId' | 'role' | 'deputyOf' | 'since' | 'until'>;

/** Where a role is given, as the tree calls it. */
const KIND_OF: Readonly<Record<(typeof ROLES)[Role]['at'], UnitKind>> = {
  unit: 'unit',
  department: 'department',
  bureau: 'region',
};
const PLACE: Readonly<Record<UnitKind, string>> = { unit: '单位', department: '部门', region: '财政部门（地区）' };

/** All that stand, or will. */
export async function listGrants({ db }: Pick<Store, 'db'>, day: string): Promise<readonly Grant[]> {
  const { rows } = await sql<Grant>`select g.id, g.person_id as "personId", p.name as person, g.unit_id as "unitId",
    coalesce(s.name, '') as unit, g.role, g.deputy_of as "deputyOf", g.since, g.until
    from grants g join people p on p.id = g.person_id left join ${placesOn(day)} s on s.unit_id = g.unit_id
    where g.revoked_at is null and (g.until is null or g.until >= ${day}) order by s.code, g.role, g.id`.execute(db);
  return rows;
}

/** @returns its number. @throws ChangeRefused where the role is not given there, or a deputy has no last day */
export function grantRole({ db }: Pick<Store, 'db'>, grant: NewGrant, doer: Doer, now = new Date()): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { personId, unitId, role, deputyOf, since, until } = grant;
    const unit = await unitOn(tx, unitId, since);
    const person = await tx.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst();
    if (!unit || !person) throw new ChangeRefused('没有这个单位或这个人，请刷新后重试。');
    const { name, at } = ROLES[role];
    if (unit.kind !== KIND_OF[at]) throw new ChangeRefused(`“${name}”要给在${PLACE[KIND_OF[at]]}上。`);
    if (until !== null && until < since) throw new ChangeRefused('终止的日子不能早于开始的日子。');
    if (deputyOf !== null) await assureDeputy(tx, grant);
    const { id } = await tx
      .insertInto('grants')
      .values({ person_id: personId, unit_id: unitId, role, deputy_of: deputyOf, since, until })
      .returning('id')
      .executeTakeFirstOrThrow();
    const title = `${unit.name}：${person.name}任${name}${deputyOf === null ? '' : '（代理）'}`;
    await audit(tx, doer, { kind: 'grant', subject: id, unitId, role: 'administrator', title, after: grant }, now);
    return id;
  });
}

async function assureDeputy(db: Db, { deputyOf, role, unitId, personId, until }: NewGrant): Promise<void> {
  const main = await db
    .selectFrom('grants')
    .selectAll()
    .where('id', '=', deputyOf)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (main?.role !== role || main.unit_id !== unitId || main.person_id === personId || main.deputy_of !== null)
    throw new ChangeRefused('代理的要是同一单位另一个人的同一角色。');
  if (until === null) throw new ChangeRefused('代理要写明到哪天为止。');
}

/** @returns whether it stood */
export function revokeGrant({ db }: Pick<Store, 'db'>, id: number, doer: Doer, now = new Date()): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ unitId: number; role: Role; person: string }>`update grants g set revoked_at = ${now}
      from people p where g.id = ${id} and g.revoked_at is null and p.id = g.person_id
      returning g.unit_id as "unitId", g.role, p.name as person`.execute(tx);
    if (!rows[0]) return false;
    const { unitId, role, person } = rows[0];
    const title = `收回${person}的${ROLES[role].name}`;
    await audit(tx, doer, { kind: 'grant', subject: id, unitId, role: 'administrator', title, before: rows[0] }, now);
    return true;
  });
}

/** The roles that somebody has at each unit on a day, those given above it among them. A deputy's end with what it stands in for. */
export async function rolesOf(db: Db, personId: number, day: string): Promise<ReadonlyMap<number, readonly Role[]>> {
  const stands = (grant: string) => {
    const g = sql.ref(grant);
    return sql`${g}.revoked_at is null and ${g}.since <= ${day} and (${g}.until is null or ${g}.until >= ${day})`;
  };
  const { rows } = await sql<{ unitId: number; role: Role }>`with recursive places as ${placesOn(day)}, held as (
      select g.unit_id, g.role from grants g left join grants m on m.id = g.deputy_of
      where g.person_id = ${personId} and ${stands('g')} and (g.deputy_of is null or (${stands('m')}))
      union
      select s.unit_id, h.role from places s join held h on s.parent_id = h.unit_id)
    select unit_id as "unitId", role from held order by unit_id, role`.execute(db);
  const roles = new Map<number, Role[]>();
  for (const { unitId, role } of rows) roles.set(unitId, [...(roles.get(unitId) ?? []), role]);
  return roles;
}
