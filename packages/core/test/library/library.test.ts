/** The project library: applications, codes, amounts, counters, the order, and what may enter a budget. */
import { describe, expect, it, test } from 'vitest';
import { exampleLedger } from '../../src/ledger/example.ts';
import { admissionFaults, type LibraryEntry } from '../../src/library/admission.ts';
import {
  effectiveAmount,
  type ProjectAmounts,
  reaches,
  savingOf,
  shareOf,
  shareText,
} from '../../src/library/amounts.ts';
import {
  applicationFaults,
  type ProjectApplication,
  parseApplication,
  projectOfYear,
} from '../../src/library/application.ts';
import { isProjectCode, projectCode } from '../../src/library/project-code.ts';
import { rankProjects } from '../../src/library/ranking.ts';
import { reviewCounters } from '../../src/library/review-counters.ts';
import { NATIONAL_CALENDAR } from '../../src/process/national-calendar.ts';

const INDICATOR = { level1: '产出指标', level2: '数量指标', level3: '接入系统', target: '≥12个' };
const APPLICATION: ProjectApplication = {
  class: 'department',
  isNew: true,
  from: 2026,
  to: 2027,
  basis: '市政府会议纪要〔2025〕3号',
  plan: [
    { year: 2026, item: '2010302', economic: '30213', fund: 'general-public', fen: 100_00 },
    { year: 2027, item: '2010302', economic: '30213', fund: 'general-public', fen: 40_00 },
  ],
  goal: '建成数据共享平台',
  indicators: [INDICATOR],
};

describe('an application', () => {
  it.each<[string, Partial<ProjectApplication>, string | undefined]>([
    ['whole', {}, undefined],
    ['without a basis', { basis: ' ' }, '没有写立项依据'],
    ['without targets', { indicators: [] }, '没有绩效指标'],
    ['of personnel needs none', { class: 'personnel', indicators: [], goal: '' }, undefined],
    ['that ends before it begins', { from: 2028 }, '开始的年度 2028 晚于结束的年度 2027'],
    ['planned beyond its term', { to: 2026 }, '2027 年的计划不在实施期'],
    ['asking for nothing this year', { plan: APPLICATION.plan.slice(1) }, '没有写 2026 年要多少钱'],
    ['with a code of another shape', { code: '13011026T1' }, '应是 21 位'],
    ['with a target that cannot be read', { indicators: [{ ...INDICATOR, target: '≥' }] }, '读不出来'],
  ])('%s', (_, change, fault) => {
    const faults = applicationFaults({ ...APPLICATION, ...change }, 2026);
    expect(faults.length).toBe(fault === undefined ? 0 : faults.length || 1);
    if (fault !== undefined) expect(faults.join()).toContain(fault);
  });

  it('of another shape is told where', () => {
    expect(parseApplication({ ...APPLICATION, plan: [{ fen: -1 }] })).toMatchObject({
      faults: expect.arrayContaining([expect.stringContaining('plan[0].fen')]),
    });
  });

  it('is a project of the ledger in each of its years', () => {
    const { lines, later, category } = projectOfYear(APPLICATION, { code: 'X', name: '共享平台' }, 2026);
    expect([category, lines.map(({ fen }) => fen), later]).toEqual([
      'specific',
      [100_00],
      [{ year: 2027, fen: 40_00 }],
    ]);
    expect(projectOfYear(APPLICATION, { code: 'X', name: '共享平台' }, 2027).later).toBeUndefined();
  });
});

test('a code has 21 characters: region, year, class, number', () => {
  const code = projectCode({ region: '130110', year: 2026, class: 'department' }, 17);
  expect([code, code.length, isProjectCode(code)]).toEqual(['13011026T000000000017', 21, true]);
  expect(isProjectCode('13010023P001')).toBe(false);
});

test.each<[ProjectAmounts, number | undefined]>([
  [{}, undefined],
  [{ asked: 5 }, 5],
  [{ asked: 5, reviewed: 4, control: 0 }, 4],
  [{ asked: 5, reviewed: 4, 'asked-again': 3, approved: 2 }, 2],
])('the amount that holds for now: %o', (amounts, effective) => expect(effectiveAmount(amounts)).toBe(effective));

