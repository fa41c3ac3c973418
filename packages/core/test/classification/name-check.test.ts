import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { additions, functionConcepts, renamings } from '../../src/classification/function.ts';
import { type ListId, lookup, nameCheck, nearCodes, nearNames, normalizeName } from '../../src/classification/index.ts';

type Case = [ListId, string, string, number, ReturnType<typeof nameCheck>['status']];

describe('nameCheck', () => {
  test.each<Case>([
    ['function', '20103', '政府办公厅(室)及相关机构事务', 2021, 'ok'],
    ['function', '20103', '政府办公厅（室） 及相关机构事务', 2021, 'ok'],
    ['function', '20599', '其他教育支出（款）', 2024, 'ok'],
    ['function', '2040605', '普法宣传', 2026, 'ok'],
    ['function', '210', '医疗卫生与计划生育支出', 2018, 'ok'],
    ['function', '215', '资源勘探信息等支出', 2019, 'ok'],
    ['function', '215', '资源勘探工业信息等支出', 2019, 'ok'],
    ['function', '2050202', '小学教育', 2023, 'ok'],
    ['economic', '30213', '维修(护)费', 2026, 'ok'],
    ['economic', '310', '其他资本性支出', 2017, 'ok'],

    ['function', '210', '医疗卫生与计划生育支出', 2021, 'outdated'],
    ['function', '20805', '行政事业单位离退休', 2020, 'outdated'],
    ['function', '215', '资源勘探信息等支出', 2021, 'outdated'],
    ['function', '2080504', '未归口管理的行政单位离退休', 2021, 'outdated'],
    ['economic', '303', '对个人和家庭的补助支出', 2021, 'outdated'],
    ['economic', '30104', '社会保障缴费', 2021, 'outdated'],

    ['function', '210', '卫生健康支出', 2018, 'premature'],
    ['function', '224', '灾害防治及应急管理支出', 2018, 'premature'],
    ['function', '20139', '社会工作事务', 2023, 'premature'],

    ['function', '2010301', '一般行政管理事务', 2021, 'different'],
    ['function', '2080505', '机关事业单位职业年金缴费支出', 2023, 'different'],
    ['function', '208', '社会保障与救业支出', 2023, 'different'],
    ['economic', '30108', '机关事业单位基本养老保险缴费支出', 2021, 'different'],
    ['procurement', 'A05010201', '文件柜', 2023, 'different'],

    ['function', '2010388', '行政运行', 2021, 'unknown-code'],
    ['procurement', 'A02999999', '其他', 2024, 'unknown-code'],

    ['function', '201', '一般公共服务', 2023, 'unverified'],
    ['function', '2080505', '基本养老保险', 2023, 'unverified'],
    ['function', '2080505', '机关事业单位基本养老保险缴费', 2023, 'unverified'],
    ['function', '2010304', '专项服务', 2021, 'unverified'],
    ['function', '2040607', '法律援助', 2019, 'unverified'],
    ['function', '2050202', '初中教育', 2023, 'unverified'],
    ['economic', '302', '公务用车运行维护', 2024, 'unverified'],
    ['economic', '30217', '公务接待费', 2017, 'unverified'],
    ['procurement', 'A06050399', '其他金属柜', 2021, 'unverified'],
  ])('%s %s %s in %i: %s', (list, code, name, year, status) => {
    expect(nameCheck(list, code, name, year).status).toBe(status);
  });

  test('says the official name, since or until when, and what was probably meant', () => {
    expect(nameCheck('function', '210', '医疗卫生与计划生育支出', 2021)).toEqual({
      status: 'outdated',
      official: '卫生健康支出',
      until: 2018,
    });
    expect(nameCheck('function', '20139', '社会工作事务', 2023)).toMatchObject({ status: 'premature', since: 2024 });
    expect(nameCheck('function', '2080505', '机关事业单位职业年金缴费支出', 2023).near?.[0]?.code).toBe('2080506');
  });

  test('the name that lookup gives for a year is never wrong in it', () => {
    const codes = fc.constantFrom(...functionConcepts().keys());
    fc.assert(
      fc.property(codes, fc.integer({ min: 2014, max: 2026 }), (code, year) => {
        const entry = lookup('function', code, year)!;
        const isAlive = year >= (entry.from ?? 0) && year <= (entry.to ?? 9999);
        if (isAlive) expect(['ok', 'unverified']).toContain(nameCheck('function', code, entry.name, year).status);
      }),
      { numRuns: 500 },
    );
  });
});

describe('data written by hand', () => {
  test('additions contradict no verified name and repeat no code', () => {
    const seen = new Set<string>();
    for (const [code, name] of additions()) {
      expect(code).toMatch(/^2\d{4}(\d{2})?$/);
      expect(seen.has(code)).toBe(false);
      seen.add(code);
      expect(
        functionConcepts()
          .get(code)
          ?.names.map((other) => other.name),
      ).toContain(name);
    }
  });

  test('renamings stand in the order of time and have a name on every side', () => {
    for (const [, names] of renamings())
      for (const [i, name] of names.entries()) {
        expect(name.name).not.toBe('');
        expect(name.from ?? 0).toBeGreaterThan(i === 0 ? -1 : (names[i - 1]!.from ?? 0));
        if (i > 0) expect(name.from! - names[i - 1]!.to!).toBeLessThanOrEqual(1);
      }
  });
});

test('spaces, brackets, quotes and numbering do not change a name', () => {
  const names = [...functionConcepts().values()].map((concept) => concept.names.at(-1)!.name);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(' ', '　', '\n'), (name, space) => {
      const printed = `二十一、${[...name.replace('（', '(').replace('）', ')').replace('“', '"')].join(space)}`;
      expect(normalizeName(printed)).toBe(normalizeName(name));
    }),
  );
});

test('nearNames and nearCodes', () => {
  expect(nearNames('function', '一般行政管理事物', 1)[0]).toMatchObject({ name: '一般行政管理事务' });
  expect(nearNames('economic', '公务用车运行维护费用', 1)[0]).toMatchObject({ code: '30231' });
  expect(nearCodes('function', '2010203', '政协会议')[0]).toMatchObject({ code: '2010204', score: 1 });
  expect(nearCodes('function', '2010310', '行政运行')[0]).toMatchObject({ code: '2010301' });
  expect(nearCodes('economic', '30271', '公务接待')[0]).toMatchObject({ code: '30217' });
});
