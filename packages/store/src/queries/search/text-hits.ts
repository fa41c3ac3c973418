/** Texts that were found, with what a reader is shown of them. */
import { squeeze } from '@mingsuan/core/text/fold';
import { sql } from 'kysely';
import type { Store } from '../../open.ts';
import { listOf } from '../sql.ts';
import type { Stage } from '../types.ts';
import { disclosureOf, type FoundHit } from './hit.ts';
import { type PrintedPlace, type PrintedText, printedTexts } from './printed-texts.ts';
import type { Asked } from './question.ts';
import { snippetOf } from './snippet.ts';
import type { TextKind, TextRow } from './text-order.ts';
import { isAsked } from './text-rows.ts';

/** The same text is counted so often. */
const MOST_SAME = 200;

interface HitRow extends PrintedPlace {
  key: number;
  kind: TextKind;
  year: number;
  stage: Stage;
  agency_id: number;
  agency: string;
  level: 'department' | 'unit';
  region: string;
  region_name: string;
  agencies: number;
  years: number[];
}

type ToldRow = HitRow & PrintedText;

/** In the order given. Of those who are asked for and print the same in the same year, the first by region and code stands for all. */
export async function textHits(
  store: Pick<Store, 'db'>,
  found: readonly TextRow[],
  asked: Asked,
): Promise<readonly FoundHit[]> {
  const hits = (await Promise.all(asked.readings.map((_, reading) => hitRows(store, found, asked, reading)))).flat();
  const texts = await printedTexts(store, hits);
  const rows = hits.flatMap((hit, i): ToldRow[] => (texts[i] ? [{ ...hit, ...texts[i] }] : []));
  const amounts = await amountsOf(store, rows);
  return found.flatMap(({ key }): FoundHit[] => {
    const row = rows.find((one) => one.key === key);
    if (!row) return [];
    const told = amounts.get(row.key);
    return [
      {
        kind: row.kind,
        title: snippetOf(row.title, asked.parts, Number.POSITIVE_INFINITY),
        snippet: snippetOf(row.body, asked.parts),
        ...disclosureOf(row),
        place: row.place,
        item: told?.item ?? null,
        fen: told?.fen ?? null,
        agencies: row.agencies,
        years: row.years.filter((year) => year > 0),
      },
    ];
  });
}

async function hitRows(
  { db }: Pick<Store, 'db'>,
  found: readonly TextRow[],
  asked: Asked,
  reading: number,
): Promise<readonly HitRow[]> {
  const own = found.filter((row) => row.reading === reading);
  if (own.length === 0) return [];
  const printed = sql`search_entries e where e.text_key = m.key and e.year = m.year and ${isAsked(asked, reading)}`;
  const { rows } = await sql<HitRow>`
    select m.key, t.kind, f.table_no, f.row_no, f.part, m.year, f.stage, f.disclosure_id, f.agency_id, a.name as agency, a.level,
      a.region, a.region_name, s.agencies, array(
        select y from unnest(years_in(t.years)) y where exists (
          select 1 from search_entries e where e.text_key = m.key and e.year = y and e.is_current) order by y desc) as years
    from unnest(${listOf(
      own.map(({ key }) => key),
      'bigint',
    )}, ${listOf(
      own.map(({ year }) => year),
      'integer',
    )}) as m (key, year)
    join search_texts t on t.key = m.key
    cross join lateral (
      select p.table_no, p.row_no, p.part, p.disclosure_id, p.agency_id, d.stage from (
        select e.* from ${printed} and e.region = (select e.region from ${printed} order by e.region limit 1)) p
      join disclosures d on d.id = p.disclosure_id join agencies o on o.id = p.agency_id
      order by coalesce(o.code, ''), o.name, d.stage, p.disclosure_id, p.table_no, p.row_no, p.part limit 1) f
    join agencies a on a.id = f.agency_id
    cross join lateral (
      select cast(count(distinct agency_id) as integer) as agencies
      from (select agency_id from search_entries o where o.text_key = m.key and o.is_current
        order by o.year desc, o.region desc, o.agency_id desc limit ${MOST_SAME}) o) s`.execute(db);
  return rows;
}

interface Amount {
  readonly fen: number;
  readonly item: NonNullable<FoundHit['item']>;
}

/** What projects and purchases cost, by their names in the same disclosure. */
async function amountsOf({ db }: Pick<Store, 'db'>, rows: readonly ToldRow[]): Promise<ReadonlyMap<number, Amount>> {
  const named = rows.filter(({ kind }) => kind === 'project' || kind === 'procurement');
  if (named.length === 0) return new Map();
  const keyOf = ({ title }: ToldRow) => squeeze(title).toLowerCase();
  const { rows: values } = await sql<{
    disclosure_id: number;
    kind: TextKind;
    key: string;
    code: string | null;
    fen: number;
  }>`
    select v.disclosure_id, i.kind, i.key, i.code, v.fen from items i join item_values v on v.item_id = i.id
    where i.kind in ('project', 'procurement') and i.key = any(${listOf(named.map(keyOf), 'text')})
      and v.disclosure_id = any(${listOf(
        named.map(({ disclosure_id }) => disclosure_id),
        'integer',
      )})`.execute(db);
  return new Map(
    named.flatMap((row): [number, Amount][] => {
      const value = values.find(
        ({ disclosure_id, kind, key }) =>
          disclosure_id === row.disclosure_id && kind === row.kind && key === keyOf(row),
      );
      if (!value) return [];
      const { fen, key, code } = value;
      return [[row.key, { fen, item: { kind: value.kind as 'project' | 'procurement', key, code } }]];
    }),
  );
}
