import { describe, expect, it } from 'vitest';
import { lineKey, numberingDepth, numberMark } from '../../src/text/numbering.ts';
import { numeral, parseNumeral } from '../../src/text/numerals.ts';

it.each([
  ['一、工资福利支出', 1, '工资福利支出'],
  ['十二、 其他支出', 1, '其他支出'],
  ['（一）一般公共预算', 2, '一般公共预算'],
  ['3.会议费', 3, '会议费'],
  ['（1）国内', 4, '国内'],
  ['②国外', 4, '国外'],
  ['2）商品和服务支出', 4, '商品和服务支出'],
  ['二）政府性基金', 2, '政府性基金'],
  ['其中：1、差旅费', 3, '差旅费'],
  ['1.5 万元', 0, '1.5万元'],
  ['2.208社会保障和就业支出', 3, '208社会保障和就业支出'],
  ['2.208万元', 0, '2.208万元'],
  ['（2010301）行政运行', 0, '（2010301）行政运行'],
  ['本年收入合计', 0, '本年收入合计'],
])('%s stands at depth %i', (label, depth, key) => {
  expect(numberingDepth(label)).toBe(depth);
  expect(lineKey(label)).toBe(key);
});

it('entries of a written list are marked', () => {
  const marks = (['chinese', 'bracketed', 'arabic'] as const).map((numbering) => numberMark(numbering, 12));
  expect(marks).toEqual(['十二、', '（十二）', '12、']);
});

describe('numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [35, '三十五'],
  ])('%i is %s', (n, text) => expect(numeral(n)).toBe(text));

  it('are read back', () => {
    for (let n = 1; n < 100; n += 1) expect(parseNumeral(numeral(n))).toBe(n);
    expect(parseNumeral('7')).toBe(7);
    expect(parseNumeral('部')).toBe(0);
  });
});
