/** Work items: a unit's budget of a year, or a project of the library; who sees which, and what each holds. */
import { ADJUSTMENT } from '@mingsuan/core/process/adjustments';
import { EVALUATION, EXECUTION, MONITORING, RECTIFICATION, WARNING } from '@mingsuan/core/process/performance';
import { PROJECT } from '@mingsuan/core/process/projects';
import type { Role } from '@mingsuan/core/process/roles';
import { ROUND } from '@mingsuan/core/process/rounds';
import type { HistoryEntry } from '@mingsuan/core/process/step';
import type { TransitionTable } from '@mingsuan/core/process/transition-table';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';
import { placesOn } from '../people/units.ts';
import { listOf } from '../queries/sql.ts';

type Db = Kysely<Database>;

/** What the office opens itself; what follows from an approved budget is opened by `performance/`. */
export type Process = 'round' | 'project';
export type AnyProcess = Database['work_items']['process'];

export const PROCESSES: Readonly<Record<AnyProcess, TransitionTable>> = {
  round: ROUND,
  adjustment: ADJUSTMENT,
  project: PROJECT,
  execution: EXECUTION,
  monitoring: MONITORING,
  evaluation: EVALUATION,
  warning: WARNING,
  rectification: RECTIFICATION,
};

export interface WorkItem {
  readonly id: number;
  readonly process: AnyProcess;
  readonly unitId: number;
  readonly unitCode: string;
  readonly unit: string;
  readonly departmentId: number | null;
  readonly year: number;
  readonly title: string;
  readonly state: string;
  readonly round: number;
  /** Number of the version that holds; 0: there is none yet. */
  readonly version: number;
  readonly revision: number;
  readonly changedAt: string;
}

/** A field that is to be changed, and why: `projects[2].name`. */
export interface FieldReason {
  readonly field: string;
  readonly reason: string;
}

/** What happened to an item; `content` is the hash of what it was done upon. */
export interface WorkEntry extends HistoryEntry {
  readonly number: number;
  /** Of the event. */
  readonly name: string;
  readonly personName: string;
  readonly round: number;
  readonly version: number;
  readonly fields: readonly FieldReason[];
}

export interface WorkVersion {
  readonly number: number;
  readonly round: number;
  readonly hash: string;
  readonly person: string;
  readonly at: string;
}

/** Roles that see a unit's budget; an expert sees the projects that are assigned. */
const SEEING: readonly Role[] = [
  'unit-clerk',
  'unit-head',
  'project-owner',
  'department-finance',
  'bureau-office',
  'bureau-budget',
  'performance-office',
  'auditor',
];

/** Whether these roles at a unit let its work be seen, drafts as well. */
export const mayView = (roles: readonly Role[] | undefined): boolean =>
  roles?.some((role) => SEEING.includes(role)) === true;

const ITEM = sql`i.id, i.process, i.unit_id as "unitId", s.code as "unitCode", s.name as unit, s.parent_id as "departmentId",
  i.year, i.title, i.state, i.round, i.version, i.revision, i.changed_at as "changedAt"`;

type Row = Omit<WorkItem, 'changedAt'> & { readonly changedAt: Date };
const itemOf = ({ changedAt, ...row }: Row): WorkItem => ({ ...row, changedAt: changedAt.toISOString() });

/** The budgets and projects of these units, in the order of year and unit. */
export async function listWork(
  { db }: Pick<Store, 'db'>,
  units: readonly number[],
  day: string,
): Promise<readonly WorkItem[]> {
  const { rows } = await sql<Row>`select ${ITEM} from work_items i join ${placesOn(day)} s on s.unit_id = i.unit_id
    where i.unit_id = any(${listOf(units, 'integer')}) and i.process in ('round', 'adjustment', 'project')
    order by i.year desc, s.code, i.process desc, i.id`.execute(db);
  return rows.map(itemOf);
}

/** Undefined where there is none. */
export async function getWork(db: Db, id: number, day: string): Promise<WorkItem | undefined> {
  const { rows } = await sql<Row>`select ${ITEM} from work_items i join ${placesOn(day)} s on s.unit_id = i.unit_id
    where i.id = ${id}`.execute(db);
  return rows[0] && itemOf(rows[0]);
}

