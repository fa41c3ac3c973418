/** What a year's answers are used for: how far goals are beside the money, and what accounts tell of evaluations. */
import { expect, test } from 'vitest';
import { exampleLedger } from '../../src/ledger/example.ts';
import { withResults } from '../../src/performance/accounts-figures.ts';
import { profileById } from '../../src/performance/choose-profile.ts';
import { goalProgress, warningsOf } from '../../src/performance/monitor.ts';
import { rounded } from '../../src/performance/ratio.ts';
import { printDecimal } from '../../src/performance/target.ts';
import { typedIndicator } from '../../src/performance/typed-indicator.ts';

const SICHUAN = profileById('sichuan-2025')!;
const row = (name: string, target: string, done?: string) => ({
  indicator: typedIndicator({ level1: '产出指标', level2: '数量指标', level3: name, target }),
  done,
});
const FLOW = ['培训人次', '≥200人次'] as const;

test.each<[string, Parameters<typeof goalProgress>[0], string | undefined]>([
  ['half of what accumulates', [row(...FLOW, '100人次')], '50.00'],
  ['at most whole', [row(...FLOW, '300人次')], '100.00'],
  ['a mean', [row(...FLOW, '100人次'), row('宣传次数', '≥10次', '10次')], '75.00'],
  ['a rate tells nothing of the year', [row('验收合格率', '≥95%', '96%')], undefined],
  ['nothing answered', [row(...FLOW)], undefined],
])('goals: %s', (_, indicators, expected) => {
  const goals = goalProgress(indicators);
  expect(goals && printDecimal(rounded(goals, 2))).toBe(expected);
});

test('goals and money that are more than ten points apart are a warning where the place says so', () => {
  const goals = goalProgress([row(...FLOW, '100人次')])!;
  const kinds = (paid: number, profile = SICHUAN) =>
    warningsOf({ paid, adjusted: 100, month: 7, goals }, profile).map(({ kind }) => kind);
  expect([kinds(39), kinds(40), kinds(61)]).toEqual([['date', 'gap'], [], ['gap']]);
  expect(kinds(1, profileById('national-2020')!)).toEqual([]);
});

test('a ledger of accounts takes what results say in the place of what stood there; without a mean none is told', () => {
  const results = {
    withTargets: { projects: 5, fen: 500 },
    tracked: { projects: 4, fen: 400 },
    evaluated: { projects: 3, budget: 300, mean: '91.20', grades: { 优: 2, 中: 1 } },
    problems: { found: 2, corrected: 1, open: 1 },
  };
  const ledger = { ...exampleLedger(2025), stage: 'final-accounts' as const, counts: { 'performance[poor]': 9 } };
  const { counts, amounts, texts } = withResults(ledger, results, SICHUAN.grades);
  expect(counts).toMatchObject({
    'performance[projects]': 5,
    'performance[excellent]': 2,
    'performance[good]': 0,
    'performance[fair]': 1,
    'performance[poor]': 0,
    'performance[correcting]': 1,
  });
  expect([amounts?.['performance[evaluated-funds]'], texts.sections?.['self-evaluation-score']]).toEqual([
    300,
    ['91.20'],
  ]);
  const { evaluated } = results;
  const none = withResults(ledger, { ...results, evaluated: { ...evaluated, mean: undefined } }, SICHUAN.grades);
  expect(none.texts.sections?.['self-evaluation-score']).toBeUndefined();
});
