/**
 * A text is kept and indexed once, however many print it. `search_entries` are its printings. What an agency is called is searched in a
 * table of its own.
 *
 * One index answers a question: a text's words beside its cells and places. A cell is a stretch of the order in which texts are told,
 * the newest year first, in it the kinds, in them by key: `2024e` holds the explanation of that year, `2024e3f` the 256th of it whose key
 * begins with 3f. So the first texts with a word are found among few, however many have it. Places are whose a text is: its agency, their
 * regions; `*` where many print it. Cells and places may name too much (what was printed there once): a question looks at the printings
 * again. They never name too little: triggers widen them; what may be too wide waits in `stale_texts` for `tidyTexts`.
 */
const LETTERS = `case kind when 'project' then 'p' when 'procurement' then 'c' when 'indicator' then 'i' else 'e' end`;

/** More agencies than this are many. */
const FEW_AGENCIES = 8;

export const texts: readonly string[] = [
  `create table agency_names (
    agency_id integer primary key references agencies,
    folded text not null,
    words tsvector not null
  )`,
  `insert into agency_names (agency_id, folded, words)
    select distinct on (agency_id) agency_id, folded, tsv from search_entries where kind = 'agency' order by agency_id, id desc`,
  `create index agency_names_words on agency_names using gin (words)`,
  `create table search_texts (
    key bigint primary key,
    kind text not null,
    title text not null,
    name text not null,
    body text not null,
    folded text not null,
    words tsvector not null,
    years integer[] not null,
    places text[] not null
  )`,
  `create table stale_texts (key bigint primary key)`,
  `create function text_cells(kind text, key bigint, years integer[]) returns text[] language sql immutable parallel safe as $$
    select array_agg(y || ${LETTERS} || left(lpad(to_hex(key), 12, '0'), digits))
    from unnest(years) y, generate_series(0, 3) digits $$`,
  `create function agency_places(id integer, region text) returns text[] language sql immutable parallel safe as $$
    select array['a' || id] || case when region = '' then '{}'::text[]
      else array['r' || left(region, 2), 'r' || left(region, 4), 'r' || left(region, 6)] end $$`,
  `create function joined_places(own text[], others text[]) returns text[] language sql immutable parallel safe as $$
    select case when count(*) filter (where place like 'a%') > ${FEW_AGENCIES} or own @> '{*}' then '{*}'::text[]
      else coalesce(array_agg(place), '{}') end
    from (select distinct place from unnest(own || others) place) p $$`,
  // Texts without a key of their own words are indexed anew.
  `update disclosures set indexed = 0 where id in (
    select disclosure_id from search_entries where kind <> 'agency' and text_key < 0)`,
  `delete from search_entries where kind = 'agency' or text_key < 0`,
  `insert into search_texts (key, kind, title, name, body, folded, words, years, places)
    select distinct on (text_key) text_key, kind, title, split_part(folded, chr(10), 1), body, folded, tsv, '{}', '{}'
    from search_entries order by text_key, id`,
  `drop index search_entries_tsv, search_entries_newest, search_entries_of_kind, search_entries_text`,
  `drop index if exists search_entries_agency`,
  `alter table search_entries drop column kind, drop column title, drop column body, drop column folded, drop column tsv,
    add column region text collate "C" not null default ''`,
  `update search_entries e set region = a.region from agencies a where a.id = e.agency_id and a.region <> ''`,
  `create index search_entries_printed on search_entries (text_key, year, region, agency_id) where is_current`,
  `create index search_entries_agency on search_entries (agency_id)`,
  `create index disclosures_year on disclosures (year) where is_current`,
  `update search_texts t set years = n.years, places = n.places from (
      select text_key, array_agg(distinct year order by year desc) as years,
        case when count(distinct agency_id) > ${FEW_AGENCIES} then '{*}'::text[] else array_agg(distinct place) end as places
      from (select e.text_key, e.year, e.agency_id, unnest(agency_places(e.agency_id, e.region)) as place
        from search_entries e where e.is_current) p
      group by text_key) n where n.text_key = t.key`,
  `create index search_texts_found on search_texts using gin (words, (text_cells(kind, key, years)), places)`,
  `create index item_values_own on item_values (item_id, agency_id) where is_current`,
  `create index item_values_amount on item_values (item_id, fen desc, year desc, disclosure_id) where is_current`,
  `create function widen_texts() returns trigger language plpgsql as $$
  begin
    -- In one order, so that two who widen the same texts do not wait for each other in a circle.
    perform from search_texts t join changed c on c.text_key = t.key
      where c.is_current and not (t.years @> array[c.year] and t.places && array['*', 'a' || c.agency_id]) order by t.key for no key update of t;
    update search_texts t set years = (select array_agg(distinct y order by y desc) from unnest(t.years || n.years) y),
      places = joined_places(t.places, n.places)
    from (select text_key, array_agg(distinct year) as years, array_agg(distinct place) as places
      from (select c.text_key, c.year, unnest(agency_places(c.agency_id, c.region)) as place from changed c where c.is_current) p
      group by text_key) n
    where n.text_key = t.key and not (t.years @> n.years and (t.places @> '{*}' or t.places @> n.places));
    return null;
  end $$`,
  `create function narrow_texts() returns trigger language plpgsql as $$
  begin
    insert into stale_texts select distinct text_key from gone order by text_key on conflict do nothing;
    return null;
  end $$`,
  `create trigger texts_printed after insert on search_entries referencing new table as changed
    for each statement execute function widen_texts()`,
  `create trigger texts_reprinted after update on search_entries referencing new table as changed
    for each statement execute function widen_texts()`,
  `create trigger texts_left after update on search_entries referencing old table as gone
    for each statement execute function narrow_texts()`,
  `create trigger texts_gone after delete on search_entries referencing old table as gone
    for each statement execute function narrow_texts()`,
  `create or replace function follow_disclosure() returns trigger language plpgsql as $$
  begin
    update search_entries e set agency_id = new.agency_id, year = coalesce(new.year, 0), is_current = new.is_current,
      region = (select a.region from agencies a where a.id = new.agency_id) where disclosure_id = new.id;
    update item_values set agency_id = new.agency_id, year = coalesce(new.year, 0), is_current = new.is_current, stage = new.stage
      where disclosure_id = new.id;
    return null;
  end $$`,
  `create function follow_agency() returns trigger language plpgsql as $$
  begin
    update search_entries set region = new.region where agency_id = new.id;
    return null;
  end $$`,
  `create trigger agencies_followed after update of region on agencies for each row
    when (old.region <> new.region) execute function follow_agency()`,
];
