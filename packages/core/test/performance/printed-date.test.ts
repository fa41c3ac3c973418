/** Days as they are printed, which of two is later, and words that name one. */
import { expect, it } from 'vitest';
import { dateIn, isLate } from '../../src/performance/printed-date.ts';
import { statedDates } from '../../src/performance/stated.ts';

it.each<[string, object | undefined]>([
  ['12月底前', { month: 12, isLimit: true }],
  ['2024年6月20日前完成', { year: 2024, month: 6, day: 20, isLimit: true }],
  ['于9月份', { month: 9, isLimit: false }],
  ['2024-06-20', { year: 2024, month: 6, day: 20, isLimit: false }],
  ['2024.12', { year: 2024, month: 12, isLimit: false }],
  ['1—6月', undefined],
  ['2024年1月至12月', undefined],
  ['3月、9月', undefined],
  ['12个月', undefined],
  ['95.5%', undefined],
])('%s', (text, expected) => {
  const found = dateIn(text);
  if (expected) expect(found).toMatchObject(expected);
  else expect(found).toBeUndefined();
});

it.each<[string, string, number | undefined, boolean | undefined]>([
  ['9月', '10月底前', undefined, false],
  ['11月', '10月底前', undefined, true],
  ['10月', '10月20日前', undefined, undefined],
  ['10月25日', '10月20日前', undefined, true],
  ['2025年3月', '10月底前', undefined, undefined],
  ['2025年3月', '10月底前', 2024, true],
  ['2025年3月', '2025年6月底前', 2024, false],
  ['12月底前', '10月底前', 2024, undefined],
])('%s for %s in %s is late: %s', (done, limit, year, expected) => {
  expect(isLate(dateIn(done)!, dateIn(limit)!, year)).toBe(expected);
});

it('a clause with one day and no other figure is dated', () => {
  expect(statedDates('平台于10月底前建成，3月采购20台，做好服务。')).toMatchObject([
    { subject: '平台建成', clause: '平台于10月底前建成' },
  ]);
});
