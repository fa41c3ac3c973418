/** What a page will ask is asked while its script is on the way. Failures are the page's to tell: it asks again. */
import { cache } from './cache.ts';
import * as ask from './queries.ts';
import type { AgencyAnswer } from './types.ts';

const quietly = (work: Promise<unknown>): void => void work.catch(() => {});

export function agencyAhead(id: number): void {
  quietly(
    cache.ensureQueryData(ask.agency(id)).then(({ disclosures }) => {
      const newest = disclosures.find(({ isCurrent }) => isCurrent);
      if (newest) contentAhead(newest.id);
    }),
  );
  quietly(cache.prefetchQuery(ask.trend(id)));
}

/** The newest disclosure, or the one that is chosen of those that there are. */
export function agencyAtAhead(
  region: string,
  slug: string,
  choose = (all: AgencyAnswer['disclosures']) => all.find(({ isCurrent }) => isCurrent),
): void {
  quietly(
    cache.ensureQueryData(ask.agencyAt(region, slug)).then(({ agency, disclosures }) => {
      quietly(cache.prefetchQuery(ask.trend(agency.id)));
      const chosen = choose(disclosures);
      if (chosen) contentAhead(chosen.id);
    }),
  );
}

export function disclosureAhead(id: number): void {
  contentAhead(id);
  quietly(cache.ensureQueryData(ask.disclosure(id)).then(({ agency }) => cache.prefetchQuery(ask.agency(agency.id))));
}

function contentAhead(id: number): void {
  quietly(cache.prefetchQuery(ask.disclosure(id)));
  quietly(cache.prefetchQuery(ask.flows(id)));
  quietly(cache.prefetchQuery(ask.story(id)));
  quietly(cache.prefetchQuery(ask.tree(id, 'function')));
  quietly(cache.prefetchQuery(ask.findings(id)));
  quietly(cache.prefetchQuery(ask.measures()));
}

export function compareAhead(question: Parameters<typeof ask.compare>[0]): void {
  quietly(cache.prefetchQuery(ask.measures()));
  if (question.agencies.length > 0) quietly(cache.prefetchQuery(ask.compare(question)));
}

export const itemAhead = (...question: Parameters<typeof ask.item>): void =>
  quietly(cache.prefetchQuery(ask.item(...question)));

export const regionAhead = (): void => quietly(cache.prefetchQuery(ask.regions()));
