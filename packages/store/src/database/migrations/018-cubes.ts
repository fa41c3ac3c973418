/**
 * What is counted over many disclosures is kept, so that a page costs the same however many there are: regions with their counts, and
 * where agencies of a kind stand. Whoever changes a disclosure or an agency leaves a mark; what is marked is counted again when it is
 * next asked for. A null in a mark is any.
 */
export const cubes: readonly string[] = [
  `create table region_counts (
    region text primary key,
    name text not null,
    agencies integer not null,
    disclosures integer not null,
    facts bigint not null,
    years integer[] not null,
    default_year integer,
    modified timestamptz
  )`,
  `create table stale_regions (region text not null)`,
  `create table peer_quartiles (
    measured text not null,
    region text not null,
    level text not null,
    kind text not null,
    measure text not null,
    year integer not null,
    stages json not null,
    primary key (measured, region, level, kind, measure, year)
  )`,
  `create index peer_quartiles_of on peer_quartiles (level, year)`,
  `create table stale_peers (level text, kind text, year integer)`,
  `insert into stale_regions select distinct region from agencies`,
  `create function mark_disclosure() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'INSERT' then
      insert into stale_regions select region from agencies where id = old.agency_id;
      insert into stale_peers select level, kind, old.year from agencies where id = old.agency_id;
    end if;
    if tg_op <> 'DELETE' then
      insert into stale_regions select region from agencies where id = new.agency_id;
      insert into stale_peers select level, kind, new.year from agencies where id = new.agency_id;
    end if;
    return null;
  end $$`,
  `create trigger disclosures_counted after insert or delete or update of agency_id, year, stage, is_current, fact_count, indexed
    on disclosures for each row execute function mark_disclosure()`,
  `create function mark_agency() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'INSERT' then
      insert into stale_regions values (old.region);
      insert into stale_peers values (old.level, old.kind, null);
    end if;
    if tg_op <> 'DELETE' then
      insert into stale_regions values (new.region);
      insert into stale_peers values (new.level, new.kind, null);
    end if;
    return null;
  end $$`,
  `create trigger agencies_counted after insert or delete or update of region, region_name, level, kind
    on agencies for each row execute function mark_agency()`,
  `create function mark_yardsticks() returns trigger language plpgsql as $$
  begin
    insert into stale_peers values (null, null, null);
    return null;
  end $$`,
  `create trigger yardsticks_changed after insert or update or delete on yardsticks for each statement execute function mark_yardsticks()`,
];
