/** What the series of probes come to in a year, each kind in its own way, and how their sites stand before an inspection. */
import { csvLine } from '@mingsuan/core/csv';
import { groupBy } from '@mingsuan/core/group-by';
import { availabilityOf } from '@mingsuan/core/performance/availability';
import { type InspectionRules, inspectionOf } from '@mingsuan/core/performance/inspection';
import {
  columnFound,
  columnState,
  judgeColumns,
  linksFound,
  type SiteCheck,
  termOf,
} from '@mingsuan/core/performance/site-content';
import { type Probe, type Store, siteChecksOf, visitsOf } from '@mingsuan/store';
import { Fault } from '../../fault.ts';
import { percentOf } from './percent.ts';

/** What is told of a probe besides its series. */
type Base = Probe & { readonly rules: { readonly id: string; readonly source: string } };

export type MeasuredProbe = Base & {
  /** Null for those that are not asked whether they open. */
  readonly opens: Awaited<ReturnType<typeof opensOf>> | null;
  readonly links: ReturnType<typeof linksOf> | null;
  readonly columns: ReturnType<typeof columnOf> | null;
  /** Of the newest visit, where it did not go well. */
  readonly note: string | null;
};

/** @throws Fault for a year before the first inspection */
export async function measuredProbes(
  store: Pick<Store, 'db'>,
  probes: readonly Probe[],
  year: number,
): Promise<readonly MeasuredProbe[]> {
  if (probes.length === 0) return [];
  const rules = rulesOf(year);
  const looked = probes.flatMap(({ id, kind }) => (kind === 'opens' ? [] : [id]));
  const checks = await siteChecksOf(store.db, looked, year);
  return Promise.all(
    probes.map(async (probe): Promise<MeasuredProbe> => {
      const base = { ...probe, rules: { id: rules.id, source: rules.source } };
      const own = checks.get(probe.id) ?? [];
      const last = own.at(-1);
      const note = last?.kind === 'unseen' ? last.why : null;
      if (probe.kind === 'links') return { ...base, opens: null, links: linksOf(own), columns: null, note };
      if (probe.kind === 'column')
        return { ...base, opens: null, links: null, columns: columnOf(probe, own, rules), note };
      const opens = await opensOf(store, probe, year, rules);
      return { ...base, opens, links: null, columns: null, note: opens.last?.note ?? null };
    }),
  );
}

function rulesOf(year: number): InspectionRules {
  const rules = inspectionOf(year);
  if (!rules) throw new Fault('wrong', `没有适用于 ${year} 年的网站检查口径。`);
  return rules;
}

async function opensOf({ db }: Pick<Store, 'db'>, { id }: Probe, year: number, rules: InspectionRules) {
  const visits = await visitsOf(db, id, year);
  const { opened, rate, days, availableDays, weeks } = availabilityOf(visits, rules);
  const last = visits.at(-1);
  return {
    visits: visits.length,
    opened,
    rate: percentOf(rate),
    days: days.length,
    availableDays,
    failedWeeks: weeks.filter(({ fails }) => fails).map(({ from }) => from),
    last: last ? { at: last.at, isOpen: last.isOpen, ms: last.ms, note: last.note } : null,
  };
}

function linksOf(checks: readonly SiteCheck[]) {
  const { looks, open, dead, unknown, rate, last } = linksFound(checks);
  return { looks, open, dead, unknown, rate: percentOf(rate), deadNow: last ? [...last.dead] : null };
}

function columnOf(probe: Probe, checks: readonly SiteCheck[], rules: InspectionRules) {
  const found = columnFound(checks, columnTerm(probe, rules));
  return { ...found, rate: percentOf(found.rate) };
}

const columnTerm = ({ column, mostDays }: Probe, rules: InspectionRules) =>
  column === null ? undefined : termOf({ column, mostDays }, rules);

/** How the columns of each site stand before the inspection of the year. */
export function sitesOf(probes: readonly MeasuredProbe[], year: number) {
  const columns = probes.flatMap(({ url, column, columns }) =>
    columns && column !== null ? [{ site: new URL(url).host, column, state: columns.state }] : [],
  );
  return [...groupBy(columns, ({ site }) => site)].map(([site, own]) => ({
    site,
    columns: own.length,
    ...judgeColumns(own, rulesOf(year)),
  }));
}

const STATES = { updated: '按期更新', stale: '没有按期更新', unknown: '没有读到日期' } as const;

/** The raw series of a probe and a year, as it was seen. */
export async function seriesCsv({ db }: Pick<Store, 'db'>, probe: Probe, year: number): Promise<string> {
  if (probe.kind === 'opens') {
    const rows = await visitsOf(db, probe.id, year);
    const lines = rows.map(({ at, isOpen, status, ms, note }) =>
      csvLine([at, isOpen ? '打开' : '打不开', status ?? '', ms, note ?? '']),
    );
    return [csvLine(['时间', '结果', 'HTTP', '毫秒', '说明']), ...lines].join('');
  }
  const checks = (await siteChecksOf(db, [probe.id], year)).get(probe.id) ?? [];
  const term = columnTerm(probe, rulesOf(year));
  const lines = checks.flatMap((check) => {
    if (check.kind === 'unseen') return [csvLine([check.at, '页面打不开', '', '', check.why])];
    if (check.kind === 'column')
      return [csvLine([check.at, STATES[columnState(check, term)], check.newest ?? '', check.items, ''])];
    const { at, open, dead, unknown } = check;
    return [
      csvLine([at, '能打开的链接', '', open, '']),
      ...dead.map(({ url, why }) => csvLine([at, '死链', url, '', why])),
      ...unknown.map(({ url, why }) => csvLine([at, '没有访问', url, '', why])),
    ];
  });
  const head =
    probe.kind === 'links' ? ['时间', '结果', '链接', '个数', '说明'] : ['时间', '结果', '最新一条', '条数', '说明'];
  return [csvLine(head), ...lines].join('');
}
