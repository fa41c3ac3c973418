/** What the ministry's inspections of government web sites ask, from which year on. A site that breaks one of these rules fails as a whole (单项否决). */
import { type Ratio, ratio } from './ratio.ts';

/** 首页, 动态要闻, 通知公告和政策文件, and other columns (其他), of which no rule says how soon they must change: whoever watches one says it. */
export const COLUMN_KINDS = ['home', 'news', 'notice', 'other'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** How long a column may stand as it is. */
export type Term = { readonly days: number } | { readonly months: number };

/** How an inspection counts, from a year on. */
export interface InspectionRules {
  readonly id: string;
  readonly from: number;
  readonly source: string;
  /** Slower than this it did not open. */
  readonly mostMs: number;
  /** So many visits a day at least, so many days running. */
  readonly visitsADay: number;
  readonly days: number;
  /** From this share of failures on the site fails. */
  readonly failsFrom: Ratio;
  readonly terms: Readonly<Record<Exclude<ColumnKind, 'other'>, Term>>;
  /** From so many stale columns on the site fails: news and notices together, and others. */
  readonly staleFrom: { readonly told: number; readonly other: number };
}

const CENSUS: Omit<InspectionRules, 'id' | 'from' | 'source'> = {
  mostMs: 15_000,
  visitsADay: 20,
  days: 7,
  failsFrom: ratio(5, 100),
  terms: { home: { days: 14 }, news: { days: 14 }, notice: { months: 6 } },
  staleFrom: { told: 5, other: 10 },
};

export const INSPECTIONS: readonly InspectionRules[] = [
  {
    id: 'state-council-2015',
    from: 2015,
    source:
      '国务院办公厅《全国政府网站普查评分表》（2015 年）单项否决：一周每天访问 20 次以上，15 秒打不开的达 5%；两周首页没有更新；两周的动态要闻、六个月的通知公告和政策文件类栏目有 5 个没有更新，或应更新而没有更新的栏目有 10 个',
    ...CENSUS,
  },
  {
    id: 'state-council-2019',
    from: 2019,
    source:
      '国务院办公厅《政府网站与政务新媒体检查指标》（2019 年；2022 年各季度检查沿用）单项否决：访问、首页更新、栏目更新的标准同 2015 年普查',
    ...CENSUS,
  },
];

/** The rules that hold in a year; undefined before the first. */
export const inspectionOf = (year: number): InspectionRules | undefined =>
  INSPECTIONS.findLast(({ from }) => from <= year);

/** The day from which on a column must have changed, for one looked at on `day` (both `2026-03-02`). */
export function updatedSince(day: string, term: Term): string {
  const date = new Date(`${day}T00:00:00Z`);
  if ('days' in term) date.setUTCDate(date.getUTCDate() - term.days);
  else {
    const wanted = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() - term.months);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(wanted, last));
  }
  return date.toISOString().slice(0, 10);
}
