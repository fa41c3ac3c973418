/** Warnings that a place's profile gives at the end of a month: by how much is paid, and by how far goals and money are apart. */
import { isBasicLabel } from '@mingsuan/core/performance/authority';
import type { MonthlyRow } from '@mingsuan/core/performance/execution-report';
import { warningsOf } from '@mingsuan/core/performance/monitor';
import { goalsOf } from '@mingsuan/core/performance/monitoring-form';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import type { Ratio } from '@mingsuan/core/performance/ratio';
import type { MonitoringTask } from '@mingsuan/core/performance/task';
import { WARNING } from '@mingsuan/core/process/performance';
import type { Role } from '@mingsuan/core/process/roles';
import { type Store, taskContents } from '@mingsuan/store';
import type { Scope } from './scope.ts';

/** More than a region monitors in a month. */
const MOST_MONITORED = 20_000;

/** In percent, by unit and project. */
type Goals = ReadonlyMap<string, Ratio>;

const keyOf = (unitId: number, project: string | null): string => `${unitId} ${project}`;

/** How far goals are at the end of a month, as monitoring answered; nothing where the place does not compare them with money. */
export async function goalsAt(
  { db }: Store,
  units: readonly number[],
  year: number,
  month: number,
  { warnings: { gap } }: PerformanceProfile,
): Promise<Goals> {
  if (gap === undefined) return new Map();
  const tasks = await taskContents(db, { process: 'monitoring', units, year, month, limit: MOST_MONITORED });
  return new Map(
    tasks.flatMap(({ unitId, project, content }) => {
      const goals = goalsOf(
        (content as MonitoringTask).form,
        (content as MonitoringTask).kinds?.map((kind) => kind ?? undefined),
      );
      return goals ? [[keyOf(unitId, project), goals] as const] : [];
    }),
  );
}

/** The warnings that are due, project by project; what is basic expenditure is in the report, and is no project. */
export function dueWarnings(
  rows: readonly MonthlyRow[],
  { units }: Pick<Scope, 'units'>,
  month: number,
  profile: PerformanceProfile,
  goals: Goals,
) {
  return rows.flatMap((row) => {
    const { unit, project, code, cumulative, adjusted } = row;
    if (isBasicLabel(row)) return [];
    const unitId = units.find(({ name }) => name === unit)!.id;
    const done = goals.get(keyOf(unitId, project));
    const standing = { paid: cumulative, adjusted, month, ...(done ? { goals: done } : {}) };
    return warningsOf(standing, profile).map(({ kind, message, month: of }) => ({
      unitId,
      project,
      ...(code === undefined ? {} : { code }),
      kind,
      message,
      of,
    }));
  });
}

/** What a warning is called; one is given once. @param of the month that it is of */
export const warningTitle = ({
  project,
  kind,
  of,
}: {
  readonly project: string;
  readonly kind: 'date' | 'gap';
  readonly of: number;
}): string => `${project}：${of} 月${kind === 'date' ? '支出进度' : '目标和支出'}预警`;

/** Whether these roles give warnings. */
export const mayWarn = (roles: readonly Role[]): boolean =>
  WARNING.openedBy?.some((role) => roles.includes(role)) === true;
