/** What a project was asked for, reviewed at, controlled by and given in each year's budget. Only added to: the newest holds. In fen. */
import { AMOUNT_NAMES, type AmountKind } from '@mingsuan/core/library/amounts';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { listOf } from '../queries/sql.ts';
import { getWork } from '../work/items.ts';
import type { Worker } from '../work/steps.ts';

type Db = Kysely<Database>;

export interface ProjectAmount {
  readonly itemId: number;
  readonly year: number;
  readonly kind: AmountKind;
  readonly fen: number;
  /** Of a reviewed amount: which version, and what that asked for. */
  readonly version: number | null;
  readonly asked: number | null;
  readonly reason: string | null;
  readonly documentNumber: string | null;
  readonly documentDate: string | null;
  /** The evaluation whose result is used. */
  readonly sourceId: number | null;
  readonly person: string;
  readonly at: string;
}

type NewAmount = Pick<ProjectAmount, 'itemId' | 'year' | 'kind' | 'fen'> &
  Partial<Omit<ProjectAmount, 'itemId' | 'year' | 'kind' | 'fen' | 'person' | 'at'>>;

/** Adds amounts within the transaction of what they follow from. */
export async function addAmounts(
  tx: Db,
  amounts: readonly NewAmount[],
  { person }: Pick<Worker, 'person'>,
  now: Date,
): Promise<void> {
  if (amounts.length === 0) return;
  await tx
    .insertInto('project_amounts')
    .values(
      amounts.map((amount) => ({
        item_id: amount.itemId,
        year: amount.year,
        kind: amount.kind,
        fen: amount.fen,
        version: amount.version ?? null,
        asked: amount.asked ?? null,
        reason: amount.reason ?? null,
        document_number: amount.documentNumber ?? null,
        document_date: amount.documentDate ?? null,
        source_id: amount.sourceId ?? null,
        person,
        at: now,
      })),
    )
    .execute();
}

/** All amounts of a project, the newest first. */
export async function projectAmounts(db: Db, id: number): Promise<readonly ProjectAmount[]> {
  return amountsWhere(db, sql`item_id = ${id} order by id desc`);
}

/** The control figures that hold of these projects in a year, by project. */
export async function projectControls(
  db: Db,
  items: readonly number[],
  year: number,
): Promise<ReadonlyMap<number, ProjectAmount>> {
  const rows = await amountsWhere(
    db,
    sql`item_id = any(${listOf(items, 'integer')}) and year = ${year} and kind = 'control' order by id`,
  );
  return new Map(rows.map((row) => [row.itemId, row]));
}

async function amountsWhere(db: Db, where: ReturnType<typeof sql>): Promise<readonly ProjectAmount[]> {
  const { rows } = await sql<
    Omit<ProjectAmount, 'at'> & { at: Date }
  >`select item_id as "itemId", year, kind, fen, version,
    asked, reason, document_number as "documentNumber", document_date as "documentDate", source_id as "sourceId", person, at
    from project_amounts where ${where}`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** What review comes to: of the newest version and the year it was set up in. @throws ChangeRefused */
export function reviewAmount(
  { db }: Pick<Store, 'db'>,
  id: number,
  { fen, asked, reason }: { readonly fen: number; readonly asked: number; readonly reason: string },
  worker: Worker,
  now = new Date(),
): Promise<void> {
  if (!worker.roles.includes('bureau-office')) throw new ChangeRefused('核定数要由财政业务处来定。');
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('work_items').select('id').where('id', '=', id).forUpdate().execute();
    const item = await getWork(tx, id, dayOf(now));
    if (item?.process !== 'project' || item.state !== 'appraisal') throw new ChangeRefused('项目不在评审中。');
    const { year, version, unitId, title } = item;
    await addAmounts(tx, [{ itemId: id, year, kind: 'reviewed', fen, version, asked, reason }], worker, now);
    const entry = {
      kind: 'work',
      subject: id,
      unitId,
      role: 'bureau-office',
      title: `项目“${title}”核定金额`,
    } as const;
    await audit(tx, worker, { ...entry, before: { asked }, after: { reviewed: fen, reason } }, now);
  });
}

export interface ControlOfProject {
  readonly itemId: number;
  readonly unitId: number;
  readonly title: string;
  readonly fen: number;
  readonly reason: string;
  readonly sourceId?: number | undefined;
}

/** At most what these projects may be given in a year's budget. @throws ChangeRefused */
export function controlProjects(
  { db }: Pick<Store, 'db'>,
  year: number,
  controls: readonly ControlOfProject[],
  document: { readonly number: string; readonly date: string },
  worker: Worker,
  now = new Date(),
): Promise<void> {
  if (!worker.roles.includes('bureau-budget')) throw new ChangeRefused('项目的控制数要由财政预算处来下达。');
  return db.transaction().execute(async (tx) => {
    const dated = { documentNumber: document.number, documentDate: document.date };
    await addAmounts(
      tx,
      controls.map(({ itemId, fen, reason, sourceId = null }) => ({
        itemId,
        year,
        kind: 'control',
        fen,
        reason,
        sourceId,
        ...dated,
      })),
      worker,
      now,
    );
    for (const { itemId, unitId, title, fen, reason } of controls) {
      const told = `项目“${title}”下达 ${year} 年${AMOUNT_NAMES.control}`;
      const entry = { kind: 'control', subject: itemId, unitId, role: 'bureau-budget', title: told } as const;
      await audit(tx, worker, { ...entry, after: { fen, reason, ...document } }, now);
    }
  });
}
