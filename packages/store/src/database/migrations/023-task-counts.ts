/**
 * What stands where of a year's monitoring, evaluations, warnings and rectifications is kept by unit, so that a board reads a row for
 * each kind of standing and not each task. Whoever changes a task or its result leaves a mark; what is marked is counted again when it is
 * next asked for.
 */
const TASKS = `('monitoring', 'evaluation', 'warning', 'rectification')`;

/** One mark for a unit's year, however many rows of it a statement changes. */
const marking = (table: string, from: string): readonly string[] =>
  (['insert', 'update', 'delete'] as const).flatMap((event) => {
    const rows = event === 'delete' ? 'old' : 'new';
    return [
      `create function mark_${table}_${event}() returns trigger language plpgsql as $$
      begin
        insert into stale_task_counts select distinct i.unit_id, i.year from ${from} where i.process in ${TASKS};
        return null;
      end $$`,
      `create trigger ${table}_${event}_counted after ${event} on ${table} referencing ${rows} table as changed
        for each statement execute function mark_${table}_${event}()`,
    ];
  });

export const taskCounts: readonly string[] = [
  `create table task_counts (
    unit_id integer not null,
    year integer not null,
    process text not null,
    month integer,
    state text not null,
    light text,
    grade text,
    due text,
    count integer not null,
    budget bigint not null,
    executed bigint not null
  )`,
  `create index task_counts_unit on task_counts (year, unit_id)`,
  `create table stale_task_counts (unit_id integer not null, year integer not null)`,
  `insert into stale_task_counts select distinct unit_id, year from work_items where process in ${TASKS}`,
  ...marking('work_items', 'changed i'),
  ...marking('task_results', 'changed c join work_items i on i.id = c.item_id'),
];
