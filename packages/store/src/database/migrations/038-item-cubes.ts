/**
 * What is added up of an item over all who print it, kept by year and region: an item's page and what a search tells of items cost the
 * same however many disclosures there are. Whoever changes a disclosure or an agency leaves a mark, as in 018; a null in it is any.
 */

/** Regions where the disclosures of an agency count: its own, and those of the units that it speaks for. */
export const regionsOf = (agency: string): string => `agencies where id = ${agency} or parent_id = ${agency}`;

export const itemCubes: readonly string[] = [
  `create table if not exists item_counts (
    item_id integer not null,
    year integer not null,
    stage text not null,
    region text not null,
    printed integer not null,
    agencies integer not null,
    fen bigint not null,
    primary key (item_id, year, stage, region)
  )`,
  `create index if not exists item_counts_region on item_counts (region, year)`,
  `create table if not exists item_holders (
    item_id integer not null,
    year integer not null,
    region text not null,
    agencies integer not null,
    fen bigint not null,
    primary key (item_id, year, region)
  )`,
  `create index if not exists item_holders_region on item_holders (region, year)`,
  `create table if not exists stale_items (region text not null, year integer)`,
  `insert into stale_items select distinct region from agencies`,
  `create or replace function mark_items() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'INSERT' then
      insert into stale_items select distinct region, coalesce(old.year, 0) from ${regionsOf('old.agency_id')};
    end if;
    if tg_op <> 'DELETE' then
      insert into stale_items select distinct region, coalesce(new.year, 0) from ${regionsOf('new.agency_id')};
    end if;
    return null;
  end $$`,
  `create or replace trigger disclosures_itemised after insert or delete or update of agency_id, year, stage, is_current, indexed
    on disclosures for each row execute function mark_items()`,
  `create or replace function mark_agency_items() returns trigger language plpgsql as $$
  begin
    insert into stale_items values (old.region), (new.region);
    return null;
  end $$`,
  `create or replace trigger agencies_itemised after update of region, parent_id on agencies for each row
    when (old.region <> new.region or old.parent_id is distinct from new.parent_id) execute function mark_agency_items()`,
];
