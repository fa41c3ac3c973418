/** Words of last year that were taken over: goals, targets and purposes that name the year before the ledger's. */
import { kindOf } from '../../model/document-kinds.ts';
import type { Ledger, Project } from '../ledger.ts';
import { type LedgerProblem, problem } from './problem.ts';

/** What is written to be gone over each year; one notice a project or a text, at the first place that names the year before. */
export function lastYearNamedProblems({ projects, overall, texts, year, stage = 'budget' }: Ledger): LedgerProblem[] {
  if (kindOf(stage).executes) return [];
  const isBefore = (text: string | undefined) => text !== undefined && namesBefore(text, year);
  const told = (named: readonly Placed[], what: (named: string) => string): LedgerProblem[] => {
    const [first] = named;
    if (!first) return [];
    const more = named.length > 1 ? `等 ${named.length} 处` : '';
    const message = `${what(first[1])}${more}写的是 ${year - 1} 年，本台账是 ${year} 年的：请核对是不是沿用了上年的话。`;
    return [problem('last-year-named', first[0], message)];
  };
  const purposes = Object.entries(texts.purposes ?? {});
  return [
    ...projects.flatMap((project, p) => nextYearNamed(project, `projects[${p}]`, year)),
    ...projects.flatMap((project, p) =>
      told(wordsOf(project, `projects[${p}]`, isBefore), (named) => `项目“${project.name}”的${named}`),
    ),
    ...(overall ? told(wordsOf(overall, 'overall', isBefore), (named) => `整体${named}`) : []),
    ...Object.entries(texts.sections ?? {})
      .filter(([key]) => OF_GOALS.test(key))
      .flatMap(([key, all]) =>
        told(
          all.flatMap((text, i) => (isBefore(text) ? [[`texts[${key}][${i}]`, ''] as const] : [])),
          () => '说明绩效目标的文字',
        ),
      ),
    ...purposes.flatMap(([item, text]) =>
      isBefore(text) ? told([[`purposes[${item}]`, '']], () => `科目 ${item} 的用途`) : [],
    ),
  ];
}

/** Targets that name a later year, of a project that has no money in it: one notice a project. */
function nextYearNamed({ name, indicators, later = [] }: Project, path: string, year: number): LedgerProblem[] {
  const isPlanned = (named: number) => later.some((each) => each.year >= named);
  for (const [i, { level3, target }] of indicators.entries()) {
    const named = [...target.matchAll(NAMED)].map(([text]) => Number(text)).find((each) => each > year);
    if (named === undefined || isPlanned(named)) continue;
    const message = `项目“${name}”的指标“${level3}”的指标值写的是 ${named} 年，本台账是 ${year} 年的，项目也没有填以后年度的金额：请核对。`;
    return [problem('next-year-named', `${path}.indicators[${i}].target`, message)];
  }
  return [];
}

/** Of the texts of sections those on this year's goals: assets and the like are told as at the end of the year before. */
const OF_GOALS = /^performance-/;

/** The place of a text and what people call it. */
type Placed = readonly [path: string, named: string];

const OF_INDICATOR = [
  ['target', '的指标值'],
  ['level3', ''],
  ['description', '的描述'],
] as const;

/** The texts of a project, or of the whole, that are told. */
const wordsOf = (
  { goal, indicators = [] }: Partial<Project>,
  path: string,
  isTold: (text: string | undefined) => boolean,
): readonly Placed[] => [
  ...(isTold(goal) ? [[`${path}.goal`, '绩效目标'] as const] : []),
  ...indicators.flatMap((line, i) =>
    OF_INDICATOR.flatMap(([field, what]): readonly Placed[] =>
      isTold(line[field]) ? [[`${path}.indicators[${i}].${field}`, `指标“${line.level3}”${what}`]] : [],
    ),
  ),
];

/** What a figure is compared with, goes on from or was issued in may be of the year before. */
const BESIDE_IT = /(?:比|较|同|与|自|从|由|[〔[（(《]|至)\s*$/;
/** A year, or the year of a date (2023.6, 2023-12-31): of 2023.00 and 2023.12万元 it is not known. */
const NAMED = /(?<!\d)20\d\d(?=\s*(?:年|[.\-/](?:0?[1-9]|1[0-2])(?!\d|\s*(?:[千万亿]?元|%))))/g;

/** Whether a text speaks of the year before the ledger's as its own: not where it names this year, too. */
function namesBefore(text: string, year: number): boolean {
  if (!text.includes(String(year - 1))) return false;
  const years = [...text.matchAll(NAMED)];
  if (years.some(([named]) => Number(named) >= year)) return false;
  return years.some(({ 0: named, index }) => Number(named) === year - 1 && !BESIDE_IT.test(text.slice(0, index)));
}
