/** What texts say, as their disclosures hold them: the index has them folded only. */
import type { ExplanationSection, TableFormId } from '@mingsuan/core/disclosure';
import type { RecordRow } from '@mingsuan/core/kinds/index';
import { sql } from 'kysely';
import type { Store } from '../../open.ts';
import {
  EXPLANATION,
  rowTexts,
  type SearchPlace,
  type SearchText,
  sectionText,
} from '../../projection/search-entries.ts';
import { listOf } from '../sql.ts';

/** Where a disclosure holds a text: a row of `search_entries`. */
export interface PrintedPlace {
  readonly disclosure_id: number;
  readonly table_no: number;
  readonly row_no: number;
  readonly part: number;
}

export interface PrintedText {
  readonly title: string;
  readonly body: string;
  readonly place: SearchPlace;
}

interface Stored {
  readonly at: number;
  readonly form: TableFormId | null;
  /** The number of the row among all of its form. */
  readonly ordinal: number;
  readonly content: unknown;
}

/** One for each place; undefined where nothing stands there any more. */
export async function printedTexts(
  { db }: Pick<Store, 'db'>,
  places: readonly PrintedPlace[],
): Promise<readonly (PrintedText | undefined)[]> {
  if (places.length === 0) return [];
  const column = (name: keyof PrintedPlace) =>
    listOf(
      places.map((place) => place[name]),
      'integer',
    );
  const { rows } = await sql<Stored>`
    with asked as materialized (select cast(at as integer) - 1 as at, disclosure, no, row from unnest(${column('disclosure_id')},
      ${column('table_no')}, ${column('row_no')}) with ordinality as a (disclosure, no, row, at))
    select a.at, null as form, a.row as ordinal, e.content from asked a
      join explanation e on e.disclosure_id = a.disclosure and e.ordinal = a.row where a.no = ${EXPLANATION}
    union all
    select a.at, r.form, a.row + (select cast(count(*) as integer) from records o
        where o.disclosure_id = a.disclosure and o.table_no < a.no and o.form = r.form), r.content from asked a
      join records r on r.disclosure_id = a.disclosure and r.table_no = a.no and r.ordinal = a.row`.execute(db);
  const stored = new Map(rows.map((row) => [row.at, row]));
  return places.map(({ part }, at) => {
    const row = stored.get(at);
    return row && textOf(row, part);
  });
}

function textOf({ form, ordinal, content }: Stored, at: number): PrintedText | undefined {
  const text: SearchText | undefined =
    form === null ? sectionText(content as ExplanationSection) : rowTexts(form, content as RecordRow)[at];
  if (!text) return undefined;
  const { title, body, part, origin } = text;
  const numbered = part === undefined ? { ordinal } : { ordinal: part, project: ordinal };
  return { title, body, place: form === null ? { ordinal, origin } : { form, ...numbered, origin } };
}
