/** Dead links and columns that stand still: series, terms of the inspections, and what is not known. */
import { describe, expect, it } from 'vitest';
import { INSPECTIONS, inspectionOf, updatedSince } from '../../src/performance/inspection.ts';
import {
  columnFound,
  columnState,
  judgeColumns,
  linksFound,
  type SiteCheck,
  termOf,
} from '../../src/performance/site-content.ts';

const RULES = inspectionOf(2026)!;
const AT = '2026-08-31T04:00:00.000Z';
const column = (newest: string | null, at = AT): SiteCheck => ({ kind: 'column', at, newest, items: newest ? 3 : 0 });
const links = (open: number, dead: number, unknown = 0): SiteCheck => ({
  kind: 'links',
  at: AT,
  open,
  dead: Array.from({ length: dead }, (_, i) => ({ url: `https://a.gov.cn/${i}`, why: 'HTTP 404' })),
  unknown: Array.from({ length: unknown }, (_, i) => ({ url: `https://b.cn/${i}`, why: '不在允许的主机之列' })),
});

it('each set of rules says since when and by what; years before the first have none', () => {
  expect(INSPECTIONS.every(({ source, from }) => source.length > 10 && from >= 2015)).toBe(true);
  expect([2014, 2016, 2020].map((year) => inspectionOf(year)?.id)).toEqual([
    undefined,
    'state-council-2015',
    'state-council-2019',
  ]);
});

it.each([
  ['2026-08-31', { days: 14 }, '2026-08-17'],
  ['2026-08-31', { months: 6 }, '2026-02-28'],
  ['2026-03-02', { months: 6 }, '2025-09-02'],
])('%s less %o is %s', (day, term, since) => expect(updatedSince(day, term)).toBe(since));

describe('a column', () => {
  const news = termOf({ column: 'news', mostDays: null }, RULES);
  it.each([
    ['2026-08-17', 'updated'],
    ['2026-08-16', 'stale'],
    ['2026-09-01', 'unknown'],
    [null, 'unknown'],
  ])('of news whose newest is of %s is %s', (newest, state) => expect(columnState(column(newest), news)).toBe(state));

  it('of notices has six months, one with a promise has its own days, another without has no term', () => {
    const state = (kind: 'notice' | 'other', mostDays: number | null, newest: string) =>
      columnState(column(newest), termOf({ column: kind, mostDays }, RULES));
    expect(state('notice', null, '2026-03-01')).toBe('updated');
    expect(state('notice', 30, '2026-03-01')).toBe('stale');
    expect(state('other', null, '2026-08-30')).toBe('unknown');
    expect(state('other', 7, '2026-08-30')).toBe('updated');
  });

  it('is updated ÷ judged looks; a look that saw no day is in neither', () => {
    const unseen: SiteCheck = { kind: 'unseen', at: AT, why: 'HTTP 503' };
    const found = columnFound([column('2026-08-30'), column('2026-08-01'), column(null), unseen], news);
    expect(found).toMatchObject({ looks: 4, updated: 1, stale: 1, unknown: 2, state: 'unknown' });
    expect(found.rate).toMatchObject({ state: 'rate', counted: { numerator: 1, denominator: 2 } });
    expect(columnFound([], news).rate.state).toBe('nothing-counted');
  });
});

it('links are open ÷ those that told it; what was not asked is in neither', () => {
  const found = linksFound([links(8, 2, 5), links(10, 0)]);
  expect(found).toMatchObject({ looks: 2, open: 18, dead: 2, unknown: 5 });
  expect(found.rate).toMatchObject({ counted: { numerator: 18, denominator: 20 } });
  expect(linksFound([links(0, 0, 3)]).rate.state).toBe('nothing-counted');
});

describe('an inspection', () => {
  const of = (column: 'home' | 'news' | 'notice' | 'other', state: 'stale' | 'unknown' | 'updated', count: number) =>
    Array.from({ length: count }, () => ({ column, state }));
  it.each([
    [of('news', 'stale', 3).concat(of('notice', 'stale', 2)), true],
    [of('news', 'stale', 4).concat(of('other', 'stale', 9)), false],
    [of('other', 'stale', 10), true],
    [of('home', 'stale', 1), true],
    [of('news', 'unknown', 9), false],
    [of('home', 'updated', 1), false],
  ])('case %#', (columns, fails) => expect(judgeColumns(columns, RULES).fails).toBe(fails));
});
