/** Authority lines (指标) of a unit's year: opened by the budget office, given by an approval, only added to. Money in fen. */
import type { AuthorityLine } from '@mingsuan/core/performance/execution';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import { ChangeRefused } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { audit, dayOf } from '../people/audit.ts';
import { unitOn } from '../people/units.ts';
import type { WorkItem } from '../work/items.ts';
import { hashOfContent, type StepQuestion, takeStep, type Worker } from '../work/steps.ts';
import { partsOf } from './bulk.ts';
import { executionItem } from './execution.ts';

type Db = Kysely<Database>;

/** Opens the year's execution where it is not open yet. @returns its number */
export async function openExecution(
  { db }: Pick<Store, 'db'>,
  { unitId, year }: { readonly unitId: number; readonly year: number },
  worker: Worker,
  now = new Date(),
): Promise<number> {
  if (!worker.roles.includes('bureau-budget')) throw new ChangeRefused('指标要由财政预算处来下达。');
  return db.transaction().execute(async (tx) => {
    const unit = await unitOn(tx, unitId, dayOf(now));
    if (unit?.kind !== 'unit') throw new ChangeRefused('指标要下达给一个单位。');
    const title = `${year} 年预算执行`;
    const made = await tx
      .insertInto('work_items')
      .values({ process: 'execution', unit_id: unitId, year, title, state: 'open', changed_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return (await executionItem(tx, unitId, year, dayOf(now)))!.id;
    const entry = { kind: 'work', subject: made.id, unitId, role: 'bureau-budget' } as const;
    await audit(tx, worker, { ...entry, title: `${unit.name}：建立${title}` }, now);
    return made.id;
  });
}

/** Lines of an approval. Those that are there already are refused: what is changed is adjusted. @throws ChangeRefused */
export function authorise(
  store: Pick<Store, 'db'>,
  id: number,
  lines: readonly AuthorityLine[],
  question: Omit<StepQuestion, 'event'>,
  worker: Worker,
  now = new Date(),
): Promise<WorkItem> {
  if (lines.length === 0) return Promise.reject(new ChangeRefused('批复的预算里没有支出，没有指标可以下达。'));
  const work = async (tx: Db, { revision }: WorkItem) => {
    const { rows } = await sql<{ number: string }>`select number from authority_lines where item_id = ${id}`.execute(
      tx,
    );
    const known = new Set(rows.map(({ number }) => number));
    const doubled = lines.find((line) => known.has(line.id));
    if (doubled) throw new ChangeRefused(`指标“${doubled.id}”已经下达，要改请用“调整指标”。`);
    for (const part of partsOf(lines))
      await tx
        .insertInto('authority_lines')
        .values(
          part.map((line) => ({
            item_id: id,
            number: line.id,
            project: line.project,
            project_code: line.code ?? null,
            functional: line.functional,
            economic: line.economic ?? null,
            fund: line.fund,
            carried: line.carried ?? false,
            is_lump_sum: line.isLumpSum ?? false,
            fen: line.amount,
            document_number: line.document,
            step: revision,
          })),
        )
        .execute();
  };
  const told = { lines: lines.length, fen: lines.reduce((all, { amount }) => all + amount, 0) };
  return takeStep(store, id, { ...question, event: 'authorise' }, worker, now, {
    content: hashOfContent(lines),
    told,
    work,
  });
}
