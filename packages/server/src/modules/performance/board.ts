/** The performance office's board: lights by month, what is open and late, grades, money, unit by unit. */
import { groupBy } from '@mingsuan/core/group-by';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import type { TaskCount, TaskProcess } from '@mingsuan/store';
import type { Scope } from '../execution/scope.ts';
import { profileShown } from '../execution/service.ts';

/** States in which nobody has to do anything more. */
const ENDED: Readonly<Record<TaskProcess, readonly string[]>> = {
  monitoring: ['checked'],
  evaluation: ['reviewed', 'published'],
  warning: ['closed'],
  rectification: ['closed'],
};

const isOpen = ({ process, state }: TaskCount): boolean => !ENDED[process].includes(state);

type Tally = Record<string, number>;

const tally = (counts: readonly TaskCount[], key: (count: TaskCount) => string | null): Tally => {
  const all: Tally = {};
  for (const count of counts) {
    const name = key(count);
    if (name !== null) all[name] = (all[name] ?? 0) + count.count;
  }
  return all;
};

const sumOf = (counts: readonly TaskCount[], of: (count: TaskCount) => number): number =>
  counts.reduce((all, count) => all + of(count), 0);
const openIn = (counts: readonly TaskCount[]) => sumOf(counts.filter(isOpen), ({ count }) => count);
const lateIn = (counts: readonly TaskCount[]) => sumOf(counts.filter(isOpen), ({ late }) => late);

/** The board of a place from counts over its tasks. */
export function boardOf(
  { place, units }: Pick<Scope, 'place' | 'units'>,
  year: number,
  profile: PerformanceProfile,
  counts: readonly TaskCount[],
) {
  const monitoring = counts.filter(({ process }) => process === 'monitoring');
  const evaluations = counts.filter(({ process }) => process === 'evaluation');
  const months = [...new Set(monitoring.flatMap(({ month }) => month ?? []))].sort((a, b) => a - b);
  const last = monitoring.filter(({ month }) => month === months.at(-1));
  const money = evaluations.length > 0 ? evaluations : last;
  const byUnit = (some: readonly TaskCount[]) => groupBy(some, ({ unitId }) => unitId);
  const [allOf, lastOf, moneyOf] = [byUnit(counts), byUnit(last), byUnit(money)];
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
      const own = counts.filter((count) => count.process === process);
      return { process, states: tally(own, ({ state }) => state), late: lateIn(own) };
    }),
    grades: tally(evaluations, ({ grade }) => grade),
    money: { budget: sumOf(money, ({ budget }) => budget), executed: sumOf(money, ({ executed }) => executed) },
    units: units
      .map(({ id, name }) => {
        const own = allOf.get(id) ?? [];
        const lately = lastOf.get(id) ?? [];
        const funds = moneyOf.get(id) ?? [];
        return {
          unitId: id,
          name,
          lights: tally(lately, ({ light }) => light ?? 'none'),
          late: lateIn(own),
          open: openIn(own),
          budget: sumOf(funds, ({ budget }) => budget),
          executed: sumOf(funds, ({ executed }) => executed),
        };
      })
      .filter(({ open, budget, lights }) => open > 0 || budget > 0 || Object.keys(lights).length > 0),
  };
}
