/** Scores as people and as programs read them: each part with its points, its weight and its formula. */
import { shortNumber } from '@mingsuan/core/performance/formula-text';
import type { PerformanceProfile } from '@mingsuan/core/performance/profile';
import type { EvaluatedProject } from '@mingsuan/core/performance/reports';
import type { Results } from '@mingsuan/core/performance/results';
import { printDecimal } from '@mingsuan/core/performance/target';
import { padEnd, padStart } from '../format/width.ts';
import type { Messages } from '../messages/messages.ts';

const NAME = 28;
const NUMBER = 8;

/** One project: its total, its parts, and what is to be added. */
export function scoreLines({ project, score }: EvaluatedProject, { performance: say }: Messages): readonly string[] {
  const { total, grade, parts, faults } = score;
  return [
    `${project}  ${total ? `${printDecimal(total)} ${say.points}  ${grade ?? ''}` : say.unscored}`,
    ...parts.map(
      ({ name, weight, points, formula = '' }) =>
        `  ${padEnd(name, NAME)}${padStart(points ? printDecimal(points) : '—', NUMBER)} / ${padEnd(shortNumber(weight), NUMBER)}${formula}`,
    ),
    ...faults.map(({ message }) => `  ${say.toAdd(message)}`),
  ];
}

/** All projects and what they come to. */
export function scoresText(
  projects: readonly EvaluatedProject[],
  { projects: all, scored, mean }: Results,
  profile: PerformanceProfile,
  words: Messages,
): string {
  const { performance: say } = words;
  return `${[
    say.byProfile(profile.id, profile.name, profile.source),
    ...projects.flatMap((each) => ['', ...scoreLines(each, words)]),
    ...(mean ? ['', say.mean(scored, all, printDecimal(mean))] : []),
  ].join('\n')}\n`;
}

/** For programs: decimals as their printed texts, money as fen. */
export const scoresJson = (
  projects: readonly EvaluatedProject[],
  results: Results,
  { id, name, source }: PerformanceProfile,
): object => ({
  profile: { id, name, source },
  projects: projects.map(({ project, score: { total, grade, parts, faults, input } }) => ({
    project,
    budget: input.budget,
    executed: input.executed,
    ...(total ? { total: printDecimal(total) } : {}),
    ...(grade === undefined ? {} : { grade }),
    parts: parts.map(({ name, group, weight, points, formula }) => ({
      name,
      group,
      weight: shortNumber(weight),
      ...(points ? { points: printDecimal(points) } : {}),
      ...(formula === undefined ? {} : { formula }),
    })),
    faults,
  })),
  results: { ...results, ...(results.mean ? { mean: printDecimal(results.mean) } : {}) },
});
