/** What agencies of different size, places and years are compared by, as SQL over a figure `v` of an agency `a`. */
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import { factorTable, priceFactors } from '../yardsticks/yardsticks.ts';

/** The amount; its share of the expenditure; the amount a resident; the amount in the prices of one year. */
export const COMPARED_BY = ['amount', 'share', 'resident', 'real'] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

interface Measured {
  /** A query of one `value`, whole: fen, or millionths for a share. Null, or no row, where it is not known. */
  readonly value: RawBuilder<unknown>;
  /** The year of the prices. */
  readonly base: number | null;
}

const SHARE = sql`select cast(round(v.fen * 1000000.0 / nullif(e.fen, 0)) as bigint) as value
  from measure_values e where e.disclosure_id = v.disclosure_id and e.measure = 'expenditure' and e.year = v.year
    and e.stage = v.stage`;

const RESIDENT = sql`select cast(round(cast(v.fen as numeric) / y.value) as bigint) as value
  from yardsticks y where y.measure = 'residents' and y.region = a.region and y.year = v.year`;

/** How a figure is measured; real amounts are in the prices of the newest of `years`. */
export async function measuredBy(
  store: Pick<Store, 'db'>,
  by: ComparedBy,
  years: readonly number[],
): Promise<Measured> {
  if (by === 'share') return { value: SHARE, base: null };
  if (by === 'resident') return { value: RESIDENT, base: null };
  const base = years.at(-1);
  if (by === 'amount' || base === undefined) return { value: sql`select v.fen as value`, base: null };
  const factors = await priceFactors(store, years, base);
  // The index of the nearest place that has one: its own, its province's, the country's.
  const value = sql`select cast(round(v.fen * cast(f.factor as numeric)) as bigint) as value
    from ${factorTable(factors)} f where f.year = v.year and starts_with(a.region, f.prefix)
    order by length(f.prefix) desc limit 1`;
  return { value, base };
}
