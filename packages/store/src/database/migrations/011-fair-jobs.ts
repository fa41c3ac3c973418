/** Jobs are claimed by how often they were begun, then by age. */
export const fairJobs: readonly string[] = [
  'drop index jobs_open',
  `create index jobs_open on jobs (attempts, id) where state in ('waiting', 'running')`,
];
