/** Batches share the workers: a job's `turn` is its place in its own batch, counted from where the queue stood when it came. */
export const shares: readonly string[] = [
  'alter table jobs add column turn integer not null default 0',
  'drop index jobs_open',
  `create index jobs_open on jobs (kind, attempts, turn, id) where state in ('waiting', 'running')`,
];
