/**
 * What a list of agencies is filtered by, and a region's sums, are read from their indexes alone, as in 040: a name that nobody has was
 * looked for in the row of every agency, and the sums of a province's districts lie in as many blocks. How each agency of a region stands
 * is kept beside what is counted of them, so that those of a name need not be looked up one by one.
 */
export const listed: readonly string[] = [
  `create table if not exists region_standings (
    year integer not null,
    stage text not null,
    region text collate "C" not null,
    agency_id integer not null,
    disclosure_id integer,
    errors boolean not null,
    incomplete boolean not null,
    deadline date,
    expenditure bigint,
    primary key (year, stage, region, agency_id) include (disclosure_id, errors, incomplete, deadline, expenditure)
  )`,
  `create index if not exists region_standings_region on region_standings (region, year)`,
  `insert into stale_overviews select distinct region from agencies`,
  `create index if not exists agencies_listed on agencies (region, coalesce(code, ''), id) include (name, code, level)`,
  `drop index if exists agencies_order`,
  ...[
    ['region_forms', 'year, stage, region, form, state', 'count'],
    ['region_functions', 'year, stage, region, code', 'name, fen'],
  ].flatMap(([table, key, with_]) => [
    `alter table ${table} drop constraint if exists ${table}_pkey`,
    `alter table ${table} add constraint ${table}_pkey primary key (${key}) include (${with_})`,
  ]),
  `drop index if exists item_values_own`,
  `create index item_values_own on item_values (item_id, agency_id, year) include (stage, fen) where is_current`,
];
