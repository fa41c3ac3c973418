/** Where agencies stand among those of their kind and level: quartiles, worked out once and kept until a disclosure of them changes. */
import { FEWEST_PEERS } from '@mingsuan/core/vocabulary/index';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Store } from '../open.ts';
import type { Phase } from '../projection/measures.ts';
import type { ComparedBy, measuredBy } from './compared-by.ts';
import { allOf, listOf } from './sql.ts';

/** Quartiles of the figures that current disclosures' tables print, the agencies compared among them; null below five. */
export interface Peers {
  readonly measure: string;
  readonly year: number;
  readonly stage: Phase;
  readonly level: 'department' | 'unit';
  /** Null where all kinds of that level are peers. */
  readonly kind: string | null;
  readonly count: number;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
}

export interface PeersQuestion {
  readonly by: ComparedBy;
  readonly measured: Awaited<ReturnType<typeof measuredBy>>;
  /** Peers are of these kinds and levels; of all kinds of a level where the kind is null. */
  readonly groups: readonly Pick<Peers, 'level' | 'kind'>[];
  /** What the codes of their regions begin with; empty for all. */
  readonly region: string;
  readonly measures: readonly string[];
  readonly years: readonly number[];
}

type Quartiles = Omit<Peers, 'measure' | 'year' | 'level' | 'kind'>;
interface Cell {
  readonly level: Peers['level'];
  /** Empty for all. */
  readonly kind: string;
  readonly measure: string;
  readonly year: number;
}

/** By measure, year, stage, level and kind. */
export async function peersOf({ db }: Pick<Store, 'db'>, question: PeersQuestion): Promise<readonly Peers[]> {
  const { groups, measures, years } = question;
  const cells = groups.flatMap(({ level, kind }) =>
    measures.flatMap((measure) => years.map((year): Cell => ({ level, kind: kind ?? '', measure, year }))),
  );
  if (cells.length === 0) return [];
  const { rows: marks } = await sql`select 1 from stale_peers limit 1`.execute(db);
  const kept = marks.length === 0 ? await keptOf(db, question, cells) : [];
  const all = kept.length === cells.length ? kept : await renewed(db, question, cells);
  return all
    .flatMap(({ stages, ...cell }) => stages.map((told): Peers => ({ ...cell, ...told, kind: cell.kind || null })))
    .sort(
      (a, b) =>
        order(a.measure, b.measure) ||
        a.year - b.year ||
        order(a.stage, b.stage) ||
        order(a.level, b.level) ||
        order(a.kind ?? '', b.kind ?? ''),
    );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Kept = Cell & { readonly stages: readonly Quartiles[] };

const measuredAs = ({ by, measured }: PeersQuestion): string =>
  measured.base === null ? by : `${by} ${measured.base}`;

async function keptOf(db: Kysely<Database>, question: PeersQuestion, cells: readonly Cell[]): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    select k.level, k.kind, k.measure, k.year, k.stages from ${tableOf(cells)} join peer_quartiles k
      on k.level = c.level and k.kind = c.kind and k.measure = c.measure and k.year = c.year
    where k.measured = ${measuredAs(question)} and k.region = ${question.region}`.execute(db);
  return rows;
}

const tableOf = (cells: readonly Cell[]) => {
  const column = (name: keyof Cell, type: 'text' | 'integer') =>
    listOf(
      cells.map((cell) => cell[name]),
      type,
    );
  return sql`unnest(${column('level', 'text')}, ${column('kind', 'text')}, ${column('measure', 'text')}, ${column('year', 'integer')})
    as c (level, kind, measure, year)`;
};

/** One after the other, so that none writes what it counted before another's change over what was counted after it. */
function renewed(db: Kysely<Database>, question: PeersQuestion, cells: readonly Cell[]): Promise<readonly Kept[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('peer_quartiles', 5))`.execute(tx);
    await sql`with gone as (delete from stale_peers returning level, kind, year), marks as (select distinct * from gone)
      delete from peer_quartiles q using marks m where (m.level is null or q.level = m.level)
        and (m.year is null or q.year = m.year) and (m.level is null or q.kind = '' or q.kind = m.kind)`.execute(tx);
    const kept = await keptOf(tx, question, cells);
    const known = new Set(kept.map(keyOf));
    const missing = cells.filter((cell) => !known.has(keyOf(cell)));
    const counted = await countedOf(tx, question, missing);
    const fresh = missing.map((cell): Kept => {
      const own = counted.filter((row) => keyOf({ ...row, kind: row.kind ?? '' }) === keyOf(cell));
      const stages = own.map(({ stage, count, lower, median, upper }) => ({ stage, count, lower, median, upper }));
      return { ...cell, stages };
    });
    if (fresh.length > 0)
      await tx
        .insertInto('peer_quartiles')
        .values(
          fresh.map(({ stages, ...cell }) => ({
            ...cell,
            stages: JSON.stringify(stages),
            measured: measuredAs(question),
            region: question.region,
          })),
        )
        .execute();
    return [...kept, ...fresh];
  });
}

const keyOf = ({ level, kind, measure, year }: Cell): string => `${level} ${kind} ${measure} ${year}`;

/** Counted over all disclosures of these kinds. */
async function countedOf(
  db: Kysely<Database>,
  { measured: { join, value }, region }: PeersQuestion,
  cells: readonly Cell[],
): Promise<readonly Peers[]> {
  if (cells.length === 0) return [];
  const { rows } = await sql<Peers>`
    select measure, year, stage, level, nullif(kind, '') as kind, count, quartiles[1] as lower, quartiles[2] as median, quartiles[3] as upper
    from (
      select c.measure, c.year, v.stage, c.level, c.kind, cast(count(*) as integer) as count,
        case when count(*) >= ${FEWEST_PEERS}
          then percentile_disc(array[0.25, 0.5, 0.75]) within group (order by ${value}) end as quartiles
      from ${tableOf(cells)} join measure_values v on v.measure = c.measure and v.year = c.year
        join disclosures d on d.id = v.disclosure_id
        join agencies a on a.id = d.agency_id and a.level = c.level and (c.kind = '' or a.kind = c.kind)
        ${join}
      where ${allOf([
        sql`d.is_current and v.source = 'table' and ${value} is not null`,
        region !== '' && sql`starts_with(a.region, ${region})`,
      ])}
      group by c.measure, c.year, v.stage, c.level, c.kind
    ) grouped`.execute(db);
  return rows;
}
