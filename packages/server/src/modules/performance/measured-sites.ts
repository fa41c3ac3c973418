/** What the probes of sites make an indicator's actual: days and visits, links that open or do not, columns that keep their terms. */
import { groupBy } from '@mingsuan/core/group-by';
import { rateOf } from '@mingsuan/core/performance/counters';
import { percentOf } from '../measuring/percent.ts';
import type { MeasuredProbe } from '../measuring/probes.ts';
import type { Measured } from './measured-figure.ts';

/** Of a year. Probes of one indicator are added up: twenty columns have one rate. */
export function measuredBySites(probes: readonly MeasuredProbe[], year: number): readonly Measured[] {
  const own = groupBy(probes, ({ indicator, kind }) => JSON.stringify([indicator, kind]));
  return [...own.values()].flatMap((group): readonly Measured[] => {
    const indicator = group[0]!.indicator ?? '';
    const found = opened(group, indicator) ?? linked(group, indicator) ?? updated(group);
    const series = group.map(({ id, name }) => ({ name, path: `/probes/${id}/${year}/visits.csv` }));
    return found ? [{ indicator, ...found, series }] : [];
  });
}

type Found = Pick<Measured, 'achieved' | 'evidence'> | undefined;
const total = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((sum, one) => sum + of(one), 0);
const named = (probes: readonly MeasuredProbe[]): string => probes.map(({ name }) => `“${name}”`).join('、');

function opened(probes: readonly MeasuredProbe[], indicator: string): Found {
  const own = probes.flatMap(({ opens }) => opens ?? []);
  const [visits, open] = [total(own, (one) => one.visits), total(own, (one) => one.opened)];
  const rate = percentOf(rateOf({ numerator: open, denominator: visits }));
  if (rate === null) return undefined;
  // Of several sites the one that was available on the fewest days.
  const least = own.reduce((a, b) => (b.availableDays < a.availableDays ? b : a));
  return {
    achieved: /天|日/.test(indicator) ? `${least.availableDays}天` : `${rate}%`,
    evidence: `监测${named(probes)}：访问 ${visits} 次，打开 ${open} 次；${least.days} 天中可用 ${least.availableDays} 天`,
  };
}

const OF_DEAD = /死链|断链|错链|坏链|失效|打不开|不可用/;
const IS_SHARE = /率|比例|比重|占比/;

function linked(probes: readonly MeasuredProbe[], indicator: string): Found {
  const own = probes.flatMap(({ links }) => links ?? []);
  const [open, dead, unknown] = [
    total(own, (one) => one.open),
    total(own, (one) => one.dead),
    total(own, (one) => one.unknown),
  ];
  const ofDead = OF_DEAD.test(indicator);
  const rate = percentOf(rateOf({ numerator: ofDead ? dead : open, denominator: open + dead }));
  if (rate === null) return undefined;
  const now = total(own, ({ deadNow }) => deadNow?.length ?? 0);
  return {
    achieved: ofDead && !IS_SHARE.test(indicator) ? `${now}个` : `${rate}%`,
    evidence: `监测${named(probes)}：查看 ${total(own, (one) => one.looks)} 次，链接 ${open + dead} 个次，打不开 ${dead}（最近一次 ${now} 个）；没有访问的 ${unknown} 不算`,
  };
}

function updated(probes: readonly MeasuredProbe[]): Found {
  const own = probes.flatMap(({ columns }) => columns ?? []);
  const [kept, stale, unknown] = [
    total(own, (one) => one.updated),
    total(own, (one) => one.stale),
    total(own, (one) => one.unknown),
  ];
  const rate = percentOf(rateOf({ numerator: kept, denominator: kept + stale }));
  if (rate === null) return undefined;
  return {
    achieved: `${rate}%`,
    evidence: `监测 ${probes.length} 个栏目：按期更新 ${kept} ÷ 查看 ${kept + stale}；没有读到日期的 ${unknown} 不算`,
  };
}
