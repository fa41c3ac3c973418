import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimal, parseTarget, printTarget } from '../../src/performance/target.ts';
import type { Comparator } from '../../src/performance/units.ts';

const READ: readonly (readonly [text: string, comparator: string, number?: string, unit?: string])[] = [
  ['≥90%', '≥', '90', '%'],
  ['≥ 1 万页', '≥', '1', '万页'],
  ['≤5工作日', '≤', '5', '工作日'],
  ['12月底前', 'before', '12', '月底'],
  ['当年 12 月前', 'before', '12', '月'],
  ['≤6月30日前', 'before', '6', '月30日'],
  ['1场', '=', '1', '场'],
  ['100%', '=', '100', '%'],
  ['≤338 万', '≤', '338', '万'],
  ['≥15亿条', '≥', '15', '亿条'],
  ['≤450元/人天', '≤', '450', '元/人天'],
  ['达到85%及以上', '≥', '85', '%'],
  ['不低于 95.5%', '≥', '95.5', '%'],
  ['小于等于3次', '≤', '3', '次'],
  ['20项以上', '≥', '20', '项'],
  ['$\\geq 80\\%$', '≥', '80', '%'],
  ['>=60％', '≥', '60', '%'],
  ['≥1,200人', '≥', '1200', '人'],
  ['<1次', '<', '1', '次'],
  ['效果显著', 'qualitative'],
  ['有所提高', 'qualitative'],
  ['低于或等于预算价', 'qualitative'],
  ['80%-90%', 'qualitative'],
  ['23-1时', 'qualitative'],
  ['2月29日前', 'before', '2', '月29日'],
  ['≥80%，≤90%', 'qualitative'],
  ['≥90%，≤30天', 'qualitative'],
  ['≥1,000次，≤900元', 'qualitative'],
  ['24小时×365天', 'qualitative'],
];

const MALFORMED: readonly (readonly [text: string, malformed: string])[] = [
  ['≥100百分号', 'unit-in-words'],
  ['≥90 百分比', 'unit-in-words'],
  ['≥ **%', 'no-number'],
  ['≥', 'no-number'],
  ['≤XX天', 'no-number'],
  ['低于达到5%及以上', 'contradiction'],
  ['≥90%以下', 'contradiction'],
  ['≥≤95%', 'contradiction'],
  ['≥90%，≤80%', 'contradiction'],
  ['不低于90%；不超过80%', 'contradiction'],
  ['95%%', 'double-unit'],
  ['≥9O%', 'broken-number'],
  ['≥1.2.3%', 'broken-number'],
  ['13月底前', 'broken-number'],
  ['95%-90%', 'reversed-span'],
  ['5-3个', 'reversed-span'],
  ['9月31日前', 'no-such-day'],
  ['2月30日前', 'no-such-day'],
];

const number = (text: string): string | undefined => {
  const { number: found } = parseTarget(text);
  return found && printTarget({ comparator: '=', number: found, text: '' });
};

describe('parseTarget', () => {
  it.each(READ.map(([text, ...read]) => ({ text, read })))('$text', ({ text, read: [comparator, digits, unit] }) => {
    const target = parseTarget(text);
    expect([target.comparator, number(text), target.unit]).toEqual([comparator, digits, unit]);
    expect(target.malformed).toBeUndefined();
  });

  it.each(MALFORMED)('%s is %s', (text, malformed) => {
    expect(parseTarget(text).malformed).toBe(malformed);
  });

  it('reads what it prints', () => {
    const comparators: Comparator[] = ['≥', '≤', '=', '>', '<'];
    const decimal = fc.record({ units: fc.nat(10 ** 9), scale: fc.nat(3) });
    const units = fc.constantFrom('', '%', '个', '万元', '元/人天', '工作日', '人次', '万平方米');
    fc.assert(
      fc.property(fc.constantFrom(...comparators), decimal, units, (comparator, number, unit) => {
        const target = { comparator, number, text: '', ...(unit === '' ? {} : { unit }) };
        const text = printTarget(target);
        expect(parseTarget(text)).toEqual({ ...target, text });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.constantFrom('月', '月底', '月15日'), (month, unit) => {
        const target = { comparator: 'before', number: { units: month, scale: 0 }, unit, text: '' } as const;
        const text = printTarget(target);
        expect(parseTarget(text)).toEqual({ ...target, text });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseTarget(text).text).toBe(text);
      }),
    );
  });

  it('compares across scales', () => {
    expect(compareDecimal({ units: 985, scale: 1 }, { units: 98, scale: 0 })).toBeGreaterThan(0);
    expect(compareDecimal({ units: 980, scale: 1 }, { units: 98, scale: 0 })).toBe(0);
  });
});
