/** The money of a whole unit's evaluation is that of its projects once more and no longer counted: every unit is counted again. */
export const projectMoney: readonly string[] = [
  `insert into stale_task_counts select distinct unit_id, year from task_counts where process = 'evaluation'`,
];
