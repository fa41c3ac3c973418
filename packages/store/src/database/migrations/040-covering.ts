/**
 * Sums of an item and namesakes of an agency are read from their indexes alone: a row stands in a block of its own, and a page of an item
 * that three hundred regions print read fifteen hundred of them. What an agency printed for an item the year before is one look.
 */
export const covering: readonly string[] = [
  `alter table item_counts drop constraint item_counts_pkey`,
  `alter table item_counts add constraint item_counts_pkey primary key (item_id, year, stage, region) include (printed, agencies, fen)`,
  `alter table item_holders drop constraint item_holders_pkey`,
  `alter table item_holders add constraint item_holders_pkey primary key (item_id, year, region) include (agencies, fen)`,
  `create index if not exists agencies_namesakes on agencies (region, name) include (id, level)`,
  `drop index item_values_own`,
  `create index item_values_own on item_values (item_id, agency_id, year) where is_current`,
];
