/**
 * What a region's overview counts is kept by year, kind of document and region, so that a province's costs the same however many have
 * published; who spends most on an item within a region is read from one stretch of an index. Whoever changes a disclosure, an agency or
 * the roster leaves a mark, as in 018 and 038; a null in it is any year.
 */
import { regionsOf } from './038-item-cubes.ts';

/** A region's sums of one year and kind of document. */
const STAGED = `year integer not null, stage text not null, region text collate "C" not null`;

export const overviews: readonly string[] = [
  `alter table region_counts add column if not exists known integer not null default 0`,
  `insert into stale_regions select distinct region from agencies`,
  `create table if not exists region_stages (
    ${STAGED},
    collected integer not null,
    errors integer not null,
    under_review integer not null,
    incomplete integer not null,
    scored integer not null,
    score integer not null,
    functions_of integer not null,
    functions_partial integer not null,
    primary key (year, stage, region)
  )`,
  `create table if not exists region_forms (
    ${STAGED},
    form text not null,
    state text not null,
    count integer not null,
    primary key (year, stage, region, form, state)
  )`,
  `create table if not exists region_functions (
    ${STAGED},
    code text not null,
    name text not null,
    fen bigint not null,
    primary key (year, stage, region, code)
  )`,
  `create table if not exists region_awaited (
    ${STAGED},
    deadline date not null,
    count integer not null,
    primary key (year, stage, region, deadline)
  )`,
  ...['region_stages', 'region_forms', 'region_functions', 'region_awaited'].map(
    (table) => `create index if not exists ${table}_region on ${table} (region, year)`,
  ),
  `create table if not exists stale_overviews (region text not null, year integer)`,
  `insert into stale_overviews select distinct region from agencies`,
  `create or replace function mark_overviews() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'INSERT' then
      insert into stale_overviews select distinct region, coalesce(old.year, 0) from ${regionsOf('old.agency_id')};
    end if;
    if tg_op <> 'DELETE' then
      insert into stale_overviews select distinct region, coalesce(new.year, 0) from ${regionsOf('new.agency_id')};
    end if;
    return null;
  end $$`,
  `create or replace trigger disclosures_overviewed
    after insert or delete or update of agency_id, year, stage, is_current, errors, warnings, notices, found_errors, found_warnings,
      found_notices, score, completeness, indexed
    on disclosures for each row execute function mark_overviews()`,
  `create or replace trigger roster_overviewed after insert or delete or update on roster for each row execute function mark_overviews()`,
  `create or replace function mark_agency_overviews() returns trigger language plpgsql as $$
  begin
    insert into stale_overviews values (old.region), (new.region);
    return null;
  end $$`,
  `create or replace trigger agencies_overviewed after update of region, parent_id on agencies for each row
    when (old.region <> new.region or old.parent_id is distinct from new.parent_id) execute function mark_agency_overviews()`,
  // In which region an item's value is printed: its agency's, followed as the search's printings are.
  `alter table item_values add column if not exists region text collate "C" not null default ''`,
  `update item_values v set region = a.region from agencies a where a.id = v.agency_id and a.region <> v.region`,
  `create or replace function follow_agency() returns trigger language plpgsql as $$
  begin
    update search_entries set region = new.region where agency_id = new.id;
    update item_values set region = new.region where agency_id = new.id;
    return null;
  end $$`,
  `create or replace function follow_disclosure() returns trigger language plpgsql as $$
  declare near text := (select region from agencies where id = new.agency_id);
  begin
    update search_entries set agency_id = new.agency_id, year = coalesce(new.year, 0), is_current = new.is_current, region = near
      where disclosure_id = new.id;
    update item_values set agency_id = new.agency_id, year = coalesce(new.year, 0), is_current = new.is_current, stage = new.stage,
      region = near where disclosure_id = new.id;
    return null;
  end $$`,
  `create index if not exists item_values_near on item_values (item_id, year, stage, region) include (fen, disclosure_id, agency_id)
    where is_current`,
];
