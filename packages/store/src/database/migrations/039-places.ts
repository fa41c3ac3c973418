/**
 * A text that many print says in which regions: `*` said nothing, so each question of a region or an agency looked at the printings of
 * all such texts, a hundred thousand blocks for one answer. `m130102` is a region where somebody of many prints it, `m1301*` and `m13*`
 * where they are many within it too. Texts with `*` are as good as before until `tidyTexts` has gone over them.
 */

/** More regions than these are told by the region around them. */
const FEW_REGIONS = 8;
/** More agencies than this are many. */
const FEW_AGENCIES = 8;

export const places: readonly string[] = [
  // What a text that many print may be found by for a region; for an unknown one all are.
  `create or replace function many_words(region text) returns text[] language sql immutable parallel safe as $$
    select case when region = '' then array['*', 'm*']
      else array['*', 'm' || left(region, 6), 'm' || left(region, 4) || '*', 'm' || left(region, 2) || '*'] end $$`,
  `create or replace function text_places(places text) returns text[] language sql immutable parallel safe as $$
    select array_agg(distinct place) from unnest(string_to_array(places, ' ')) own,
      unnest(case when own like 'r%' then array[left(own, 3), left(own, 5), own]
        when own like 'm%' then array['m*', own, left(rtrim(own, '*'), 3), left(rtrim(own, '*'), 5)] else array[own] end) place $$`,
  `create or replace function joined_places(own text, others text) returns text language sql immutable parallel safe as $$
    with told as (select distinct place from unnest(string_to_array(own || ' ' || others, ' ')) place where place <> ''),
    codes as (select distinct rtrim(substr(place, 2), '*') as code from told where place like 'r%' or place like 'm%'),
    regions as (select code from codes c where not exists (
      select 1 from codes wider where length(wider.code) < length(c.code) and starts_with(c.code, wider.code))),
    level as (select max(digits) as digits from (values (6), (4), (2)) l (digits)
      where digits = 2 or (select count(distinct left(code, digits)) from regions) <= ${FEW_REGIONS})
    select case when '*' = any(array_agg(place)) then '*'
      when count(*) filter (where place like 'a%') > ${FEW_AGENCIES} or bool_or(place like 'm%') then coalesce((
        select string_agg(m, ' ' order by m) from (select distinct 'm' || left(code, digits)
          || case when length(left(code, digits)) < 6 then '*' else '' end as m from regions, level) r), 'm*')
      else coalesce(string_agg(place, ' ' order by place), '') end
    from told $$`,
  `create or replace function widen_texts() returns trigger language plpgsql as $$
  declare narrow bigint[];
  begin
    -- In one order, so that two who widen the same texts do not wait for each other in a circle.
    select array_agg(key) into narrow from (select t.key from search_texts t join changed c on c.text_key = t.key
      where c.is_current and not (string_to_array(t.years, ' ') @> array[cast(c.year as text)]
        and (string_to_array(t.places, ' ') && array['*', 'a' || c.agency_id] or text_places(t.places) && many_words(c.region)))
      order by t.key for no key update of t) locked;
    if narrow is null then return null; end if;
    update search_texts t set years = years_told(years_in(t.years) || n.years), places = joined_places(t.places, n.places)
    from (select c.text_key, array_agg(distinct cast(c.year as integer)) as years,
        string_agg(distinct places_told(c.agency_id, c.region), ' ') as places
      from changed c where c.is_current and c.text_key = any(narrow) group by c.text_key) n
    where n.text_key = t.key;
    return null;
  end $$`,
  // Printings of before, by which `tidyTexts` tells whether a text is still anybody's.
  `create index if not exists search_entries_former on search_entries (text_key) where not is_current`,
  `insert into stale_texts select key from search_texts where places = '*' on conflict do nothing`,
];