/** All that happened to an item, the first first. */
export async function workHistory(db: Db, id: number): Promise<readonly WorkEntry[]> {
  const rows = await db.selectFrom('work_history').selectAll().where('item_id', '=', id).orderBy('number').execute();
  return rows.map((row) => ({
    number: row.number,
    event: row.event,
    name: row.name,
    person: String(row.person_id),
    personName: row.person,
    role: row.role as Role,
    from: row.from_state,
    to: row.to_state,
    at: (row.at as Date).toISOString(),
    round: row.round,
    version: row.version,
    content: row.content,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.document_number === null ? {} : { document: { number: row.document_number, date: row.document_date! } }),
    fields: (row.fields ?? []) as readonly FieldReason[],
  }));
}

/** The versions of an item without what they hold, the first first. */
export async function workVersions(db: Db, id: number): Promise<readonly WorkVersion[]> {
  const { rows } = await sql<
    Omit<WorkVersion, 'at'> & { at: Date }
  >`select v.number, v.round, v.hash, p.name as person, v.at
    from work_versions v join people p on p.id = v.person_id where v.item_id = ${id} order by v.number`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export interface WorkContent {
  readonly hash: string;
  readonly content: unknown;
}

/** What a version holds; undefined where there is none of this number. */
export const workContent = (db: Db, id: number, number: number): Promise<WorkContent | undefined> =>
  db
    .selectFrom('work_versions')
    .select(['hash', 'content'])
    .where('item_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst();

/** What was done last to each of these items but for writing, with who did it and why. */
export async function lastSteps(
  db: Db,
  items: readonly number[],
): Promise<
  ReadonlyMap<number, { readonly event: string; readonly person: string; readonly reason: string; readonly at: string }>
> {
  const { rows } = await sql<{
    id: number;
    event: string;
    person: string;
    reason: string;
    at: Date;
  }>`select distinct on (item_id)
    item_id as id, event, person, coalesce(reason, '') as reason, at from work_history
    where event <> 'edit' and item_id = any(${listOf(items, 'integer')}) order by item_id, number desc`.execute(db);
  return new Map(rows.map(({ id, at, ...rest }) => [id, { ...rest, at: at.toISOString() }]));
}

/** Hashes of the newest versions of the budgets of these units and a year, by unit. */
export async function yearHashes(db: Db, units: readonly number[], year: number): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ unitId: number; hash: string }>`select i.unit_id as "unitId", v.hash
    from work_items i join work_versions v on v.item_id = i.id and v.number = i.version
    where i.process = 'round' and i.year = ${year} and i.unit_id = any(${listOf(units, 'integer')})`.execute(db);
  return new Map(rows.map(({ unitId, hash }) => [unitId, hash]));
}

/** What the newest versions of the budgets of these units and a year hold, by unit. */
export async function yearContents(
  db: Db,
  units: readonly number[],
  year: number,
): Promise<ReadonlyMap<number, WorkContent>> {
  const { rows } = await sql<WorkContent & { unitId: number }>`select i.unit_id as "unitId", v.hash,
    v.content from work_items i join work_versions v on v.item_id = i.id and v.number = i.version
    where i.process = 'round' and i.year = ${year} and i.unit_id = any(${listOf(units, 'integer')})`.execute(db);
  return new Map(rows.map(({ unitId, ...rest }) => [unitId, rest]));
}

/** What was approved of the budgets of these units and a year, by unit; nothing of those that are not approved yet. */
export async function approvedBudgets(
  db: Db,
  units: readonly number[],
  year: number,
): Promise<ReadonlyMap<number, WorkContent>> {
  const { rows } = await sql<WorkContent & { unitId: number }>`select i.unit_id as "unitId", v.hash, v.content
    from work_items i join work_versions v on v.item_id = i.id and v.number = i.version where i.process = 'round'
    and i.unit_id = any(${listOf(units, 'integer')}) and i.year = ${year} and i.state in ('approved', 'published')`.execute(
    db,
  );
  return new Map(rows.map(({ unitId, ...rest }) => [unitId, rest]));
}
