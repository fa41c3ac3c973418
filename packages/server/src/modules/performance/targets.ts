import { OVERALL_PERFORMANCE, PERFORMANCE } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import type { approvedBudgets } from '@mingsuan/store';
import type { Scope } from '../execution/scope.ts';
import { compiledOf, isCompiled } from '../work/compiled.ts';

interface Row {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly target?: string;
}

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

/** Indicators of the approved budgets of units, in the order of their forms; those of the unit as a whole have no project. */
export function indicatorsIn({ units }: Pick<Scope, 'units'>, budgets: Awaited<ReturnType<typeof approvedBudgets>>) {
  return units.flatMap(({ id }) => {
    const budget = budgets.get(id);
    const compiled = budget && compiledOf(budget);
    if (!compiled || !isCompiled(compiled)) return [];
    const of = (project: string | null, indicators: readonly Row[]) =>
      indicators.map(({ level1, level2, level3, target = '' }) => ({ project, level1, level2, name: level3, target }));
    return [
      ...rowsOf(compiled.disclosure, PERFORMANCE).flatMap(({ project, title, indicators }) =>
        of(project ?? title, indicators),
      ),
      ...rowsOf(compiled.disclosure, OVERALL_PERFORMANCE).flatMap(({ indicators }) => of(null, indicators)),
    ];
  });
}
