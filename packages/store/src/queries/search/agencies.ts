/** Agencies that a question names, each with its newest disclosure. */
import { regionTitle } from '@mingsuan/core/classification/index';
import { sql } from 'kysely';
import type { Store } from '../../open.ts';
import { allOf } from '../sql.ts';
import type { Stage } from '../types.ts';
import type { FoundHit } from './hit.ts';
import { type Asked, isNamed, isOwn } from './question.ts';
import { snippetOf } from './snippet.ts';

interface AgencyRow {
  id: number;
  name: string;
  code: string | null;
  level: 'department' | 'unit';
  region: string;
  region_name: string;
  disclosure_id: number | null;
  year: number | null;
  stage: Stage | null;
  fen: number | null;
}

const condition = ({ parts, readings, year }: Asked) =>
  allOf([
    isNamed(parts),
    isOwn(sql`e.agency_id`, readings[0]!.agencies),
    year !== undefined &&
      // As the index has it (`disclosures_current`), which then tells by itself.
      sql`exists (select 1 from disclosures d where d.agency_id = e.agency_id and d.is_current and coalesce(d.year, 0) = ${year})`,
  ]);

/** The number of agencies named. */
export async function countAgencies({ db }: Pick<Store, 'db'>, asked: Asked): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select cast(count(*) as integer) as count from agency_names e where ${condition(asked)}`.execute(db);
  return rows[0]!.count;
}

/** Those whose name ends with the question first: 司法局 before 司法局服务中心; departments before units. */
export async function findAgencies(
  { db }: Pick<Store, 'db'>,
  asked: Asked,
  offset: number,
  limit: number,
): Promise<readonly FoundHit[]> {
  const { parts, year } = asked;
  const last = parts.at(-1)!;
  const order = sql`not (lower(a.name) like '%' || ${last}), a.level, length(a.name), a.region, coalesce(a.code, ''), a.name, a.id`;
  const { rows } = await sql<AgencyRow>`
    select a.id, a.name, a.code, a.level, a.region, a.region_name, d.id as disclosure_id, d.year, d.stage, v.fen
    from (select a.* from agency_names e join agencies a on a.id = e.agency_id
      where ${condition(asked)} order by ${order} limit ${limit} offset ${offset}) a
    left join lateral (
      select id, year, stage from disclosures d where d.agency_id = a.id and d.is_current
        and ${year === undefined ? sql`true` : sql`coalesce(d.year, 0) = ${year}`}
      order by d.year desc nulls last, d.stage limit 1) d on true
    left join measure_values v on v.disclosure_id = d.id and v.measure = 'expenditure' and v.year = d.year and v.stage = d.stage
    order by ${order}`.execute(db);
  return rows.map((row) => ({
    kind: 'agency',
    title: snippetOf(row.name, parts, Number.POSITIVE_INFINITY),
    snippet: snippetOf([row.code, regionTitle(row.region, row.region_name)].filter(Boolean).join(' '), parts),
    agency: {
      id: row.id,
      name: row.name,
      level: row.level,
      region: row.region || null,
      regionName: regionTitle(row.region, row.region_name) || null,
    },
    year: row.year,
    stage: row.stage,
    disclosureId: row.disclosure_id,
    place: null,
    item: null,
    fen: row.fen,
    agencies: 1,
    years: row.year === null ? [] : [row.year],
  }));
}
