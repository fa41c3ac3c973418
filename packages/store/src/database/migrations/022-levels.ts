/** A fact tells where its row stands in its table. Of those that are here already it is worked out when it is first asked for. */
export const levels: readonly string[] = [
  `alter table facts add column leaf boolean, add column level smallint`,
  `create table stale_levels (disclosure_id integer primary key)`,
  `insert into stale_levels select id from disclosures`,
];