describe('shares say what they were counted of', () => {
  it('nothing is neither 0 nor 100 %', () => {
    expect(shareText(savingOf([]))).toBe('没有数据');
    expect(reaches(shareOf(0, 0), 20)).toBeUndefined();
  });
  it.each<[readonly [number, number][], string, boolean]>([
    [
      [
        [1000, 750],
        [1000, 1000],
      ],
      '12.50%（250 ÷ 2000）',
      false,
    ],
    [[[1000, 800]], '20.00%（200 ÷ 1000）', true],
    [[[1000, 1100]], '-10.00%（-100 ÷ 1000）', false],
  ])('saving %o', (pairs, text, isMet) => {
    const share = savingOf(pairs.map(([asked, reviewed]) => ({ asked, reviewed })));
    expect([shareText(share), reaches(share, 20)]).toEqual([text, isMet]);
  });
});

test('coverage and timeliness: what still runs is in no rate; without a term there is none', () => {
  const projects = [
    { id: 1, applied: '2026-03-02', answered: '2026-03-09', isReviewed: true, asked: 100, reviewed: 60 },
    { id: 2, applied: '2026-03-02', answered: '2026-03-10', isReviewed: false },
    { id: 3, applied: '2026-03-16', isReviewed: false },
  ];
  const term = { days: 5, count: 'working-days' } as const;
  const { coverage, timeliness, saving } = reviewCounters(projects, term, '2026-03-18', NATIONAL_CALENDAR);
  expect([coverage.percent, timeliness?.percent, timeliness?.late, timeliness?.running, saving.percent]).toEqual([
    '33.33',
    '50.00',
    1,
    1,
    '40.00',
  ]);
  expect(reviewCounters(projects, undefined, '2026-03-18', NATIONAL_CALENDAR).timeliness).toBeUndefined();
  expect(reviewCounters([], term, '2026-03-18', NATIONAL_CALENDAR)).toMatchObject({
    coverage: { percent: null },
    timeliness: { percent: null },
  });
});

test('the order: the department’s, then what goes on, then the score; what nothing tells apart shares a place', () => {
  const ranks = rankProjects([
    { id: 1, isNew: true, score: 8000 },
    { id: 2, isNew: false },
    { id: 3, isNew: true, score: 9000 },
    { id: 4, isNew: true, priority: 1 },
    { id: 5, isNew: true, score: 8000 },
  ]);
  expect(ranks.map(({ id, place }) => [id, place])).toEqual([
    [4, 1],
    [2, 2],
    [3, 3],
    [1, 4],
    [5, 4],
  ]);
  expect(ranks[2]!.why).toBe('新增，评审 90.00 分');
});

const entry = (more: Partial<LibraryEntry>): LibraryEntry => ({
  code: null,
  name: '共享平台',
  isStored: true,
  standing: '已入库',
  ...more,
});

test('of two of one name in a budget, the one that the library does not know is not the other', () => {
  const [first] = exampleLedger(2026).projects;
  const twins = ['A', 'B'].map((code) => ({ ...first!, name: '共享平台', code }));
  const faults = admissionFaults({ projects: twins }, [entry({ code: 'B' })], true);
  expect(faults.map(({ path }) => path)).toEqual(['projects[0]']);
});

test.each<[string, readonly LibraryEntry[], boolean, string | undefined]>([
  ['stored', [entry({})], true, undefined],
  ['not there', [], true, '“项目”表第 1 个项目“共享平台”不在项目库里'],
  ['not there, and not asked for', [], false, undefined],
  ['in review', [entry({ isStored: false, standing: '评审' })], true, '是“评审”，还没有入库'],
  ['several of the name', [entry({}), entry({ code: 'B' })], true, '请写明项目编码'],
  ['one of the name ended', [entry({ isStored: false, standing: '已完结' }), entry({})], true, undefined],
  [
    'beyond its control figure',
    [entry({ control: { fen: 99, why: '上年评为中' } })],
    false,
    '超过这个项目的控制数 0.99元（上年评为中）',
  ],
  ['held back', [entry({ held: '上年的问题没有整改。' })], false, '暂不能安排：上年的问题没有整改。'],
])('a budget takes what is %s', (_, entries, mustBeStored, fault) => {
  const project = {
    name: '共享平台',
    lines: [{ item: '2010302', fund: 'general-public', fen: 100 }],
    indicators: [],
  } as const;
  const faults = admissionFaults({ projects: [project] }, entries, mustBeStored);
  expect(faults.map(({ message }) => message.includes(fault ?? '')).concat()).toEqual(
    fault === undefined ? [] : [true],
  );
});
