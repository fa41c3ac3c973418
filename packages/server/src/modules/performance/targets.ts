import { PERFORMANCE } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import type { approvedBudgets } from '@mingsuan/store';
import type { Scope } from '../execution/scope.ts';
import { compiledOf, isCompiled } from '../work/compiled.ts';

/** Projects of the approved budgets of units that have targets, one by one, with their money in fen. */
export function targetsIn({ units }: Pick<Scope, 'units'>, budgets: Awaited<ReturnType<typeof approvedBudgets>>) {
  return units.flatMap(({ id, name }) => {
    const budget = budgets.get(id);
    const compiled = budget && compiledOf(budget);
    if (!compiled || !isCompiled(compiled)) return [];
    const withTargets = new Set(
      rowsOf(compiled.disclosure, PERFORMANCE).flatMap(({ project, indicators }) =>
        project && indicators.length > 0 ? [project] : [],
      ),
    );
    return compiled.ledger.projects
      .filter((project) => withTargets.has(project.name))
      .map(({ name: project, lines }) => ({
        unitId: id,
        unit: name,
        project,
        fen: lines.reduce((sum, { fen }) => sum + fen, 0),
      }));
  });
}
