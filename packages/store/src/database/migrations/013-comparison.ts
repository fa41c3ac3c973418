/**
 * Like is compared with like: an agency's kind is known by its name (`renewKinds` keeps it in step with the names and with the kinds).
 * A measure's figure says where it is printed. Yardsticks are what an operator loads to measure amounts by: residents (persons), price
 * indices (the year before is 100, kept in thousandths); a region that is empty is the whole country.
 */
export const comparison: readonly string[] = [
  `alter table agencies add column kind text`,
  `create index agencies_kind on agencies (kind, level)`,
  `alter table measure_values add column place json`,
  `create table yardsticks (
    region text not null,
    year integer not null,
    measure text not null check (measure in ('residents', 'price-index')),
    value bigint not null,
    source text not null,
    entered_at timestamptz not null default now(),
    primary key (measure, region, year)
  )`,
];
