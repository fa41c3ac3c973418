/** What was measured of a project's indicators: surveys, probes, counters that name them, each with its counts as evidence. */
import { listCounters, listProbes, listSurveys, type Store, type TaskItem } from '@mingsuan/store';
import { countedClocks, sidesOf } from '../measuring/clocks.ts';
import { percentOf } from '../measuring/percent.ts';
import { measuredProbes } from '../measuring/probes.ts';
import { measuredSurvey } from '../surveys/service.ts';
import type { Measured } from './measured-figure.ts';
import { measuredBySites } from './measured-sites.ts';

/** The newest measurement of each indicator stands last. */
export async function measuredOf(
  store: Store,
  { unitId, year, project }: Pick<TaskItem, 'unitId' | 'year' | 'project'>,
): Promise<readonly Measured[]> {
  const { db } = store;
  const [surveys, probes, counters, clocks] = await Promise.all([
    listSurveys(db, [unitId], year),
    listProbes(db, [unitId]),
    listCounters(db, [unitId], year),
    countedClocks(store, [unitId], year),
  ]);
  const isOwn = <T extends { readonly project: string | null; readonly indicator: string | null }>(
    one: T,
  ): one is T & { readonly indicator: string } => one.indicator !== null && one.project === project;
  const ofCounters = counters
    .filter(isOwn)
    .map(({ id, indicator, name, measure, numerator, denominator, values }): Measured => {
      const share = denominator ? `${((numerator / denominator) * 100).toFixed(2)}%` : undefined;
      return {
        indicator,
        achieved: share ?? `${numerator}${measure}`,
        evidence: `计数“${name}”：${share ? `${numerator} ÷ ${denominator}` : numerator}${measure}，${values} 次记录`,
        series: [{ name, path: `/counters/${id}/values.csv` }],
      };
    });
  const ofProbes = measuredBySites(await measuredProbes(store, probes.filter(isOwn), year), year);
  const ofSurveys = await Promise.all(
    surveys.filter(isOwn).map(async (survey): Promise<Measured[]> => {
      const { score, title } = await measuredSurvey(store, survey);
      return score
        ? [
            {
              indicator: survey.indicator,
              achieved: `${score.percent}%`,
              evidence: `调查“${title}”：${score.sentence}`,
              series: [{ name: title, path: `/surveys/${survey.id}/counts.csv` }],
            },
          ]
        : [];
    }),
  );
  const ofClocks = clocks.flatMap(({ clock, count }): readonly Measured[] => {
    const rate = percentOf(count.rate);
    if (!isOwn(clock) || rate === null) return [];
    const { numerator, denominator } = sidesOf(count);
    const { late, overdue, running } = count.counts;
    const evidence = `登记“${clock.name}”：按时 ${numerator} ÷ 应办 ${denominator}（超时办结 ${late}，超时未办 ${overdue}；还没有到期的 ${running} 不算）`;
    const series = [{ name: clock.name, path: `/clocks/${clock.id}/entries.csv` }];
    return [{ indicator: clock.indicator, achieved: `${rate}%`, evidence, series }];
  });
  return [...ofCounters, ...ofClocks, ...ofProbes, ...ofSurveys.flat()];
}
