/** What handing in and approving a budget does to the projects of the library in it, in the same transaction. */
import { arrangeProjects, keepAsked, type StepQuestion, type StepWork, type Worker } from '@mingsuan/store';
import type { Admission } from './admission.ts';

/** Beside the step itself: nothing but for these two. Asked before the transaction, which holds the one connection of some stores. */
export async function stepOfBudget(
  { event, document }: Pick<StepQuestion, 'event' | 'document'>,
  admitted: () => Promise<Admission>,
  worker: Worker,
): Promise<StepWork> {
  if (event !== 'submit' && event !== 'approve') return {};
  const { projects } = await admitted();
  return {
    work: async (tx, { year, round }) => {
      const now = new Date();
      if (event === 'submit') await keepAsked(tx, year, round === 1 ? 'asked' : 'asked-again', projects, worker, now);
      else if (document) await arrangeProjects(tx, year, projects, document, worker, now);
    },
  };
}
