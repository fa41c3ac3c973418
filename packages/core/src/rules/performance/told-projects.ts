/** Projects with what they get, as the tables tell them: 项目支出表 and 绩效目标表. */
import type { Cell, Disclosure, Origin } from '../../disclosure.ts';
import { groupBy } from '../../group-by.ts';
import { PERFORMANCE, PROJECTS } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import type { Fen } from '../../money.ts';

/** A project as one table tells it: what is said of it, and every amount that it has. */
export interface ToldProject {
  readonly form: typeof PROJECTS.id | typeof PERFORMANCE.id;
  readonly name: string;
  readonly text: string;
  readonly amounts: readonly Cell[];
  /** All its rows together, where it has several. */
  readonly sum: Fen;
  readonly origin: Origin;
}

/** All projects with amounts, those of the project table by their names first, then those that have targets. */
export function toldProjects(disclosure: Disclosure): readonly ToldProject[] {
  const rows = rowsOf(disclosure, PROJECTS).filter(({ kind }) => kind === 'project');
  const projects = [...groupBy(rows, ({ label }) => label)].map(([name, same]): ToldProject => {
    const cells = same.map((row) => Object.values(row.cells).flatMap((cell) => cell ?? []));
    return {
      form: PROJECTS.id,
      name,
      text: [...new Set(same.flatMap(({ purpose, goal }) => [purpose ?? '', goal ?? '']))].join('。'),
      amounts: cells.flat(),
      sum: same.reduce((sum, row) => sum + (row.cells.total?.fen ?? 0), 0),
      origin: same[0]!.origin,
    };
  });
  const targets = rowsOf(disclosure, PERFORMANCE).map(
    ({ project = '', goal = '', funds = [], origin }): ToldProject => {
      const amounts = funds.flatMap(({ amount }) => amount ?? []);
      return { form: PERFORMANCE.id, name: project, text: goal, amounts, sum: amounts[0]?.fen ?? 0, origin };
    },
  );
  return [...projects, ...targets].filter(({ name, amounts }) => name !== '' && amounts.length > 0);
}
