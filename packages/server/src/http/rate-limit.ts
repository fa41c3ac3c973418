/** A bucket of calls for each visitor that fills again as time goes by. */
export interface RateLimit {
  /** Takes so many calls; gives the seconds to wait where there are not so many left. */
  take(visitor: string, calls?: number): number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Visitors remembered; the one seen longest ago is forgotten first. */
const MOST_VISITORS = 10_000;

/** `perMinute` 0: no limit. A visitor who was away may make a minute's calls at once. */
export function rateLimit(perMinute: number, now: () => number = () => performance.now()): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  return {
    take: (visitor, cost = 1) => {
      if (perMinute === 0) return 0;
      const calls = Math.min(cost, perMinute);
      const at = now();
      const before = buckets.get(visitor) ?? { left: perMinute, at };
      const left = Math.min(perMinute, before.left + (at - before.at) * perMs);
      const fits = left >= calls;
      buckets.delete(visitor);
      buckets.set(visitor, { left: fits ? left - calls : left, at });
      if (buckets.size > MOST_VISITORS) buckets.delete(buckets.keys().next().value!);
      return fits ? 0 : Math.ceil((calls - left) / perMs / 1000);
    },
  };
}
