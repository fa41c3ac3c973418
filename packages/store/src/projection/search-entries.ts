/** What of a disclosure can be searched: its explanation, projects, indicators and procurement items. */
import type { Disclosure, Origin } from '@mingsuan/core/disclosure';

export type SearchKind = 'agency' | 'project' | 'indicator' | 'procurement' | 'explanation';

/** Where an entry stands: the number of its section, project or row, and its origin in the file. */
export interface SearchPlace {
  readonly ordinal: number;
  /** Of an indicator: the number of its project. */
  readonly project?: number;
  readonly origin: Origin;
}

export interface SearchEntry {
  readonly kind: SearchKind;
  readonly title: string;
  readonly body: string;
  readonly place: SearchPlace;
}

/** The entries of a disclosure, each with its title, its text and its place. */
export function searchEntries(disclosure: Disclosure): readonly SearchEntry[] {
  return [
    ...disclosure.explanation.map(({ title, text, origin }, ordinal) =>
      entry('explanation', title, [text], { ordinal, origin }),
    ),
    ...disclosure.performance.flatMap((target, project) => [
      entry('project', target.project ?? target.title, [target.goal], { ordinal: project, origin: target.origin }),
      ...target.indicators.map((indicator, ordinal) =>
        entry('indicator', indicator.level3, [indicator.level2, indicator.description, indicator.target], {
          ordinal,
          project,
          origin: indicator.origin,
        }),
      ),
    ]),
    ...disclosure.dutyPerformance.map((row, ordinal) =>
      entry('indicator', row.indicator ?? row.duty, [row.duty, row.content, row.goal], { ordinal, origin: row.origin }),
    ),
    ...disclosure.procurement.flatMap((row, ordinal) =>
      row.kind === 'item'
        ? [entry('procurement', row.item ?? row.label, [row.project, row.code], { ordinal, origin: row.origin })]
        : [],
    ),
  ];
}

function entry(
  kind: SearchKind,
  title: string,
  texts: readonly (string | undefined)[],
  place: SearchPlace,
): SearchEntry {
  return { kind, title, body: texts.filter((text) => text).join(' '), place };
}
