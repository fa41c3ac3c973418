/** One item: what is spent on it year by year, by whom, and what it is a part of. */
import { ancestors, levelOf, lookup, regionTitle } from '@mingsuan/core/classification/index';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import type { ItemKind, LinePlace } from '../projection/lines.ts';
import { titlesOf } from './agencies.ts';
import { renewItemCounts } from './item-counts.ts';
import { limitOf, type Page } from './page.ts';
import { renewRegions } from './regions.ts';
import { allOf, regionPrefix } from './sql.ts';
import type { Stage } from './types.ts';

export interface ItemQuestion {
  readonly kind: ItemKind;
  readonly key: string;
  /** Without: the newest for which at least half as many print it as in the fullest one. */
  readonly year?: number | undefined;
  readonly stage?: Stage | undefined;
  /** A region's code: those within it too. */
  readonly region?: string | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/** Sums count a unit only where its department has not published that year: the department's figures hold it. */
export interface ItemSum {
  readonly agencies: number;
  readonly fen: number;
}

export interface ItemRow {
  readonly agency: {
    readonly id: number;
    readonly name: string;
    readonly level: 'department' | 'unit';
    readonly region: string | null;
    readonly regionName: string | null;
  };
  readonly disclosureId: number;
  readonly fen: number;
  /** What the same agency printed the year before in the same kind of document. */
  readonly before: number | null;
  /** The agency's expenditure; null where it does not say. */
  readonly expenditure: number | null;
  /** Whether the sum counts it. */
  readonly counts: boolean;
  readonly place: LinePlace;
}

export interface ItemAnswer {
  readonly kind: ItemKind;
  readonly key: string;
  readonly code: string | null;
  readonly name: string;
  /** From the class down, without the item itself. */
  readonly above: readonly { readonly code: string; readonly name: string }[];
  /** What it is divided into, with what is spent on it in the year shown. */
  readonly below: readonly ({ readonly key: string; readonly code: string; readonly name: string } & ItemSum)[];
  readonly years: readonly ({ readonly year: number; readonly stage: Stage } & ItemSum)[];
  readonly year: number | null;
  readonly stage: Stage;
  readonly regions: readonly ({ readonly region: string | null; readonly name: string | null } & ItemSum)[];
  /** The largest amounts first. */
  readonly rows: Page<ItemRow>['items'];
  readonly count: number;
}

interface Found {
  id: number;
  code: string | null;
  name: string;
}

const SUMS = sql`cast(sum(c.agencies) as integer) as agencies, cast(sum(c.fen) as bigint) as fen`;

/** Undefined where nobody printed such an item. Fen. */
export async function getItem(store: Pick<Store, 'db'>, question: ItemQuestion): Promise<ItemAnswer | undefined> {
  const { kind, key, region } = question;
  const { rows: found } = await sql<Found>`
    select id, code, name from items where kind = ${kind} and key = ${key}`.execute(store.db);
  const item = found[0];
  if (!item) return undefined;
  await Promise.all([renewItemCounts(store.db), renewRegions(store.db)]);
  const within = withinOf(region);
  const { rows: years } = await sql<ItemAnswer['years'][number]>`
    select c.year, c.stage, ${SUMS} from item_counts c
    where ${allOf([sql`c.item_id = ${item.id} and c.agencies > 0 and c.year > 0`, within])}
    group by c.year, c.stage order by c.year desc, c.stage`.execute(store.db);
  const { year, stage } = chosen(years, question);
  const ofYear = allOf([sql`c.item_id = ${item.id} and c.year = ${year ?? 0} and c.stage = ${stage}`, within]);
  const { rows: regions } = await sql<ItemAnswer['regions'][number]>`
    select nullif(c.region, '') as region, nullif(r.name, '') as name, c.agencies, c.fen
    from (select c.region, c.agencies, c.fen from item_counts c where ${ofYear} and c.agencies > 0
      order by c.fen desc, c.region limit 30) c left join region_counts r on r.region = c.region
    order by c.fen desc, c.region`.execute(store.db);
  const { rows: counted } = await sql<{ count: number }>`
    select cast(coalesce(sum(c.printed), 0) as integer) as count from item_counts c where ${ofYear}`.execute(store.db);
  return {
    kind,
    key,
    code: item.code,
    name: item.name,
    above: aboveOf(kind, key, year),
    below: await belowOf(store, kind, key, year, stage, region),
    years,
    year,
    stage,
    regions: regions.map(({ name, ...one }) => ({
      ...one,
      name: one.region && name ? regionTitle(one.region, name) : name,
    })),
    rows: await rowsOf(store, item.id, year ?? 0, stage, question),
    count: counted[0]!.count,
  };
}

/** Whether a sum `c` is of the region asked for. */
const withinOf = (region: string | undefined) =>
  region === undefined ? undefined : sql`starts_with(c.region, ${regionPrefix(region)})`;

function chosen(years: ItemAnswer['years'], { year, stage }: ItemQuestion): { year: number | null; stage: Stage } {
  const own = years.filter(
    (one) => (year === undefined || one.year === year) && (stage === undefined || one.stage === stage),
  );
  // A year that only a few have published yet tells nothing of who spends on it.
  const most = Math.max(...own.map(({ agencies }) => agencies));
  const full = own.filter(({ agencies }) => agencies * 2 >= most);
  const newest = full.find((one) => !kindOf(one.stage).executes && one.year === full[0]!.year) ?? full[0];
  return { year: newest?.year ?? year ?? null, stage: newest?.stage ?? stage ?? 'budget' };
}

const isClassified = (kind: ItemKind): kind is 'function' | 'economic' => kind === 'function' || kind === 'economic';

const aboveOf = (kind: ItemKind, key: string, year: number | null): ItemAnswer['above'] =>
  isClassified(kind) && levelOf(key) !== undefined
    ? ancestors(key).map((code) => ({ code, name: lookup(kind, code, year ?? undefined)?.name ?? code }))
    : [];

async function belowOf(
  { db }: Pick<Store, 'db'>,
  kind: ItemKind,
  key: string,
  year: number | null,
  stage: Stage,
  region: string | undefined,
): Promise<ItemAnswer['below']> {
  if (!isClassified(kind) || levelOf(key) === undefined || year === null) return [];
  const { rows } = await sql<ItemAnswer['below'][number]>`
    select i.key, i.key as code, i.name, ${SUMS} from items i join item_counts c on c.item_id = i.id
    where i.kind = ${kind} and starts_with(i.key, ${key}) and length(i.key) = ${key.length + 2}
      and ${allOf([sql`c.year = ${year} and c.stage = ${stage} and c.agencies > 0`, withinOf(region)])}
    group by i.key, i.name order by fen desc, i.key`.execute(db);
  return rows;
}

async function rowsOf(
  { db }: Pick<Store, 'db'>,
  item: number,
  year: number,
  stage: Stage,
  { region, limit, offset = 0 }: ItemQuestion,
): Promise<readonly ItemRow[]> {
  const most = limitOf({ limit });
  const near = region === undefined ? undefined : largestWithin(sql`${item}`, { region, year, stage }, most + offset);
  const { rows } = await sql<
    Omit<ItemRow, 'agency'> & {
      id: number;
      name: string;
      level: 'department' | 'unit';
      region: string;
      region_name: string;
      code: string | null;
    }
  >`
    with ${near ? sql`near as materialized (${near}), ` : sql``}top as materialized (
      select v.item_id, v.disclosure_id, v.year, v.stage, v.fen, v.place, a.id, a.name, a.code, a.level, a.region, a.region_name, a.parent_id
      from ${near ? sql`near n join item_values v on v.item_id = ${item} and v.disclosure_id = n.disclosure_id` : sql`item_values v`}
        join agencies a on a.id = v.agency_id
      where v.item_id = ${item} and v.is_current and v.year = ${year} and v.stage = ${stage}
      order by v.fen desc, a.region, coalesce(a.code, ''), a.name limit ${most} offset ${offset}),
    -- As a value, not as a condition: that is asked of all disclosures at once.
    above as materialized (select p.parent_id, (select true from disclosures up where up.agency_id = p.parent_id and up.is_current
        and coalesce(up.year, 0) = ${year} and up.year = ${year} and up.stage = ${stage} limit 1) as has_published
      from (select distinct parent_id from top where parent_id is not null) p)
    select t.id, t.name, t.code, t.level, t.region, t.region_name, t.disclosure_id as "disclosureId", t.fen, t.place,
      (select b.fen from item_values b where b.agency_id = t.id and b.item_id = t.item_id and b.is_current
        and b.year = t.year - 1 and b.stage = t.stage limit 1) as before,
      (select m.fen from measure_values m where m.disclosure_id = t.disclosure_id and m.measure = 'expenditure'
        and m.year = t.year and m.stage = t.stage) as expenditure,
      above.has_published is null as counts
    from top t left join above on above.parent_id = t.parent_id order by t.fen desc, t.region, t.name`.execute(db);
  const titles = await titlesOf(db, rows);
  return rows.map(({ id, name, level, region, region_name, code: _, ...row }) => ({
    ...row,
    agency: {
      id,
      name: titles.get(id) ?? name,
      level,
      region: region || null,
      regionName: regionTitle(region, region_name) || null,
    },
  }));
}

/**
 * Whose values of an item within a region are the largest, with ties: its stretch of an index alone is read, in no order of its own, as
 * in that of amounts the whole country would be gone through.
 */
const largestWithin = (
  item: RawBuilder<unknown>,
  { region, year, stage }: { readonly region: string; readonly year: number; readonly stage: Stage },
  most: number,
): RawBuilder<unknown> => sql`
  select v.disclosure_id from (select disclosure_id, fen from item_values
    where item_id = ${item} and is_current and year = ${year} and stage = ${stage} and starts_with(region, ${regionPrefix(region)}) offset 0) v
  order by v.fen desc fetch first ${sql.lit(most)} rows with ties`;

/** What an item is called; undefined where nobody printed it. */
export async function itemName({ db }: Pick<Store, 'db'>, kind: ItemKind, key: string): Promise<string | undefined> {
  if (key.includes('\0')) return undefined;
  const found = await db
    .selectFrom('items')
    .select('name')
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst();
  return found?.name;
}
