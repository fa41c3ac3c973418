/** Visits the sites and looks into the pages whose time has come; no host is asked twice within its rest. */
import { keepSiteCheck, keepVisit, type Probe, type ProbeKind, type Store, takeDueProbes } from '@mingsuan/store';
import type { Logger } from 'pino';
import type { LinkOptions } from '../../links/fetch.ts';
import { lookAtColumn, lookAtLinks } from '../../links/look.ts';
import { Pace } from '../../links/pace.ts';
import { visitSite } from '../../links/visit.ts';

const EVERY_MS = 60_000;
const MOST_A_ROUND = 100;
/** A look asks for many pages and takes minutes: it does not keep the visits waiting. */
const ROUNDS: readonly (readonly ProbeKind[])[] = [['opens'], ['links', 'column']];

interface Runner {
  readonly store: Store;
  readonly options: LinkOptions;
  readonly log: Logger;
  readonly pace: Pace;
}

/** One round of these kinds. @returns how many sites were visited */
export async function visitDue(runner: Runner, kinds: readonly ProbeKind[], now = new Date()): Promise<number> {
  const { store, log, pace } = runner;
  let visited = 0;
  // One by one, so that what a stop leaves is not taken for done.
  for (let taken = 0; taken < MOST_A_ROUND && !pace.isStopped; taken++) {
    const [probe] = await takeDueProbes(store.db, now, 1, kinds);
    if (!probe) break;
    try {
      await visitOne(probe, runner);
      visited++;
    } catch (error) {
      // What may not be visited is no failure of the site.
      log.warn({ err: error, probe: probe.id }, 'not visited');
    }
  }
  return visited;
}

async function visitOne({ id, url, kind }: Probe, { store: { db }, options, pace }: Runner): Promise<void> {
  if (kind === 'links') return keepSiteCheck(db, id, await lookAtLinks(url, { options, pace }));
  if (kind === 'column') return keepSiteCheck(db, id, await lookAtColumn(url, { options, pace }));
  await pace.turn(url);
  await keepVisit(db, id, await visitSite(url, options));
}

/** Goes round once a minute as long as the server runs, where the operator names hosts. */
export function startVisits(store: Store, options: LinkOptions, log: Logger): { readonly stop: () => Promise<void> } {
  if (options.hosts.length === 0) return { stop: async () => {} };
  const runner = { store, options, log, pace: new Pace() };
  const rounds = ROUNDS.map((kinds) => startRound(runner, kinds));
  return {
    stop: async () => {
      runner.pace.stop();
      await Promise.all(rounds.map((stop) => stop()));
    },
  };
}

function startRound(runner: Runner, kinds: readonly ProbeKind[]): () => Promise<void> {
  let round: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    round ??= visitDue(runner, kinds)
      .catch((error: unknown) => runner.log.error({ err: error }, 'visits failed'))
      .finally(() => {
        round = undefined;
      });
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
