import type { SearchHit } from '../../api/types.ts';

export interface GatheredHit extends SearchHit {
  /** How many say the very same in the same document. */
  readonly times: number;
}

const keyOf = ({ kind, title, snippet, agency, disclosureId, item, year }: SearchHit): string =>
  JSON.stringify([kind, title, snippet, agency?.id, disclosureId, item, year]);

/** Hits in their order; what one document says in the same words again is told once. */
export function gathered(hits: readonly SearchHit[]): readonly GatheredHit[] {
  const times = new Map<string, number>();
  for (const hit of hits) times.set(keyOf(hit), (times.get(keyOf(hit)) ?? 0) + 1);
  const seen = new Set<string>();
  return hits.flatMap((hit) => {
    const key = keyOf(hit);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...hit, times: times.get(key)! }];
  });
}
