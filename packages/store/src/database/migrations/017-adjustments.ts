/**
 * An adjustment of an approved budget is an item that names the budget (`source_id`), its kind, and the version that it goes on from.
 * What was published says which file of the portal it is, by its content.
 */
import { onlyAddedTo } from './011-people.ts';

export const adjustments: readonly string[] = [
  `alter table work_items add column kind text, add column base_version integer`,
  `create index work_items_source on work_items (source_id)`,
  `create table work_publications (
    item_id integer not null references work_items,
    version integer not null,
    sha256 text not null,
    at timestamptz not null,
    primary key (item_id, version)
  )`,
  ...onlyAddedTo('work_publications'),
];
