/** 控制数: what a department, and each of its units, may at most ask for, of a fund and a class of expenditure. Only added to: the newest holds. */

import type { Fen } from '@mingsuan/core/money';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { unitOn } from '../people/units.ts';
import { listOf } from '../queries/sql.ts';
import type { Worker } from './steps.ts';

type Db = Kysely<Database>;

/** 人员经费, 公用经费 and project expenditure by category. */
export const CONTROL_CLASSES = ['personnel', 'operating', 'project'] as const;
export type ControlClass = (typeof CONTROL_CLASSES)[number];

export interface ControlFigure {
  readonly unitId: number;
  readonly year: number;
  readonly fund: string;
  readonly class: ControlClass;
  readonly fen: Fen;
  readonly documentNumber: string;
  readonly documentDate: string;
}

/** Those that hold of these units and a year. */
export async function controlFigures(
  db: Db,
  units: readonly number[],
  year: number,
): Promise<readonly ControlFigure[]> {
  const { rows } =
    await sql<ControlFigure>`select distinct on (unit_id, fund, class) unit_id as "unitId", year, fund, class, fen,
    document_number as "documentNumber", document_date as "documentDate" from control_figures
    where year = ${year} and unit_id = any(${listOf(units, 'integer')}) order by unit_id, fund, class, id desc`.execute(
      db,
    );
  return rows;
}

/**
 * Issued by the bureau's budget office to a department, and split by the department among its units, never beyond its own.
 * @throws ChangeRefused
 */
export function issueControl(
  { db }: Pick<Store, 'db'>,
  unitId: number,
  figures: readonly Omit<ControlFigure, 'unitId'>[],
  worker: Worker,
  now = new Date(),
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const day = dayOf(now);
    const unit = await unitOn(tx, unitId, day);
    if (!unit || unit.kind === 'region') throw new ChangeRefused('控制数要下达给部门，或由部门分给单位。');
    const role = unit.kind === 'department' ? 'bureau-budget' : 'department-finance';
    if (!worker.roles.includes(role))
      throw new ChangeRefused(role === 'bureau-budget' ? '要由财政预算处来下达。' : '要由部门财务来分。');
    // Two who split at once are one after the other.
    await sql`select id from units where id = ${unit.parentId} for update`.execute(tx);
    for (const { year, fund, class: of, fen, documentNumber, documentDate } of figures) {
      await tx
        .insertInto('control_figures')
        .values({
          unit_id: unitId,
          year,
          fund,
          class: of,
          fen,
          document_number: documentNumber,
          document_date: documentDate,
          person_id: worker.personId,
        })
        .execute();
    }
    if (unit.kind === 'unit')
      for (const year of new Set(figures.map((one) => one.year))) await assureWithin(tx, unit.parentId!, year, day);
    const title = `${unit.name}：下达控制数`;
    await audit(tx, worker, { kind: 'control', subject: unitId, unitId, role, title, after: figures }, now);
  });
}

async function assureWithin(db: Db, departmentId: number, year: number, day: string): Promise<void> {
  const { rows } = await sql<{ id: number }>`select unit_id as id from unit_spans where parent_id = ${departmentId}
    and since <= ${day}`.execute(db);
  const whole = await controlFigures(db, [departmentId], year);
  const parts = await controlFigures(
    db,
    rows.map(({ id }) => id),
    year,
  );
  for (const { fund, class: of } of parts) {
    const sum = parts.reduce((all, one) => all + (one.fund === fund && one.class === of ? one.fen : 0), 0);
    const most = whole.find((one) => one.fund === fund && one.class === of);
    if (!most || sum > most.fen) throw new ChangeRefused('分给各单位的控制数合计超过了部门的控制数。');
  }
}
