/** Sending what other programs are to be told, signed, to public addresses only; what does not arrive is sent again later. */
import { createHmac } from 'node:crypto';
import { type DueDelivery, keepSent, type Sent, type Store, takeDueDeliveries } from '@mingsuan/store';
import type { Logger } from 'pino';
import { Fault } from '../../fault.ts';
import { type Reaching, sendTo } from '../../links/fetch.ts';

const EVERY_MS = 5000;
const MOST_AT_ONCE = 20;
const TIMEOUT_MS = 10_000;

/** `sha256=` and the HMAC, by the secret, of the moment in seconds, a point and the body: who knows the secret knows that we sent it, and when. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** Sends one. */
async function deliver({ id, event, payload, url, secret }: DueDelivery, reaching: Reaching, now: Date): Promise<Sent> {
  const body = JSON.stringify({ id, ...(payload as object) });
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-mingsuan-event': event,
    'x-mingsuan-delivery': String(id),
    'x-mingsuan-timestamp': timestamp,
    'x-mingsuan-signature': signatureOf(secret, timestamp, body),
  };
  try {
    const status = await sendTo(new URL(url), { headers, body }, reaching, AbortSignal.timeout(TIMEOUT_MS));
    const hasArrived = status >= 200 && status < 300;
    return { hasArrived, status, note: hasArrived ? null : `对方答复 HTTP ${status}` };
  } catch (error) {
    if (error instanceof Fault) return { hasArrived: false, status: null, note: error.message };
    throw error;
  }
}

/** One round. @returns how many arrived */
export async function deliverDue(store: Store, reaching: Reaching = {}, now = new Date()): Promise<number> {
  const due = await takeDueDeliveries(store, MOST_AT_ONCE, now);
  // No address waits for a slow one; what is for the same one goes in its order.
  const ofUrl = grouped(due);
  const arrived = await Promise.all(
    [...ofUrl.values()].map(async (ones) => {
      let count = 0;
      for (const one of ones) {
        const sent = await deliver(one, reaching, now);
        await keepSent(store, one, sent, now);
        if (sent.hasArrived) count++;
      }
      return count;
    }),
  );
  return arrived.reduce((sum, count) => sum + count, 0);
}

function grouped(due: readonly DueDelivery[]): ReadonlyMap<string, readonly DueDelivery[]> {
  const groups = new Map<string, DueDelivery[]>();
  for (const one of due) groups.set(one.url, [...(groups.get(one.url) ?? []), one]);
  return groups;
}

/** Looks every few seconds as long as the server runs. */
export function startWebhooks(store: Store, log: Logger): { readonly stop: () => Promise<void> } {
  let round: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    round ??= deliverDue(store)
      .then(
        (count) => count > 0 && log.info({ count }, 'webhooks told'),
        (err) => log.error({ err }, 'webhooks not told'),
      )
      .finally(() => {
        round = undefined;
      });
  }, EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
