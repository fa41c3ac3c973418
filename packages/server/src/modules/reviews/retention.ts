/** Deletes batches whose time is over, as the bureau said when it opened them. */
import { dayOf, deleteReviewBatch, overdueBatches, type Store } from '@mingsuan/store';
import type { Logger } from 'pino';

const EVERY_MS = 3_600_000;

/** What was to be kept until a day that is over goes. @returns how many batches went */
export async function deleteOverdue(store: Store, now = new Date()): Promise<number> {
  const overdue = await overdueBatches(store.db, dayOf(now));
  for (const batch of overdue) {
    const { personId, person } = batch;
    const worker = { personId, person, address: '', roles: ['bureau-office'] as const };
    await deleteReviewBatch(store, batch, `按保留期限（${batch.keepUntil}）`, worker, now);
  }
  return overdue.length;
}

/** Looks once an hour as long as the server runs, and at its start. */
export function startRetention(store: Store, log: Logger): { readonly stop: () => void } {
  const look = () =>
    void deleteOverdue(store).then(
      (count) => count > 0 && log.info({ count }, 'reviews deleted at the end of their time'),
      (err) => log.error({ err }, 'reviews not deleted'),
    );
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  look();
  return { stop: () => clearInterval(timer) };
}
