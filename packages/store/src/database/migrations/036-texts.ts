/**
 * A text is kept in one copy, folded, and its words in the index alone, which makes them out of it; what a reader is shown stands where
 * the disclosure holds it. A printing names that place by numbers. The index takes new texts at once: a list of what is to be entered, 4 MB
 * before it is worked off, was read by every question.
 *
 * Made anew in one transaction: cut off, all is as before.
 */
import { texts } from './015-texts.ts';

/** The letters of `bigrams.ts`, as PostgreSQL writes them. */
const HAN =
  '\\u2e80-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003ffff';
const OTHER = '0-9a-z\\u00c0-\\u024f\\u0370-\\u052f\\u3041-\\u30ff\\uac00-\\ud7a3';

/** The title's words are marked, the body's are not. */
const PARTS = `(values ('¶', split_part(folded, chr(10), 1)), ('', substr(folded, strpos(folded, chr(10)) + 1))) part (mark, words)`;
const runsOf = (letters: string) =>
  `${PARTS}, unnest(string_to_array(regexp_replace(words, '[^${letters}]+', ' ', 'g'), ' ')) run`;

const LETTER = `case kind when 'project' then 'p' when 'procurement' then 'c' when 'indicator' then 'i' else 'e' end`;

/** More agencies than this are many. */
const FEW_AGENCIES = 8;

const FUNCTIONS: readonly string[] = [
  `create function text_words(kind text, folded text) returns tsvector language sql immutable parallel safe cost 400 as $$
    select array_to_tsvector(array_agg(distinct mark || word)) from (
      select mark, substr(run, i, 2) as word from ${runsOf(HAN)}, generate_series(1, length(run)) i
      union all select mark, left(run, 64) from ${runsOf(OTHER)} where run <> ''
      union all select '·', kind) w $$`,
  // What names another function of ours is not found by an index that is made or analysed.
  `create function text_cells(kind text, key bigint, years text) returns text[] language sql immutable parallel safe as $$
    select array_agg(y || ${LETTER} || left(lpad(to_hex(key), 12, '0'), digits))
    from unnest(string_to_array(years, ' ')) y, generate_series(0, 2) digits $$`,
  `create function text_places(places text) returns text[] language sql immutable parallel safe as $$
    select array_agg(distinct place) from unnest(string_to_array(places, ' ')) own,
      unnest(case when own like 'r%' then array[left(own, 3), left(own, 5), own] else array[own] end) place $$`,
  `create function years_in(years text) returns integer[] language sql immutable parallel safe as $$
    select cast(string_to_array(years, ' ') as integer[]) $$`,
  `create function years_told(years integer[]) returns text language sql immutable parallel safe as $$
    select coalesce(string_agg(cast(y as text), ' ' order by y desc), '') from (select distinct unnest(years) y) y $$`,
  `create function places_told(id integer, region text) returns text language sql immutable parallel safe as $$
    select 'a' || id || case when region = '' then '' else ' r' || left(region, 6) end $$`,
  `create function joined_places(own text, others text) returns text language sql immutable parallel safe as $$
    select case when count(*) filter (where place like 'a%') > ${FEW_AGENCIES} or '*' = any(array_agg(place)) then '*'
      else coalesce(string_agg(place, ' ' order by place), '') end
    from (select distinct place from unnest(string_to_array(own || ' ' || others, ' ')) place where place <> '') p $$`,
];

const TEXTS: readonly string[] = [
  `create table texts_anew (
    key bigint primary key,
    kind text not null,
    folded text not null,
    years text not null,
    places text not null
  )`,
  `create index search_texts_words on texts_anew
    using gin (text_words(kind, folded), text_cells(kind, key, years), text_places(places)) with (fastupdate = off)`,
  // To tell how many texts have a word would take all of them apart again.
  ...[1, 2, 3].map((column) => `alter index search_texts_words alter column ${column} set statistics 0`),
  `insert into texts_anew select key, kind, folded, years_told(years),
    (select coalesce(string_agg(p, ' ' order by p), '') from unnest(places) p where p not like 'r%' or length(p) = (
      select max(length(o)) from unnest(places) o where starts_with(o, p)))
    from search_texts order by key`,
  `drop table search_texts`,
  `alter table texts_anew rename to search_texts`,
  `alter index texts_anew_pkey rename to search_texts_pkey`,
];

