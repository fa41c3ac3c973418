/** Surveys and clocks: counts in, a score with what it proves out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOCKS, clockCount } from '../../src/performance/clocks.ts';
import { ratio } from '../../src/performance/ratio.ts';
import {
  INDEX_POINTS,
  neededAnswers,
  type StepCounts,
  type Survey,
  surveyScore,
  verdictOf,
} from '../../src/performance/survey.ts';
import { printDecimal } from '../../src/performance/target.ts';
import { NATIONAL_CALENDAR } from '../../src/process/national-calendar.ts';

const TOP_TWO = { by: 'top-two' } as const;
const INDEX = { by: 'mean-index', points: INDEX_POINTS } as const;

const survey = (steps: StepCounts, more: Partial<Survey> = {}): Survey => ({
  invited: 1000,
  answered: steps.reduce((a, b) => a + b, 0),
  steps,
  channel: '手机问卷',
  period: ['2026-10-01', '2026-10-31'],
  ...more,
});

const scored = (given: Survey, measure: Parameters<typeof surveyScore>[1] = TOP_TWO) => {
  const found = surveyScore(given, measure);
  if (found.state !== 'scored') throw new Error(found.message);
  return found.result;
};

describe('answers needed', () => {
  it.each([
    [28, 27, 22],
    [100, 80, 50],
    [300, 169, 73],
    [1000, 278, 88],
    [undefined, 385, 97],
  ])('of a population of %s: %i for ±5, %i for ±10 points', (population, five, ten) => {
    expect([neededAnswers(5, population), neededAnswers(10, population)]).toEqual([five, ten]);
  });
});

describe('a score', () => {
  it('is the share of the two best steps, or the mean of the points', () => {
    const given = survey([50, 40, 5, 3, 2]);
    expect(printDecimal(scored(given).printed)).toBe('90.00');
    // (50·100 + 40·80 + 5·60 + 3·30 + 0) ÷ 100
    expect(printDecimal(scored(given, INDEX).printed)).toBe('85.90');
  });

  it("has Wilson's interval, which all of a small population closes", () => {
    // 90 of 100: the textbook's 82.56 to 94.48 %.
    const { low, high } = scored(survey([90, 0, 10, 0, 0]));
    expect([low.toFixed(2), high.toFixed(2)]).toEqual(['82.56', '94.48']);
    expect(scored(survey([25, 0, 3, 0, 0], { population: 28, invited: 28 }))).toMatchObject({ isFew: false });
    const all = scored(survey([25, 0, 3, 0, 0], { population: 28, invited: 28 }));
    expect(all.low).toBe(all.high);
  });

  it.each<[string, Survey, number, string]>([
    ['proven', survey([980, 0, 20, 0, 0]), 95, 'met'],
    ['too few to prove it', survey([48, 0, 2, 0, 0]), 95, 'not-proven'],
    ['below', survey([940, 0, 60, 0, 0]), 95, 'not-met'],
    ['all of them asked', survey([27, 0, 1, 0, 0], { population: 28, invited: 28 }), 95, 'met'],
  ])('%s', (_, given, target, verdict) => {
    expect(verdictOf(scored(given), ratio(target))).toBe(verdict);
  });

  it.each<[string, Survey, string]>([
    ['nobody answered', survey([0, 0, 0, 0, 0]), 'nobody'],
    ['more answers than invitations', survey([9, 0, 0, 0, 0], { invited: 8 }), 'more-than-asked'],
    ['more answers than answered', survey([9, 0, 0, 0, 0], { answered: 8 }), 'more-than-asked'],
    ['more invited than there are', survey([1, 0, 0, 0, 0], { population: 900 }), 'more-than-asked'],
  ])('%s: no score', (_, given, state) => {
    expect(surveyScore(given, TOP_TWO).state).toBe(state);
  });

  it('lies within its interval, and the interval within 0 and 100', () => {
    const counts = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(counts, fc.constantFrom(TOP_TWO, INDEX), (steps, measure) => {
        const { score, low, high } = scored(survey(steps), measure);
        const value = Number(score.numerator) / Number(score.denominator);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value + 1e-9);
        expect(high).toBeGreaterThanOrEqual(value - 1e-9);
        expect(high).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('clocks', () => {
  const states = (begun: string, ended: string | undefined, clock: keyof typeof CLOCKS, now: string) =>
    clockCount([{ id: '甲', begun, ...(ended ? { ended } : {}) }], CLOCKS[clock], now, NATIONAL_CALENDAR).readings[0]!;

  it.each<[string, string | undefined, keyof typeof CLOCKS, string, string, string]>([
    // 2026-02-13 is a Friday, the 14th is worked, the Spring Festival ends on the 23rd.
    ['2026-02-13', '2026-02-14', 'simple-message', '2026-03-01', 'in-time', '2026-02-14'],
    ['2026-02-14', '2026-02-24', 'simple-message', '2026-03-01', 'in-time', '2026-02-24'],
    ['2026-02-14', '2026-02-25', 'simple-message', '2026-03-01', 'late', '2026-02-24'],
    ['2026-03-02', undefined, 'message', '2026-03-09', 'running', '2026-03-09'],
    ['2026-03-02', undefined, 'message', '2026-03-10', 'overdue', '2026-03-09'],
    ['2026-03-06', '2026-03-10', 'fault', '2026-03-31', 'in-time', '2026-03-10'],
    [
      '2026-03-06T20:00:00Z',
      '2026-03-07T19:59:00Z',
      'repair',
      '2026-03-31T00:00:00Z',
      'in-time',
      '2026-03-07T20:00:00.000Z',
    ],
    [
      '2026-03-06T20:00:00Z',
      '2026-03-07T20:01:00Z',
      'repair',
      '2026-03-31T00:00:00Z',
      'late',
      '2026-03-07T20:00:00.000Z',
    ],
  ])('%s ended %s (%s), seen on %s: %s', (begun, ended, clock, now, state, due) => {
    expect(states(begun, ended, clock, now)).toMatchObject({ state, due, provisional: false });
  });

  it('a rate counts what ended or is overdue, and is none where nothing is', () => {
    const items = [
      { id: '甲', begun: '2026-03-02', ended: '2026-03-03' },
      { id: '乙', begun: '2026-03-02', ended: '2026-03-10' },
      { id: '丙', begun: '2026-03-02' },
      { id: '丁', begun: '2026-03-09' },
    ];
    const found = clockCount(items, CLOCKS.message, '2026-03-10', NATIONAL_CALENDAR);
    expect(found.counts).toEqual({ 'in-time': 1, late: 1, overdue: 1, running: 1 });
    expect(found.rate).toMatchObject({ state: 'rate', rate: ratio(1, 3), counted: { numerator: 1, denominator: 3 } });
    expect(clockCount([], CLOCKS.message, '2026-03-10', NATIONAL_CALENDAR).rate.state).toBe('nothing-counted');
    expect(states('2027-01-04', undefined, 'message', '2027-01-05').provisional).toBe(true);
  });
});
