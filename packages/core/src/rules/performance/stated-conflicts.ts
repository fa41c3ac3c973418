/** Goals in words met with the indicators of their subject; worked out once for a disclosure. */
import { groupBy } from '../../group-by.ts';
import type { Indicator, PerformanceTarget } from '../../kinds/index.ts';
import { PERFORMANCE } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { type Agreement, agreement, subjectOf } from '../../performance/subject.ts';
import { compareDecimal, type Decimal, direction, parseTarget, type Target } from '../../performance/target.ts';
import { isSameUnit } from '../../performance/units.ts';
import type { DocumentContext } from '../context.ts';
import { type StatedGoal, statedGoals } from './goals.ts';

/** An indicator with a figure, and the subjects of its name and its description. */
export interface Figured {
  readonly table: PerformanceTarget;
  readonly indicator: Indicator;
  readonly target: Target & { readonly number: Decimal };
  readonly subjects: readonly [name: string, told: string];
}

export interface Conflict {
  readonly goal: StatedGoal;
  readonly figured: Figured;
  readonly agreement: NonNullable<Agreement>;
  /** One figure with opposite comparisons. */
  readonly turned: boolean;
}

export interface Statements {
  readonly figured: readonly Figured[];
  readonly conflicts: readonly Conflict[];
}

/** What goals and indicators say of each other; two rules share it. */
export function statementsOf({ disclosure }: DocumentContext): Statements {
  const figured = rowsOf(disclosure, PERFORMANCE).flatMap((table) =>
    table.indicators.flatMap((indicator) => figuredOf(table, indicator) ?? []),
  );
  const byTable = groupBy(figured, ({ table }) => table);
  const conflicts = statedGoals(disclosure).flatMap((goal) => {
    const scope = goal.tables?.flatMap((table) => byTable.get(table) ?? []) ?? figured;
    return conflictOf(goal, scope) ?? [];
  });
  return { figured, conflicts };
}

function figuredOf(table: PerformanceTarget, indicator: Indicator): Figured | undefined {
  if (!indicator.target) return undefined;
  const target = parseTarget(indicator.target);
  const { number } = target;
  if (!number || target.comparator === 'qualitative' || target.malformed) return undefined;
  const subjects = [subjectOf(indicator.level3), subjectOf(indicator.description ?? '')] as const;
  return { table, indicator, target: { ...target, number }, subjects };
}

/** A goal conflicts where indicators of its subject are found and none has its figure. */
function conflictOf(goal: StatedGoal, scope: readonly Figured[]): Conflict | undefined {
  const subject = subjectOf(goal.subject);
  const matches = scope.flatMap((figured) => {
    if (!isSameUnit(figured.target.unit ?? '', goal.unit)) return [];
    const found = strongest(figured.subjects.map((each) => agreement(subject, each)));
    return found ? [{ figured, agreement: found }] : [];
  });
  const same = matches.filter((match) => match.agreement === 'same');
  const best = same.length > 0 ? same : goal.tables ? matches : [];
  const match = best.find(({ figured }) => goal.tables !== undefined || isParticular(subject, figured));
  const isEqual = ({ target }: Figured) => compareDecimal(target.number, goal.number) === 0;
  if (!match || matches.some(({ figured }) => isEqual(figured) && !isOpposed(goal, figured))) return undefined;
  const turned = isEqual(match.figured);
  return turned && goal.unit === '%' ? undefined : { goal, ...match, turned };
}

const strongest = (agreements: readonly Agreement[]): Agreement =>
  agreements.find((each) => each === 'same') ?? agreements.find((each) => each !== undefined);

/** 任务完成率 may be anyone's: words of the whole agency meet an indicator only where the subject is a particular one. */
const GENERIC = /^(?:各项)?(?:工作|任务|计划|项目|业务|活动|服务|设备|人员)/;
const PARTICULAR = 5;

function isParticular(subject: string, { subjects }: Figured): boolean {
  return subjects.some(
    (each) => agreement(subject, each) === 'same' && each.length >= PARTICULAR && !GENERIC.test(each),
  );
}

const isOpposed = (goal: StatedGoal, { target }: Figured): boolean =>
  goal.bound !== 0 && direction(target.comparator) === -goal.bound;