const INDEXES: readonly string[] = [
  `create index search_entries_printed on search_entries (text_key, year, region, agency_id) where is_current`,
  `create index search_entries_disclosure on search_entries (disclosure_id)`,
  `create index search_entries_agency on search_entries (agency_id)`,
];

const ENTRIES: readonly string[] = [
  `create table entries_anew (
    text_key bigint not null,
    disclosure_id integer not null,
    agency_id integer not null references agencies,
    row_no integer not null,
    year smallint not null default 0,
    table_no smallint not null,
    part smallint not null,
    is_current boolean not null default true,
    region text collate "C" not null default ''
  )`,
  // A printing was numbered among all rows of its form, and what a row holds came one after the other.
  `insert into entries_anew
    select e.text_key, e.disclosure_id, e.agency_id, coalesce(r.ordinal, e.at), e.year, coalesce(r.table_no, -1),
      row_number() over (partition by e.disclosure_id, e.form, e.at order by e.id) - 1, e.is_current, e.region
    from (select *, place ->> 'form' as form, cast(coalesce(place ->> 'project', place ->> 'ordinal') as integer) as at
      from search_entries) e
    left join (select disclosure_id, form, table_no, ordinal,
        row_number() over (partition by disclosure_id, form order by table_no, ordinal) - 1 as at from records) r
      on r.disclosure_id = e.disclosure_id and r.form = e.form and r.at = e.at
    where e.form is null or r.table_no is not null
    order by e.text_key`,
  `drop table search_entries`,
  `alter table entries_anew rename to search_entries`,
  `alter table search_entries rename constraint entries_anew_agency_id_fkey to search_entries_agency_id_fkey`,
  ...INDEXES,
];

const isOf = (statement: string, ...beginnings: readonly string[]) =>
  beginnings.some((beginning) => statement.startsWith(`create ${beginning}`));
const TRIGGERS = texts.filter((statement) => isOf(statement, 'trigger texts_'));

const WIDEN = `create or replace function widen_texts() returns trigger language plpgsql as $$
  begin
    -- In one order, so that two who widen the same texts do not wait for each other in a circle.
    perform from search_texts t join changed c on c.text_key = t.key
      where c.is_current and not (string_to_array(t.years, ' ') @> array[cast(c.year as text)]
        and string_to_array(t.places, ' ') && array['*', 'a' || c.agency_id]) order by t.key for no key update of t;
    update search_texts t set years = years_told(years_in(t.years) || n.years), places = joined_places(t.places, n.places)
    from (select c.text_key, array_agg(distinct cast(c.year as integer)) as years,
        string_agg(distinct places_told(c.agency_id, c.region), ' ') as places
      from changed c where c.is_current group by c.text_key) n
    where n.text_key = t.key and not (years_in(t.years) @> n.years
      and (t.places = '*' or string_to_array(t.places, ' ') @> string_to_array(n.places, ' ')));
    return null;
  end $$`;

export const textsOnce: readonly string[] = [
  ...FUNCTIONS,
  ...TEXTS,
  ...ENTRIES,
  WIDEN,
  ...TRIGGERS,
  `drop function text_cells(text, bigint, integer[])`,
  `drop function agency_places(integer, text)`,
  `drop function joined_places(text[], text[])`,
  ...['agency_names_words', 'items_tsv'].map((index) => `alter index ${index} set (fastupdate = off)`),
];

/** As it was before, for an earlier version: empty, and every disclosure is to be entered, which that version does by itself. */
export const withoutTextsOnce: readonly string[] = [
  `drop table search_texts, search_entries`,
  `drop function text_words(text, text)`,
  `drop function text_cells(text, bigint, text)`,
  `drop function text_places(text)`,
  `drop function years_in(text)`,
  `drop function years_told(integer[])`,
  `drop function places_told(integer, text)`,
  `drop function joined_places(text, text)`,
  `drop function widen_texts()`,
  ...texts.filter((statement) =>
    isOf(statement, 'table search_texts', 'function text_cells', 'function agency_places', 'function joined_places'),
  ),
  `create table search_entries (
    id integer primary key generated by default as identity,
    agency_id integer not null references agencies,
    disclosure_id integer,
    place json not null,
    year integer not null default 0,
    is_current boolean not null default true,
    text_key bigint not null default 0,
    region text collate "C" not null default ''
  )`,
  ...texts.filter((statement) => isOf(statement, 'index search_texts_found', 'function widen_texts')),
  ...INDEXES,
  ...TRIGGERS,
  `truncate stale_texts`,
  `update disclosures set indexed = 0`,
];
