/** Visits the sites whose time has come, one after the other: no host is asked twice within its rest. */
import { setTimeout as pause } from 'node:timers/promises';
import { keepVisit, type Store, takeDueProbes } from '@mingsuan/store';
import type { Logger } from 'pino';
import type { LinkOptions } from '../../links/fetch.ts';
import { visitSite } from '../../links/visit.ts';

const EVERY_MS = 60_000;
const MOST_A_ROUND = 100;
/** Between two visits of one host. */
const REST_MS = 2000;

/** One round. @returns how many sites were visited */
export async function visitDue(
  store: Store,
  options: LinkOptions,
  log: Logger,
  now = new Date(),
  restMs = REST_MS,
): Promise<number> {
  const probes = await takeDueProbes(store.db, now, MOST_A_ROUND);
  const asked = new Set<string>();
  let visited = 0;
  for (const { id, url } of probes) {
    const host = URL.canParse(url) ? new URL(url).host : url;
    if (asked.has(host)) await pause(restMs);
    asked.add(host);
    try {
      await keepVisit(store.db, id, await visitSite(url, options));
      visited++;
    } catch (error) {
      // What may not be visited is no failure of the site.
      log.warn({ err: error, probe: id }, 'not visited');
    }
  }
  return visited;
}

/** Goes round once a minute as long as the server runs, where the operator names hosts. */
export function startVisits(store: Store, options: LinkOptions, log: Logger): { readonly stop: () => Promise<void> } {
  if (options.hosts.length === 0) return { stop: async () => {} };
  let round: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    round ??= visitDue(store, options, log)
      .catch((error: unknown) => log.error({ err: error }, 'visits failed'))
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
