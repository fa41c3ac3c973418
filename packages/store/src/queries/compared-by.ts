/** What agencies of different size, places and years are compared by, as SQL over a figure `v` of an agency `a`. */
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import { factorTable, priceFactors } from '../yardsticks/yardsticks.ts';

/** The amount; its share of the expenditure; the amount a resident; the amount in the prices of one year. */
export const COMPARED_BY = ['amount', 'share', 'resident', 'real'] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

interface Measured {
  /** What has to be joined to `v` and `a` for it. */
  readonly join: RawBuilder<unknown>;
  /** Whole: fen, or millionths for a share. Null where it is not known. */
  readonly value: RawBuilder<unknown>;
  /** The year of the prices. */
  readonly base: number | null;
}

const AMOUNT: Measured = { join: sql``, value: sql`v.fen`, base: null };

// Plain joins: over all peers of all years a subquery for each figure takes seconds.
const SHARE: Measured = {
  join: sql`left join measure_values e on e.disclosure_id = v.disclosure_id and e.measure = 'expenditure'
    and e.year = v.year and e.stage = v.stage`,
  value: sql`cast(round(v.fen * 1000000.0 / nullif(e.fen, 0)) as bigint)`,
  base: null,
};

const RESIDENT: Measured = {
  join: sql`left join yardsticks y on y.measure = 'residents' and y.region = a.region and y.year = v.year`,
  value: sql`cast(round(cast(v.fen as numeric) / y.value) as bigint)`,
  base: null,
};

/** How a figure is measured; real amounts are in the prices of the newest of `years`. */
export async function measuredBy(
  store: Pick<Store, 'db'>,
  by: ComparedBy,
  years: readonly number[],
): Promise<Measured> {
  if (by === 'share') return SHARE;
  if (by === 'resident') return RESIDENT;
  const base = years.at(-1);
  if (by === 'amount' || base === undefined) return AMOUNT;
  const factors = await priceFactors(store, years, base);
  // The index of the nearest place that has one: its own, its province's, the country's.
  const join = sql`left join lateral (select f.factor from ${factorTable(factors)} f
    where f.year = v.year and starts_with(a.region, f.prefix) order by length(f.prefix) desc limit 1) f on true`;
  return { join, value: sql`cast(round(v.fen * cast(f.factor as numeric)) as bigint)`, base };
}
