/** Monitoring and execution: lights, warnings, lines of authority, the monthly report, reconciling. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileById } from '../../src/performance/choose-profile.ts';
import { type Execution, lineStates } from '../../src/performance/execution.ts';
import { executionFaults, unpaidAfterAcceptance } from '../../src/performance/execution-faults.ts';
import { monthlyReport, reconcile, reconciledItems, totalOfMonth } from '../../src/performance/execution-report.ts';
import {
  board,
  budgetLight,
  indicatorLight,
  type Progress,
  projectLight,
  warningsOf,
} from '../../src/performance/monitor.ts';
import { type ConfirmedKinds, goalsOf, watch } from '../../src/performance/monitoring-form.ts';
import { ratio, rounded } from '../../src/performance/ratio.ts';
import { printDecimal } from '../../src/performance/target.ts';
import { typedIndicator } from '../../src/performance/typed-indicator.ts';
import { NATIONAL_CALENDAR } from '../../src/process/national-calendar.ts';

const NATIONAL = profileById('national-2020')!;
const SICHUAN = profileById('sichuan-2025')!;

describe('lights', () => {
  it.each([
    [29, 100, 6, 'red'],
    [30, 100, 6, 'yellow'],
    [39, 100, 6, 'yellow'],
    [40, 100, 6, 'green'],
    [0, 0, 6, 'none'],
  ])('%i of %i paid by month %i', (paid, adjusted, month, light) => {
    expect(budgetLight(paid, adjusted, month, NATIONAL).light).toBe(light);
  });

  it.each<[string, string, Progress, string]>([
    ['培训人次', '≥70人次', { done: '28人次' }, 'green'],
    ['培训人次', '≥70人次', { done: '27人次' }, 'yellow'],
    ['培训人次', '≥70人次', { done: '20人次' }, 'red'],
    ['培训人次', '≥70人次', { done: '0' }, 'red'],
    ['培训人次', '≥70人次', { done: '84人次' }, 'blue'],
    ['培训人次', '≥70人次', {}, 'none'],
    ['验收合格率', '≥95%', { done: '50%' }, 'red'],
    ['验收合格率', '≥95%', { done: '96%' }, 'green'],
    ['项目总成本', '≤3万元', { done: '3.1万元' }, 'red'],
    ['项目总成本', '≤3万元', { done: '2万元' }, 'green'],
    ['完成时间', '6月底前', {}, 'red'],
    ['完成时间', '9月底前', {}, 'green'],
    ['业务认知', '效果显著', { step: 'reached' }, 'green'],
    ['业务认知', '效果显著', { step: 'partly' }, 'yellow'],
    ['业务认知', '效果显著', { step: 'not' }, 'red'],
    ['业务认知', '效果显著', {}, 'none'],
  ])('%s %s %o by June', (level3, target, progress, light) => {
    const indicator = typedIndicator({ level1: '产出指标', level2: '', level3, target });
    expect(indicatorLight(indicator, progress, 6, NATIONAL).light).toBe(light);
  });

  it('a person decides whether an amount adds up; dates and words are no guess', () => {
    const row = (level3: string, target: string) => ({
      level1: '产出指标',
      level2: '数量指标',
      level3,
      target,
      origin: {},
    });
    const form = {
      title: '监控表',
      funds: [],
      indicators: [
        { ...row('培训人次', '≥70人次'), done: '35人次' },
        { ...row('业务认知', '效果显著'), done: '达成' },
      ],
      origin: {},
    };
    const lights = (...kinds: ConfirmedKinds) => watch(form, 6, NATIONAL, kinds).indicators.map(({ light }) => light);
    expect(lights()).toEqual(['green', 'green']);
    expect(lights('level', 'level')).toEqual(['red', 'green']);
    expect(lights('flow')).toEqual(['green', 'green']);
    expect(printDecimal(rounded(goalsOf(form)!, 0))).toBe('50');
    expect(goalsOf(form, ['level'])).toBeUndefined();
  });

  it('a project shows its worst, a department counts them', () => {
    expect(projectLight(['green', 'yellow', 'blue'])).toBe('yellow');
    expect(projectLight(['none'])).toBe('none');
    expect(board(['red', 'green', 'green'])).toEqual({ red: 1, yellow: 0, green: 2, blue: 0, none: 0 });
  });
});

describe('warnings', () => {
  const warn =
    (paid: number, month: number, goals?: number) =>
    (profile = SICHUAN) =>
      warningsOf({ paid, adjusted: 100, month, ...(goals === undefined ? {} : { goals: ratio(goals) }) }, profile).map(
        ({ kind }) => kind,
      );
  it.each([
    [24, 4, undefined, ['date']],
    [25, 4, undefined, []],
    [25, 5, undefined, []],
    [24, 5, undefined, ['date']],
    [1, 3, undefined, []],
    [79, 11, undefined, ['date']],
    [80, 12, undefined, []],
    [40, 6, 50, []],
    [40, 6, 51, ['gap']],
    [39, 6, undefined, ['date']],
    [59, 8, undefined, ['date']],
    [60, 8, undefined, []],
    [80, 10, undefined, []],
    [79, 10, 50, ['date', 'gap']],
  ])('%i %% by month %i, goals %s', (paid, month, goals, expected) => {
    expect(warn(paid, month, goals)()).toEqual(expected);
    expect(warn(paid, month, goals)(NATIONAL)).toEqual([]);
  });

  it('what was missed is said in the months after, as of its own month', () => {
    const of = (month: number) => warningsOf({ paid: 79, adjusted: 100, month }, SICHUAN);
    expect(of(10)).toMatchObject([{ month: 10, message: '10 月末支出进度低于 80%。' }]);
    expect(of(11)).toMatchObject([{ month: 10, message: '10 月末支出进度应达到 80%，到 11 月末还没有达到。' }]);
  });

  it('says within how many working days to answer', () => {
    expect(warningsOf({ paid: 1, adjusted: 100, month: 4 }, SICHUAN)[0]).toMatchObject({ answerDays: 10 });
  });
});

const line = (id: string, amount: number, rest = {}) => ({
  id,
  unit: '某局',
  project: `项目${id[0]}`,
  functional: '2010301',
  fund: 'general-public' as const,
  document: '某财预〔2026〕1号',
  amount,
  ...rest,
});
const adjust = (id: string, delta: number, kind: 'added' | 'cut' | 'transfer' | 'refined' = 'added') => ({
  line: id,
  kind,
  month: 5,
  delta,
  document: '某财预〔2026〕9号',
  reason: '略',
});
const YEAR: Execution = {
  lines: [line('甲1', 1000), line('甲2', 500), line('乙', 600, { functional: '2080505' })],
  adjustments: [adjust('甲1', 200)],
  plans: [],
  payments: [
    { line: '甲1', month: 3, amount: 300, contract: '合同一' },
    { line: '甲1', month: 6, amount: 100 },
    { line: '乙', month: 6, amount: 600 },
  ],
  commitments: [{ line: '甲1', month: 2, amount: 400, contract: '合同一' }],
  acceptances: [{ contract: '合同一', date: '2026-03-02', amount: 400 }],
};

describe('execution', () => {
  it('available is what is authorised, less paid and committed', () => {
    expect(
      lineStates(YEAR, 6).map(({ adjusted, paid, committed, available }) => [adjusted, paid, committed, available]),
    ).toEqual([
      [1200, 400, 100, 700],
      [500, 0, 0, 500],
      [600, 600, 0, 0],
    ]);
    expect(lineStates(YEAR, 4)[0]).toMatchObject({ adjusted: 1000, paid: 300, committed: 100, available: 600 });
  });

  it('the monthly report tells the gap in points', () => {
    const said = { unit: '某局', project: '项目甲', lastYear: 350, forecast: 1700, cause: '合同未到付款节点' };
    const rows = monthlyReport(YEAR, 6, [said]);
    const [first, second] = rows;
    expect(first).toMatchObject({
      ...said,
      initial: 1500,
      adjustment: 200,
      adjusted: 1700,
      month: 100,
      cumulative: 400,
    });
    expect(printDecimal(rounded(first!.rate!, 2))).toBe('23.53');
    expect(rounded(first!.gap!, 2)).toEqual({ units: -2647, scale: 2 });
    expect(second).not.toHaveProperty('lastYear');
    expect(totalOfMonth(rows, 6)).toMatchObject({ project: '合计', adjusted: 2300, month: 700, cumulative: 1000 });
    expect(
      monthlyReport({ ...YEAR, lines: [line('丙', 0)], adjustments: [], payments: [], commitments: [] }, 6)[0],
    ).not.toHaveProperty('rate');
  });

  it('projects of one name in two units are two', () => {
    const twice = { ...YEAR, lines: [...YEAR.lines, line('甲3', 1, { unit: '某中心' })] };
    expect(monthlyReport(twice, 6).map(({ unit, project }) => [unit, project])).toEqual([
      ['某局', '项目甲'],
      ['某局', '项目乙'],
      ['某中心', '项目甲'],
    ]);
  });

  it.each<[string, Partial<Execution>, readonly string[]]>([
    ['as it should be', {}, []],
    ['beyond the line', { payments: [{ line: '甲2', month: 6, amount: 501 }] }, ['overspent']],
    ['beyond the plan', { plans: [{ line: '乙', month: 6, amount: 599 }] }, ['beyond-plan']],
    ['on no line', { payments: [{ line: '丁', month: 6, amount: 1 }] }, ['unknown-line']],
    ['not refined by June', { lines: [...YEAR.lines, line('代', 10, { isLumpSum: true })] }, ['lump-sum']],
    [
      'refined',
      {
        lines: [...YEAR.lines, line('代', 10, { isLumpSum: true })],
        adjustments: [adjust('代', -10, 'refined'), adjust('甲2', 10, 'refined')],
      },
      [],
    ],
    ['half a transfer', { adjustments: [adjust('甲1', 200), adjust('甲2', -10, 'transfer')] }, ['transfer']],
    ['two lines of one number', { lines: [...YEAR.lines, line('乙', 600)] }, ['same-line']],
    ['below nothing', { adjustments: [adjust('甲1', 200), adjust('甲2', -501, 'cut')] }, ['negative']],
    ['a cut without its sign', { adjustments: [adjust('甲1', 1, 'cut')] }, ['direction']],
    ['a cut with its sign', { adjustments: [adjust('甲1', -1, 'cut')] }, []],
  ])('%s', (_, change, expected) => {
    expect(executionFaults({ ...YEAR, ...change }, 6, NATIONAL.execution).map(({ code }) => code)).toEqual(expected);
  });

  it('a lump sum may wait until June', () => {
    expect(
      executionFaults({ ...YEAR, lines: [...YEAR.lines, line('代', 10, { isLumpSum: true })] }, 5, NATIONAL.execution),
    ).toEqual([]);
  });

  it('reconciles with the budget and the accounts to the fen', () => {
    const budget = { '2010301': 1500, '2080505': 600 };
    expect(reconcile(YEAR, { budget, accounts: { '2010301': 400, '2080505': 600 } })).toEqual([]);
    expect(reconcile(YEAR, {})).toEqual([]);
    expect(reconcile(YEAR, { budget: { ...budget, '2080505': 601 }, accounts: { '2010301': 401 } })).toEqual([
      { at: 'budget', functional: '2080505', lines: 600, document: 601 },
      { at: 'accounts', functional: '2010301', lines: 400, document: 401 },
      { at: 'accounts', functional: '2080505', lines: 600, document: 0 },
    ]);
  });

  it('tells every item from the budget to the accounts; what is not given is not told', () => {
    expect(reconciledItems(YEAR, { accounts: { '2010301': 400, '2210201': 7 } })).toEqual([
      expect.objectContaining({ functional: '2010301', initial: 1500, paid: 400, accounts: 400 }),
      expect.objectContaining({ functional: '2080505', initial: 600, accounts: 0 }),
      { functional: '2210201', initial: 0, adjusted: 0, paid: 0, accounts: 7 },
    ]);
    for (const item of reconciledItems(YEAR, {})) expect(item).not.toHaveProperty('budget');
  });

  it('what was accepted is paid within the term of the profile', () => {
    const unpaid = (today: string) =>
      unpaidAfterAcceptance(YEAR, today, NATIONAL.execution, NATIONAL_CALENDAR).map(({ message }) => message);
    // 20 working days after 2 March 2026 end on 30 March.
    expect(unpaid('2026-03-30')).toEqual([]);
    // The national profile has the term from one department's text, and what it finds says so.
    expect(unpaid('2026-03-31')).toEqual([
      expect.stringMatching(/^合同“合同一”验收已过 20 个工作日，还有 1\.00 元没有支付（暂定口径：.+）。$/),
    ]);
    expect(unpaidAfterAcceptance(YEAR, '2026-12-31', {}, NATIONAL_CALENDAR)).toEqual([]);
  });

  it('nothing is lost or made: what is available, committed and paid is what is authorised', () => {
    const months = fc.integer({ min: 1, max: 12 });
    const entries = fc.array(
      fc.record({ line: fc.constantFrom('甲1', '甲2', '乙'), month: months, amount: fc.nat(900) }),
    );
    fc.assert(
      fc.property(entries, entries, months, (payments, commitments, month) => {
        for (const state of lineStates({ ...YEAR, payments, commitments }, month))
          expect(state.available + state.committed + state.paid).toBe(state.adjusted);
        const rows = monthlyReport({ ...YEAR, payments }, month);
        const byMonth = payments.filter((each) => each.month <= month).reduce((all, { amount }) => all + amount, 0);
        expect(totalOfMonth(rows, month).cumulative).toBe(byMonth);
      }),
      { numRuns: 50 },
    );
  });
});
