/** Whose expenditure changed most against the year before in a region: up and down. */
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../open.ts';
import { titlesOf } from './agencies.ts';
import { regionPrefix } from './sql.ts';
import { isMeasure, pointsQuery } from './trend.ts';
import type { Stage } from './types.ts';

export interface ChangedQuestion {
  readonly region: string;
  readonly year: number;
  readonly stage: Stage;
  /** Whether the regions within it count too. */
  readonly within?: boolean;
}

export interface ChangedAgency {
  readonly id: number;
  readonly title: string;
  /** That tells this year's figure. */
  readonly disclosureId: number;
  readonly fen: number;
  readonly before: number;
  /** Whether a table of the year before says what was then, or only words of this year's do. */
  readonly beforeFrom: 'table' | 'words';
}

export interface Changed {
  /** Of how many both years are known. */
  readonly compared: number;
  /** The largest change first, at most `MOST` each. */
  readonly gained: readonly ChangedAgency[];
  readonly lost: readonly ChangedAgency[];
}

const MOST = 5;

interface Row extends Omit<ChangedAgency, 'title'> {
  readonly code: string | null;
  readonly name: string;
  readonly level: 'department' | 'unit';
  readonly region: string;
  readonly compared: number;
}

/** By total expenditure. A unit counts only where its department is not collected: the department's figures hold it. */
export async function changedMost({ db }: Pick<Store, 'db'>, question: ChangedQuestion): Promise<Changed> {
  const { region, year, stage, within = false } = question;
  const inside = within ? sql`starts_with(a.region, ${regionPrefix(region)})` : sql`a.region = ${region}`;
  const points =
    pointsQuery(sql`${isMeasure(['expenditure'])} and v.stage = ${stage} and v.year in (${year}, ${year - 1})
    and d.agency_id in (select a.id from agencies a where ${inside} and not exists (
      select 1 from disclosures up
      where up.agency_id = a.parent_id and up.is_current and up.year = ${year} and up.stage = ${stage}))`);
  const ranked = (
    way: RawBuilder<unknown>,
  ) => sql`(select pair.*, (select cast(count(*) as integer) from pair) as compared
    from pair where ${way} > 0 order by ${way} desc, id limit ${MOST})`;
  const { rows } = await sql<Row>`
    with point as materialized (${points}),
    pair as (select a.id, a.code, a.name, a.level, a.region, own."disclosureId", own.fen, past.fen as before, past."from" as "beforeFrom"
      from point own join point past on past.agency = own.agency and past.year = ${year - 1}
      join agencies a on a.id = own.agency where own.year = ${year})
    ${ranked(sql`fen - before`)} union all ${ranked(sql`before - fen`)}`.execute(db);
  const titles = await titlesOf(db, rows);
  const told = rows.map(({ compared: _, code: __, name, level: ___, region: ____, ...row }) => ({
    ...row,
    title: titles.get(row.id) ?? name,
  }));
  return {
    compared: rows[0]?.compared ?? 0,
    gained: told.filter(({ fen, before }) => fen > before),
    lost: told.filter(({ fen, before }) => fen < before),
  };
}
