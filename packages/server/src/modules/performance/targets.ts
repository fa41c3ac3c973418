/** The projects of an approved budget as they go in all that follows from it: under lasting labels, with their targets. */
import { OVERALL_PERFORMANCE, PERFORMANCE, type PerformanceTarget } from '@mingsuan/core/kinds/index';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import { type Labelled, lastingLabel } from '@mingsuan/core/ledger/projects';
import { rowsOf } from '@mingsuan/core/model/tables';
import { approvedBudgets, authorisedProjects, type Store } from '@mingsuan/store';
import type { Scope } from '../execution/scope.ts';
import { type Compiled, compiledOf, isCompiled } from '../work/compiled.ts';

interface Row {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly target?: string;
}

/** A unit's approved budget of a year, and the labels under which its projects go already. */
export interface Approved {
  readonly compiled: Compiled;
  readonly standing: readonly Labelled[];
}

/** Those of these units that are approved and whole, by unit. */
export async function approvedIn(
  db: Store['db'],
  units: readonly number[],
  year: number,
): Promise<ReadonlyMap<number, Approved>> {
  const [budgets, standing] = await Promise.all([
    approvedBudgets(db, units, year),
    authorisedProjects(db, units, year),
  ]);
  return new Map(
    [...budgets].flatMap(([unit, held]) => {
      const compiled = compiledOf(held);
      return isCompiled(compiled) ? [[unit, { compiled, standing: standing.get(unit) ?? [] }] as const] : [];
    }),
  );
}

/** A project of a ledger under the label that it has in all that follows. */
export interface LabelledProject {
  readonly project: string;
  readonly code: string | null;
  readonly own: Ledger['projects'][number];
}

/** All projects of an approved budget, in its order. */
export const projectsOf = ({ compiled: { ledger }, standing }: Approved): readonly LabelledProject[] =>
  ledger.projects.map((own) => ({
    project: lastingLabel(own, ledger.projects, standing),
    code: own.code ?? null,
    own,
  }));

/** The tables of targets that have indicators, each with its project; where a table's is not in the ledger, with what the table says. */
export function targetsOf(approved: Approved): readonly {
  readonly project: string;
  readonly code: string | null;
  readonly target: PerformanceTarget;
}[] {
  // Tables stand in the order of the ledger: of one name, the first is the first one's.
  const left = projectsOf(approved).filter(({ own }) => own.goal !== undefined || own.indicators.length > 0);
  return rowsOf(approved.compiled.disclosure, PERFORMANCE).flatMap((target) => {
    const at = left.findIndex(({ own }) => own.name === target.project);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    const { project, code } = found ?? { project: target.project ?? target.title, code: null };
    return target.indicators.length > 0 ? [{ project, code, target }] : [];
  });
}

/** Projects of approved budgets that have targets, one by one, with their money in fen. */
export const targetsIn = ({ units }: Pick<Scope, 'units'>, approved: ReadonlyMap<number, Approved>) =>
  units.flatMap(({ id, name }) => {
    const budget = approved.get(id);
    if (!budget) return [];
    const withTargets = new Set(targetsOf(budget).map(({ project }) => project));
    return projectsOf(budget)
      .filter(({ project }) => withTargets.has(project))
      .map(({ project, code, own }) => ({
        unitId: id,
        unit: name,
        project,
        code,
        fen: own.lines.reduce((sum, { fen }) => sum + fen, 0),
      }));
  });

/** Indicators of the approved budgets of units, in the order of their forms; those of the unit as a whole have no project. */
export const indicatorsIn = ({ units }: Pick<Scope, 'units'>, approved: ReadonlyMap<number, Approved>) =>
  units.flatMap(({ id }) => {
    const budget = approved.get(id);
    if (!budget) return [];
    const of = (project: string | null, indicators: readonly Row[]) =>
      indicators.map(({ level1, level2, level3, target = '' }) => ({ project, level1, level2, name: level3, target }));
    return [
      ...targetsOf(budget).flatMap(({ project, target: { indicators } }) => of(project, indicators)),
      ...rowsOf(budget.compiled.disclosure, OVERALL_PERFORMANCE).flatMap(({ indicators }) => of(null, indicators)),
    ];
  });
