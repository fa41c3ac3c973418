/** Deletes what its time is over for: batches as the bureau said when it opened them, files of attachments as the operator set. */
import { dayOf, deleteReviewBatch, forgetDeliveries, overdueBatches, type Store } from '@mingsuan/store';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { forgetOverdue } from '../attachments/retention.ts';

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
export function startRetention(
  store: Store,
  config: Pick<Config, 'attachmentYears'>,
  log: Logger,
): { readonly stop: () => void } {
  const overdue = async (what: string, going: Promise<number>) => {
    try {
      const count = await going;
      if (count > 0) log.info({ count }, `${what} deleted at the end of their time`);
    } catch (err) {
      log.error({ err }, `${what} not deleted`);
    }
  };
  const look = () => {
    void overdue('reviews', deleteOverdue(store));
    void overdue('records of webhooks', forgetDeliveries(store));
    void overdue('files of attachments', forgetOverdue(store, config));
  };
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  look();
  return { stop: () => clearInterval(timer) };
}
