/** What a unit's budget does to the projects of the library that stand in it: their amounts, and that they are arranged. */
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import { stepWithin, type Worker } from '../work/steps.ts';
import { addAmounts, type ProjectAmount } from './amounts.ts';
import type { LibraryProject } from './projects.ts';

/** A project of the library with what a budget gives it. */
export interface BudgetedProject extends Pick<LibraryProject, 'id' | 'state'> {
  readonly fen: number;
}

/** Keeps what a budget that was handed in asks for, within its transaction. */
export const keepAsked = (
  tx: Kysely<Database>,
  year: number,
  kind: ProjectAmount['kind'],
  projects: readonly BudgetedProject[],
  worker: Worker,
  now: Date,
): Promise<void> =>
  addAmounts(
    tx,
    projects.map(({ id, fen }) => ({ itemId: id, year, kind, fen })),
    worker,
    now,
  );

/** What an approval gives its projects; those that were only stored are arranged by it, within its transaction. */
export async function arrangeProjects(
  tx: Kysely<Database>,
  year: number,
  projects: readonly BudgetedProject[],
  document: { readonly number: string; readonly date: string },
  worker: Worker,
  now: Date,
): Promise<void> {
  const dated = { documentNumber: document.number, documentDate: document.date };
  await addAmounts(
    tx,
    projects.map(({ id, fen }) => ({ itemId: id, year, kind: 'approved', fen, ...dated })),
    worker,
    now,
  );
  for (const { id, state } of projects)
    if (state === 'stored') await stepWithin(tx, id, { event: 'arrange', document }, worker, now);
}
