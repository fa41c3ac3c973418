/** Scores: each formula from its printed example, two profiles from one input, and the laws of every score. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled } from '../../src/jurisdictions/index.ts';
import { profileById, profileFor } from '../../src/performance/choose-profile.ts';
import { atLeast, atMost, exactly, executionPoints, wordPoints } from '../../src/performance/formulas.ts';
import { ladderGrade } from '../../src/performance/ladder.ts';
import { gradeOf, type PerformanceProfile } from '../../src/performance/profile.ts';
import { compareRatio, type Ratio, ratio, ratioOf, rounded, sum, ZERO } from '../../src/performance/ratio.ts';
import { resultsOf } from '../../src/performance/results.ts';
import { type Outcome, type Score, score } from '../../src/performance/score.ts';
import { stepOf } from '../../src/performance/self-evaluation-form.ts';
import { printDecimal } from '../../src/performance/target.ts';

const NATIONAL = profileById('national-2020')!;
const HUBEI = profileById('hubei-2020')!;
const PROFILES = bundled().all.flatMap(({ performance }) => performance);
const shown = (value: Ratio | undefined) => value && printDecimal(rounded(value, 2));

describe('formulas', () => {
  it.each<[string, Ratio | undefined, string]>([
    ['≥ in part: 10 × 45 ÷ 50', atLeast(ratio(10), ratio(50), ratio(45)), '9.00'],
    ['≥ beyond', atLeast(ratio(10), ratio(50), ratio(80)), '10.00'],
    ['≥ 0', atLeast(ratio(10), ZERO, ZERO), '10.00'],
    ['= 0 and nothing', exactly(ratio(10), ZERO, ZERO), '10.00'],
    ['= 0 and one', exactly(ratio(10), ZERO, ratio(1)), '0.00'],
    ['= in part', exactly(ratio(10), ratio(4), ratio(3)), '7.50'],
    ['≤ within', atMost(ratio(10), ratio(20), ratio(20), 'excess'), '10.00'],
    ['≤ exceeded by a quarter', atMost(ratio(10), ratio(20), ratio(25), 'excess'), '7.50'],
    ['≤ twice', atMost(ratio(10), ratio(20), ratio(40), 'excess'), '0.00'],
    ['≤ inverse: w·T/A', atMost(ratio(10), ratio(20), ratio(25), 'inverse'), '8.00'],
    ['≤ 0 and one', atMost(ratio(10), ZERO, ratio(1), 'inverse'), '0.00'],
    ['executed in part', executionPoints(ratio(10), 3, 1), '3.33'],
    ['executed beyond', executionPoints(ratio(10), 3, 4), '10.00'],
  ])('%s', (_, points, expected) => {
    expect(shown(points)).toBe(expected);
  });

  it('nothing budgeted is no rate of execution', () => {
    expect(executionPoints(ratio(10), 0, 0)).toBeUndefined();
  });

  it.each<[string, PerformanceProfile, 'reached' | 'partly' | 'not', number, string | undefined]>([
    ['80 % is reached', NATIONAL, 'reached', 80, '8.00'],
    ['80 % is not in part', NATIONAL, 'partly', 80, undefined],
    ['60 % is in part', NATIONAL, 'partly', 60, '6.00'],
    ['79.99 % is still in part', NATIONAL, 'partly', 79.99, '8.00'],
    ['59 % is not reached', NATIONAL, 'not', 59, '5.90'],
    ['60 % is no longer so', NATIONAL, 'not', 60, undefined],
    ['nothing', NATIONAL, 'not', 0, '0.00'],
    ['in Hubei 50 % is in part', HUBEI, 'partly', 50, '5.00'],
    ['all', NATIONAL, 'reached', 100, '10.00'],
  ])('words: %s', (_, profile, step, percent, expected) => {
    const exact = ratio(Math.round(percent * 100), 100);
    expect(shown(wordPoints(ratio(10), { step, percent: exact }, profile))).toBe(expected);
  });

  it.each([
    ['100%', '优'],
    ['85%', '良'],
    ['80%', '良'],
    ['79.9%', '中'],
    ['69%', '差'],
    ['已完成', undefined],
  ])('the ladder of 2019: %s', (achieved, grade) => {
    expect(ladderGrade({ 优: '100%', 良: '≥80%', 中: '≥70%', 差: '<70%' }, achieved)).toBe(grade);
  });
});

describe('weights', () => {
  it.each<[string, boolean, object]>([
    ['national-2020', false, { execution: 10, product: 50, benefit: 30, satisfaction: 10 }],
    ['national-2020', true, { execution: 10, product: 60, benefit: 30 }],
    ['national-2021-cost', false, { execution: 10, cost: 20, product: 40, benefit: 20, satisfaction: 10 }],
  ])('of %s, of personnel: %s', (id, isPersonnel, expected) => {
    const { weights, personnelWeights } = profileById(id)!;
    expect(isPersonnel ? personnelWeights : weights).toEqual(expected);
  });

  it('a project that pays personnel is weighed as one', () => {
    const indicators = [
      outcome('产出指标', '发放人数', '≥10人', { achieved: '5人', cause: '略' }),
      outcome('效益指标', '保障率', '100%', { achieved: '100%' }),
    ];
    const { parts, total } = score({ budget: 100, executed: 100, isPersonnel: true, indicators }, NATIONAL);
    expect(parts.map(({ points }) => points && printDecimal(points))).toEqual(['10.00', '30.00', '30.00']);
    expect(total && printDecimal(total)).toBe('70.00');
  });
});

describe('grades', () => {
  it.each(PROFILES.map((profile) => [profile.id, profile] as const))(
    'of %s cover 0 to 100 exactly once',
    (_, profile) => {
      for (let hundredths = 0; hundredths <= 10_000; hundredths++) {
        const of = profile.grades.filter(
          ({ from }, i) => hundredths >= from * 100 && (i === 0 || hundredths < profile.grades[i - 1]!.from * 100),
        );
        expect(of).toHaveLength(1);
        expect(gradeOf(profile, ratio(hundredths, 100))).toBe(of[0]!.name);
      }
      expect(gradeOf(profile, ratio(10_001, 100))).toBeUndefined();
      expect(gradeOf(profile, ratio(-1, 100))).toBeUndefined();
    },
  );

  it('exactly 90 is 优', () => {
    expect(gradeOf(NATIONAL, ratio(90))).toBe('优');
    expect(gradeOf(NATIONAL, ratio(8999, 100))).toBe('良');
  });
});

const outcome = (level1: string, level3: string, target: string, rest: Partial<Outcome> = {}): Outcome => ({
  level1,
  level2: '',
  level3,
  target,
  ...rest,
});
const PROJECT = {
  budget: 10_000_00,
  executed: 9_500_00,
  indicators: [
    outcome('产出指标', '培训人次', '≥70人次', { achieved: '63人次', cause: '一期推迟' }),
    outcome('产出指标', '验收合格率', '≥95%', { achieved: '96%' }),
    outcome('产出指标', '培训成本', '≤1万元', { achieved: '1.1万元', cause: '场租上涨' }),
    outcome('效益指标', '加强业务认知', '效果显著', {
      step: 'reached',
      percent: { units: 90, scale: 0 },
      cause: '个别人未参加',
    }),
    outcome('满意度指标', '学员满意度', '≥90%', { achieved: '92%' }),
  ],
};

describe('a project', () => {
  it('has two results by two profiles, each told with its profile', () => {
    const national = score(PROJECT, NATIONAL);
    const hubei = score(PROJECT, HUBEI);
    const printed = ({ parts }: Score) => parts.map(({ points }) => points && printDecimal(points));
    expect(printed(national)).toEqual(['9.50', '15.00', '16.67', '14.99', '27.00', '10.00']);
    // 50 points for three: 16.67, 16.67 and 16.66, of which 90 % are printed as 14.99.
    expect(national).toMatchObject({
      total: { units: 9316, scale: 2 },
      profile: 'national-2020',
      grade: '优',
      faults: [],
    });
    expect(printed(hubei)).toEqual(['19.00', '12.01', '13.33', '12.12', '27.00', '10.00']);
    expect(hubei).toMatchObject({ profile: 'hubei-2020', total: { units: 9346, scale: 2 } });
  });

  it('can be computed again from what is stored', () => {
    const stored = score(PROJECT, HUBEI);
    expect(score(stored.input, profileById(stored.profile)!)).toEqual(stored);
  });

  it.each<[string, Partial<Outcome>, string]>([
    ['not answered', {}, 'no-actual'],
    ['no number', { achieved: '已完成' }, 'no-actual'],
    ['another unit', { achieved: '3次' }, 'other-unit'],
  ])('%s has no score, and its project no total', (_, rest, code) => {
    const found = score(
      {
        ...PROJECT,
        indicators: [...PROJECT.indicators.slice(0, 4), outcome('满意度指标', '学员满意度', '≥90%', rest)],
      },
      NATIONAL,
    );
    expect(found.faults.map((fault) => fault.code)).toEqual([code]);
    expect([found.total, found.grade]).toEqual([undefined, undefined]);
  });

  it.each<[string, string, string | undefined]>([
    ['9月底前', '2022年3月', 'no-step'],
    ['9月20日前', '9月25日完成', 'no-step'],
    ['2021年9月底前', '2022年3月完成', 'no-step'],
    ['9月20日前', '9月15日', undefined],
    ['9月底前', '9', undefined],
    ['2021年9月底前', '2021年8月', undefined],
  ])('by %s, done %s', (target, achieved, code) => {
    const late = outcome('产出指标', '完成时间', target, { achieved, ...stepOf(achieved) });
    const found = score({ ...PROJECT, indicators: [late, ...PROJECT.indicators.slice(3)] }, NATIONAL);
    expect(found.faults.map((fault) => fault.code)).toEqual(code ? [code] : []);
  });

  it('asks for reasons where they are due', () => {
    const found = score(
      {
        ...PROJECT,
        executed: 8_000_00,
        indicators: [outcome('产出指标', '次数', '≥5次', { achieved: '10次' }), ...PROJECT.indicators.slice(3)],
      },
      NATIONAL,
    );
    expect(found.faults.map(({ code, part }) => [code, part])).toEqual([
      ['needs-cause', '预算执行率'],
      ['far-above', '次数'],
    ]);
  });

  it('weights that do not add up to 100 give no total', () => {
    expect(score({ ...PROJECT, indicators: PROJECT.indicators.slice(0, 4) }, NATIONAL)).toMatchObject({
      faults: [{ code: 'weights', message: '各项分值合计是 90，应为 100。' }],
    });
  });

  it('one weight that is missing among printed ones is unknown, not nothing', () => {
    const weighed = PROJECT.indicators.map((each, i) => ({
      ...each,
      ...(i === 4 ? {} : { weight: { units: [30, 20, 30, 10][i]!, scale: 0, text: '', origin: {} } }),
    }));
    const found = score({ ...PROJECT, indicators: weighed }, NATIONAL);
    expect(found.faults.map(({ code, part }) => [code, part])).toContainEqual(['weights', '学员满意度']);
    expect([found.total, found.grade]).toEqual([undefined, undefined]);
  });

  it('results count what was scored', () => {
    const open = score({ ...PROJECT, budget: 0 }, NATIONAL);
    expect(resultsOf([score(PROJECT, NATIONAL), open])).toMatchObject({
      projects: 2,
      scored: 1,
      mean: { units: 9316, scale: 2 },
      grades: { 优: 1 },
    });
    expect(resultsOf([open]).mean).toBeUndefined();
  });
});

describe('laws', () => {
  const positive = fc.integer({ min: 1, max: 10_000 }).map((each) => ratio(each, 100));
  const any = fc.integer({ min: -500, max: 30_000 }).map((each) => ratio(each, 100));
  const ways = fc.constantFrom('excess' as const, 'inverse' as const);

  it('points stay within the weight and never fall with a better result', () => {
    fc.assert(
      fc.property(positive, any, any, any, ways, (weight, target, a, b, way) => {
        const [low, high] = compareRatio(a, b) <= 0 ? [a, b] : [b, a];
        for (const points of [atLeast(weight, target, a), atMost(weight, target, a, way), exactly(weight, target, a)]) {
          expect(compareRatio(points, ZERO)).toBeGreaterThanOrEqual(0);
          expect(compareRatio(points, weight)).toBeLessThanOrEqual(0);
        }
        expect(compareRatio(atLeast(weight, target, low), atLeast(weight, target, high))).toBeLessThanOrEqual(0);
        expect(
          compareRatio(atMost(weight, target, low, way), atMost(weight, target, high, way)),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('the total is the sum of the printed parts, from 0 to 100', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PROFILES),
        fc.nat(20_000),
        fc.array(fc.nat(300), { minLength: 1, maxLength: 7 }),
        (profile, executed, done) => {
          const levels = Object.keys(profile.weights).map(
            (group) =>
              ({
                execution: '产出指标',
                product: '产出指标',
                cost: '成本指标',
                benefit: '效益指标',
                satisfaction: '满意度指标',
              })[group]!,
          );
          const indicators = done
            .concat(done, done, done, done)
            .slice(0, Math.max(levels.length, done.length))
            .map((each, i) =>
              outcome(levels[i % levels.length]!, `合格率${i}`, '≥150%', { achieved: `${each}%`, cause: '略' }),
            );
          const found = score({ budget: 10_000, executed, indicators }, profile);
          const parts = sum(found.parts.map(({ points }) => ratioOf(points!)));
          expect(compareRatio(ratioOf(found.total!), parts)).toBe(0);
          for (const { points, weight } of found.parts)
            expect(compareRatio(ratioOf(points!), weight)).toBeLessThanOrEqual(0);
          expect(compareRatio(parts, ratio(100))).toBeLessThanOrEqual(0);
          expect(found.grade).toBeDefined();
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('a place scores by its own profile of the year, else by the nation’s', () => {
  expect(profileFor('420100', 2023)?.id).toBe('hubei-2020');
  expect(profileFor('510100', 2024)?.id).toBe('national-2020');
  expect(profileFor('510100', 2026)?.id).toBe('sichuan-2025');
  expect(profileFor(undefined, 2023)?.id).toBe('national-2020');
  expect(profileFor('420100', 2019)).toBeUndefined();
});
