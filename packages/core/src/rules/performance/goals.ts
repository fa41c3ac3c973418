/** Where an agency states targets in words: the sections on performance, by project where a heading names one; tables' goals. */

import type { Disclosure, Origin } from '../../disclosure.ts';
import type { PerformanceTarget } from '../../kinds/index.ts';
import { PERFORMANCE } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { type Stated, statedTargets } from '../../performance/stated.ts';
import { projectKey } from './budgets.ts';
import { goalText } from './levels.ts';

export interface StatedGoal extends Stated {
  readonly origin: Origin;
  /** Tables of the project it speaks of; undefined where it speaks of the agency as a whole. */
  readonly tables?: readonly PerformanceTarget[];
  readonly where: string;
}

const HEADING =
  /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、.．]|\d+[、.．]?\s*)\s*([^。，；：,;:]{2,30})$/;

/** The sections of the explanation that speak of performance. */
export function performanceSections({ explanation }: Disclosure): Disclosure['explanation'] {
  return explanation.filter(({ title, part }) => /绩效/.test(title) || /绩效/.test(part ?? ''));
}

/** Goals told in words, of the explanation and of the tables. */
export function statedGoals(disclosure: Disclosure): readonly StatedGoal[] {
  return [...goalsInSections(disclosure), ...inTables(disclosure)];
}

/** Goals told in words of the explanation. */
export function goalsInSections(disclosure: Disclosure): readonly StatedGoal[] {
  const goals: StatedGoal[] = [];
  for (const section of performanceSections(disclosure)) {
    let tables: readonly PerformanceTarget[] | undefined;
    for (const { text, origin } of section.paragraphs) {
      const heading = HEADING.exec(text.trim());
      if (heading) {
        const named = rowsOf(disclosure, PERFORMANCE).filter(({ project }) => project && isNamed(heading[1]!, project));
        tables = named.length > 0 ? named : undefined;
        continue;
      }
      for (const stated of statedTargets(text))
        goals.push({ ...stated, origin, where: '总体绩效目标', ...(tables ? { tables, where: '分项绩效目标' } : {}) });
    }
  }
  return goals;
}

function isNamed(heading: string, project: string): boolean {
  return projectKey(heading) === projectKey(project);
}

function inTables(disclosure: Disclosure): readonly StatedGoal[] {
  return rowsOf(disclosure, PERFORMANCE).flatMap((table) =>
    statedTargets(goalText(table.goal).replace(/(?:^|\s)\d+[.．、](?!\d)/g, '；')).map((stated) => ({
      ...stated,
      origin: table.origin,
      tables: [table],
      where: '绩效目标',
    })),
  );
}
