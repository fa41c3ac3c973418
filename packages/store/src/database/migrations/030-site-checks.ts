/** A site is also looked into: for links that lead nowhere, and for when a column last changed. What was seen is only added to. */
import { onlyAddedTo } from './011-people.ts';

export const siteChecks: readonly string[] = [
  `alter table probes add column kind text not null default 'opens' check (kind in ('opens', 'links', 'column'))`,
  `alter table probes add column site_column text check (site_column in ('home', 'news', 'notice', 'other'))`,
  `alter table probes add column most_days integer`,
  `create table site_checks (
    probe_id integer not null references probes,
    at timestamptz not null,
    found json not null,
    primary key (probe_id, at)
  )`,
  ...onlyAddedTo('site_checks'),
];
