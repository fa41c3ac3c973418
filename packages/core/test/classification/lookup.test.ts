import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ancestors,
  classByName,
  classOrder,
  codesByName,
  type ListId,
  levelOf,
  lookup,
  parentOf,
} from '../../src/classification/index.ts';
import { conceptsOf } from '../../src/classification/lookup.ts';

describe('lookup', () => {
  test.each<[ListId, string, number | undefined, string | undefined]>([
    ['function', '2010301', undefined, '行政运行'],
    ['function', '210', 2013, '医疗卫生'],
    ['function', '210', 2018, '医疗卫生与计划生育支出'],
    ['function', '210', 2019, '卫生健康支出'],
    ['function', '20805', 2019, '行政事业单位离退休'],
    ['function', '20805', 2020, '行政事业单位养老支出'],
    ['function', '220', 2018, '国土海洋气象等支出'],
    ['function', '20819', 2023, '最低生活保障'],
    ['function', '2050202', 2023, '小学教育'],
    ['function', '2999999', 2023, undefined],
    ['economic', '310', 2017, '其他资本性支出'],
    ['economic', '310', 2018, '资本性支出'],
    ['economic', '30231', 2017, '公务用车运行维护费'],
    ['economic', '30110', 2017, undefined],
    ['economic-gov', '50206', 2021, '公务接待费'],
    ['procurement', 'A02010105', 2021, '便携式计算机'],
    ['procurement', 'A02010105', 2023, '台式计算机'],
    ['procurement', 'A0202', 2023, '办公设备'],
    ['procurement', 'C0205', 2021, '测试评估认证服务'],
    ['region', '310107', undefined, '普陀区'],
    ['region', '130185', undefined, '鹿泉市'],
  ])('%s %s in %s is %s', (list, code, year, name) => {
    expect(lookup(list, code, year)?.name).toBe(name);
  });

  test('an entry says where it stands, how far to trust it and its other names', () => {
    expect(lookup('function', '20805', 2023)).toEqual({
      list: 'function',
      code: '20805',
      name: '行政事业单位养老支出',
      parent: '208',
      level: 2,
      trust: 'verified',
      verified: { from: 2020 },
      otherNames: [{ name: '行政事业单位离退休', to: 2019 }],
    });
    expect(lookup('function', '20819')).toMatchObject({
      trust: 'general',
      otherNames: [{ name: '廉租住房支出', stale: true }],
    });
    expect(lookup('function', '224', 2018)).toMatchObject({ from: 2019 });
    expect(lookup('procurement', 'A02010104', { edition: '2013' })).toMatchObject({
      edition: '2013',
      name: '台式计算机',
    });
  });

  test.each<ListId>(['function', 'economic', 'economic-gov', 'procurement', 'region'])(
    '%s: every parent is an entry',
    (list) => {
      const orphans = [...conceptsOf(list).keys()].filter((code) => {
        const entry = lookup(list, code);
        return entry?.level !== 1 && (entry?.parent === undefined || !lookup(list, entry.parent));
      });
      expect(orphans).toEqual([]);
    },
  );
});

describe('codes', () => {
  test.each([
    ['201', 1, undefined, []],
    ['20103', 2, '201', ['201']],
    ['2010301', 3, '20103', ['201', '20103']],
    ['30217', 2, '302', ['302']],
    ['30', undefined, undefined, []],
    ['A0202', undefined, undefined, []],
  ])('%s', (code, level, parent, above) => {
    expect(levelOf(code)).toBe(level);
    expect(parentOf(code)).toBe(parent);
    expect(ancestors(code)).toEqual(above);
  });

  test('ancestors are prefixes, one level apart', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{3}(\d{2}){0,2}$/), (code) => {
        const chain = [...ancestors(code), code];
        chain.forEach((other, i) => {
          expect(code.startsWith(other)).toBe(true);
          expect(levelOf(other)).toBe(i + 1);
        });
      }),
    );
  });
});

describe('names to codes', () => {
  test.each([
    ['八、社会保障和就业支出', undefined, '208'],
    ['十、医疗卫生与计划生育支出', 2018, '210'],
    ['十 、卫 生 健 康 支 出', 2021, '210'],
    ['资源勘探信息等支出', 2019, '215'],
    ['资源勘探工业信息等支出', 2019, '215'],
    ['自然资源海洋气象等支出', undefined, '220'],
    ['其他支出', 2021, '229'],
    ['抗疫特别国债安排的支出', 2020, '234'],
    ['农林水事务支出', undefined, '213'],
    ['本年支出合计', 2021, undefined],
  ])('class %s (%s) is %s', (name, year, code) => {
    expect(classByName(name, year)).toBe(code);
  });

  test('every class is found by its name of every year', () => {
    for (let year = 2014; year <= 2026; year++)
      for (const code of classOrder(year)) expect(classByName(lookup('function', code, year)!.name, year)).toBe(code);
  });

  test('the 2021 balance sheet has thirty classes, the 2018 one neither 224 nor 234', () => {
    expect(classOrder(2021)).toHaveLength(30);
    expect(classOrder(2021).slice(18, 23)).toEqual(['220', '221', '222', '223', '224']);
    expect(classOrder(2018)).not.toContain('224');
    expect(classOrder(2019)).not.toContain('234');
  });

  test('codes by a name that several have', () => {
    expect(codesByName('function', '住房公积金')).toEqual(['2210201', '2290301']);
    expect(codesByName('economic', '因公出国(境)费用')).toEqual(['30212']);
  });
});
