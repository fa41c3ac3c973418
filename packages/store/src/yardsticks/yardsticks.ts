/**
 * What amounts are measured by when regions and years differ: residents, and price indices. They come from the operator, each with its
 * source; without one, a figure by it is not known.
 */
import { logTitle } from '@mingsuan/core/model/log-titles';
import { sql } from 'kysely';
import { type Author, logChange } from '../identity/changes.ts';
import type { Store } from '../open.ts';
import { listOf } from '../queries/sql.ts';

export const YARDSTICKS = ['residents', 'price-index'] as const;
export type YardstickKind = (typeof YARDSTICKS)[number];

export interface Yardstick {
  /** Six digits; empty for the whole country. */
  readonly region: string;
  readonly year: number;
  readonly measure: YardstickKind;
  /** Persons; or thousandths of an index of which the year before is 100: 100.2 is 100200. */
  readonly value: number;
  readonly source: string;
}

/** Enters yardsticks; those of the same region, year and kind are replaced. @returns how many */
export function enterYardsticks(
  { db }: Pick<Store, 'db'>,
  name: string,
  yardsticks: readonly Yardstick[],
  author: Author = {},
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    for (const yardstick of yardsticks) {
      const { value, source } = yardstick;
      await tx
        .insertInto('yardsticks')
        .values(yardstick)
        .onConflict((conflict) =>
          conflict.columns(['measure', 'region', 'year']).doUpdateSet({ value, source, entered_at: sql`now()` }),
        )
        .execute();
    }
    await logChange(tx, {
      kind: 'yardsticks',
      subject: 0,
      title: logTitle('yardsticks', { name, count: yardsticks.length }),
      before: null,
      after: { entries: yardsticks.length },
      ...author,
    });
    return yardsticks.length;
  });
}

const MOST = 5000;

/** By kind and region, the newest year first. */
export async function listYardsticks({ db }: Pick<Store, 'db'>): Promise<readonly Yardstick[]> {
  return db
    .selectFrom('yardsticks')
    .select(['region', 'year', 'measure', 'value', 'source'])
    .orderBy('measure')
    .orderBy('region')
    .orderBy('year', 'desc')
    .limit(MOST)
    .execute();
}

/** What turns the amounts of a place and year into those of another year: exact to eighteen digits. */
export interface PriceFactor {
  /** What the codes of the place begin with; empty for the whole country. */
  readonly prefix: string;
  readonly year: number;
  readonly factor: string;
}

const SCALE = 10n ** 18n;

/**
 * The factors to the prices of `base`, for the years of which every index up to it is known. An index whose next year is missing leads
 * nowhere.
 */
export async function priceFactors(
  { db }: Pick<Store, 'db'>,
  years: readonly number[],
  base: number,
): Promise<readonly PriceFactor[]> {
  const { rows } = await sql<{ region: string; year: number; value: number }>`
    select region, year, value from yardsticks where measure = 'price-index' and year <= ${base}`.execute(db);
  const regions = [...new Set(rows.map(({ region }) => region))];
  return regions.flatMap((region) => {
    const indices = new Map(rows.filter((row) => row.region === region).map(({ year, value }) => [year, value]));
    return years.flatMap((year) => {
      const between = Array.from({ length: base - year }, (_, i) => indices.get(year + 1 + i));
      if (year > base || between.includes(undefined)) return [];
      const factor = between.reduce((product, index) => (product * BigInt(index!)) / 100_000n, SCALE);
      return [
        { prefix: prefixOf(region), year, factor: `${factor / SCALE}.${String(factor % SCALE).padStart(18, '0')}` },
      ];
    });
  });
}

const prefixOf = (region: string): string => region.replace(/(?:00){1,2}$/, '');

/** The factors as a table `(prefix, year, factor)`; undefined where there are none. */
export const factorTable = (factors: readonly PriceFactor[]) =>
  sql`(select * from unnest(${listOf(
    factors.map(({ prefix }) => prefix),
    'text',
  )}, ${listOf(
    factors.map(({ year }) => year),
    'integer',
  )}, ${listOf(
    factors.map(({ factor }) => factor),
    'text',
  )}) as t (prefix, year, factor))`;
