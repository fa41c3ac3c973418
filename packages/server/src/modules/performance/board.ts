/** The performance office's board: lights by month, what is open and late, grades, money, unit by unit. */
import { groupBy } from '@mingsuan/core/group-by';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import { ENDED_TASKS } from '@mingsuan/core/process/performance';
import type { TaskCount, TaskCounts, TaskProcess } from '@mingsuan/store';
import type { Scope } from '../execution/scope.ts';
import { profileShown } from '../execution/shown.ts';

const ENDED: Readonly<Record<TaskProcess, readonly string[]>> = ENDED_TASKS;

type Tally = Record<string, number>;

const isOpen = ({ process, state }: Pick<TaskCount, 'process' | 'state'>): boolean => !ENDED[process].includes(state);

function tally<C extends { readonly count: number }>(counts: readonly C[], key: (count: C) => string | null): Tally {
  const all: Tally = {};
  for (const count of counts) {
    const name = key(count);
    if (name !== null) all[name] = (all[name] ?? 0) + count.count;
  }
  return all;
}

type Counted = Pick<TaskCount, 'process' | 'state' | 'count' | 'late' | 'budget' | 'executed'>;

const sumOf = (counts: readonly Counted[], of: (count: Counted) => number): number =>
  counts.reduce((all, count) => all + of(count), 0);
const openIn = (counts: readonly Counted[]) => sumOf(counts.filter(isOpen), ({ count }) => count);
const lateIn = (counts: readonly Counted[]) => sumOf(counts.filter(isOpen), ({ late }) => late);
const moneyOf = (counts: readonly Counted[]) => ({
  budget: sumOf(counts, ({ budget }) => budget),
  executed: sumOf(counts, ({ executed }) => executed),
});

/** The board of a place from counts over its tasks. Money is that of the evaluations, or of the newest month while there are none. */
export function boardOf(
  { place, units }: Pick<Scope, 'place' | 'units'>,
  year: number,
  profile: PerformanceProfile,
  { all, byUnit }: TaskCounts,
) {
  const monitoring = all.filter(({ process }) => process === 'monitoring');
  const evaluations = all.filter(({ process }) => process === 'evaluation');
  const months = [...new Set(monitoring.flatMap(({ month }) => month ?? []))].sort((a, b) => a - b);
  const isEvaluated = evaluations.length > 0;
  const ofUnit = groupBy(byUnit, ({ unitId }) => unitId);
  return {
    name: place.name,
    year,
    profile: profileShown(profile),
    months: months.map((month) => {
      const own = monitoring.filter((count) => count.month === month);
      return {
        month,
        lights: tally(own, ({ light }) => light ?? 'none'),
        open: openIn(own),
        late: lateIn(own),
        all: sumOf(own, ({ count }) => count),
      };
    }),
    processes: (Object.keys(ENDED) as TaskProcess[]).map((process) => {
      const own = all.filter((count) => count.process === process);
      return { process, states: tally(own, ({ state }) => state), late: lateIn(own) };
    }),
    grades: tally(evaluations, ({ grade }) => grade),
    money: moneyOf(isEvaluated ? evaluations : monitoring.filter(({ month }) => month === months.at(-1))),
    units: units
      .map(({ id, name }) => {
        const own = ofUnit.get(id) ?? [];
        const lately = own.filter(({ isLast }) => isLast);
        return {
          unitId: id,
          name,
          lights: tally(lately, ({ light }) => light ?? 'none'),
          late: lateIn(own),
          open: openIn(own),
          ...moneyOf(isEvaluated ? own.filter(({ process }) => process === 'evaluation') : lately),
        };
      })
      .filter(({ open, budget, lights }) => open > 0 || budget > 0 || Object.keys(lights).length > 0),
  };
}
