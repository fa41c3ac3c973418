/** 绩效目标审核 of an application, before it is stored: what the rules say of its goal and indicators beside its money. */
import { checkDisclosures } from '../check.ts';
import type { PerformanceTarget } from '../kinds/index.ts';
import { unpublish } from '../model/published.ts';
import { formatAmount } from '../money.ts';
import type { PerformanceProfile } from '../performance/profile.ts';
import { type ReviewGrade, reviewOf, type TargetReview } from '../performance/target-review.ts';
import { askedInAll, type ProjectApplication } from './application.ts';
import { PROJECT_CLASSES } from './classes.ts';

/** Grades with which a project is stored. */
export const PASSING: readonly ReviewGrade[] = ['优', '良'];

/**
 * The review of what is applied for; undefined of a class that is applied for without targets.
 * @param project its name and the year it is set up in
 */
export function applicationReview(
  application: ProjectApplication,
  { title, year }: { readonly title: string; readonly year: number },
  profile: Pick<PerformanceProfile, 'weights'>,
): TargetReview | undefined {
  if (!PROJECT_CLASSES[application.class].hasTargets) return undefined;
  const { goal, indicators } = application;
  const target: PerformanceTarget = {
    title: `${title}绩效目标表`,
    project: title,
    ...(goal === undefined ? {} : { goal }),
    // Their places tell which findings are whose.
    indicators: indicators.map((each, i) => ({ ...each, origin: { line: i + 1 } })),
    origin: { line: 0 },
  };
  // As a disclosure says what a project may cost: its cost targets are held against that.
  const text = `项目支出主要包括：${title}${formatAmount(askedInAll(application), '万元')}万元。`;
  const disclosure = unpublish({
    agency: { name: title, level: 'unit' },
    year,
    stage: 'budget',
    template: 'unknown',
    statements: [],
    contents: [],
    tables: [],
    explanation: [{ title: '项目支出', text, paragraphs: [{ text, origin: {} }], origin: {} }],
    performance: [target],
  });
  return reviewOf(target, checkDisclosures([disclosure]).findings, profile);
}
