/** Where an agency states targets in words: the sections on performance, by project where a heading names one; tables' goals. */

import type { Disclosure, Origin } from '../../disclosure.ts';
import type { PerformanceTarget } from '../../kinds/index.ts';
import { PERFORMANCE } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { type Dated, type Stated, statedDates, statedTargets } from '../../performance/stated.ts';
import { projectKey } from './budgets.ts';
import { goalText } from './levels.ts';

/** Where something is stated, and of what. */
interface Told {
  readonly origin: Origin;
  /** Tables of the project it speaks of; undefined where it speaks of the agency as a whole. */
  readonly tables?: readonly PerformanceTarget[];
  readonly where: string;
}

export type StatedGoal = Stated & Told;
export type DatedGoal = Dated & Told;

const HEADING =
  /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、.．]|\d+[、.．]?\s*)\s*([^。，；：,;:]{2,30})$/;

/** The sections of the explanation that speak of performance. */
export function performanceSections({ explanation }: Disclosure): Disclosure['explanation'] {
  return explanation.filter(({ title, part }) => /绩效/.test(title) || /绩效/.test(part ?? ''));
}

/** Goals told in words, of the explanation and of the tables. */
export const statedGoals = (disclosure: Disclosure): readonly StatedGoal[] => goals(disclosure, statedTargets);

/** What is to be done by a day, of the explanation and of the tables. */
export const datedGoals = (disclosure: Disclosure): readonly DatedGoal[] =>
  goals(disclosure, statedDates).filter(({ date }) => date.isLimit);

/** Goals told in words of the explanation. */
export const goalsInSections = (disclosure: Disclosure): readonly StatedGoal[] => inSections(disclosure, statedTargets);

/** What the explanation says was, or is to be, done on a day. */
export const datesInSections = (disclosure: Disclosure): readonly DatedGoal[] => inSections(disclosure, statedDates);

type Read<T> = (text: string) => readonly T[];

const goals = <T>(disclosure: Disclosure, read: Read<T>): readonly (T & Told)[] => [
  ...inSections(disclosure, read),
  ...inTables(disclosure, read),
];

function inSections<T>(disclosure: Disclosure, read: Read<T>): readonly (T & Told)[] {
  const found: (T & Told)[] = [];
  for (const section of performanceSections(disclosure)) {
    let tables: readonly PerformanceTarget[] | undefined;
    for (const { text, origin } of section.paragraphs) {
      const heading = HEADING.exec(text.trim());
      if (heading) {
        const named = rowsOf(disclosure, PERFORMANCE).filter(({ project }) => project && isNamed(heading[1]!, project));
        tables = named.length > 0 ? named : undefined;
        continue;
      }
      for (const stated of read(text))
        found.push({ ...stated, origin, where: '总体绩效目标', ...(tables ? { tables, where: '分项绩效目标' } : {}) });
    }
  }
  return found;
}

function isNamed(heading: string, project: string): boolean {
  return projectKey(heading) === projectKey(project);
}

function inTables<T>(disclosure: Disclosure, read: Read<T>): readonly (T & Told)[] {
  return rowsOf(disclosure, PERFORMANCE).flatMap((table) =>
    read(goalText(table.goal).replace(/(?:^|\s)\d+[.．、](?!\d)/g, '；')).map((stated) => ({
      ...stated,
      origin: table.origin,
      tables: [table],
      where: '绩效目标',
    })),
  );
}
