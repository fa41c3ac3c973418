/** Where rows stand in their table: what a sum over the leaves, or over a level, counts. */
import { expect, it } from 'vitest';
import { placesOf } from '../src/projection/leaves.ts';

const row = (key: string, label = key, more: object = {}) => ({ key, label, ...more });

it.each([
  [
    'codes within codes',
    [row('total', '合计'), row('201'), row('20101'), row('2010101'), row('20103'), row('208')],
    '0 1 2 3. 2. 1.',
  ],
  ['a total alone', [row('total', '合计')], '0.'],
  ['an item without its class', [row('total', '合计'), row('2010101')], '0 3.'],
  [
    'a part of a line',
    [
      row('本年收入合计'),
      row('财政拨款', '一、财政拨款'),
      row('教育', '其中：教育', { partOf: '财政拨款' }),
      row('其他'),
    ],
    '0 1 2. 1.',
  ],
  ['units apart', [row('201', '类', { unit: '甲' }), row('20101', '款', { unit: '乙' })], '1. 2.'],
  ['sides apart', [row('201', '类', { side: 'revenue' }), row('20101', '款', { side: 'expenditure' })], '1. 2.'],
  ['a circle of wholes ends', [row('甲', '甲', { partOf: '乙' }), row('乙', '乙', { partOf: '甲' })], '5 5'],
])('%s', (_, rows, told) => {
  expect(
    placesOf(rows)
      .map(({ leaf, level }) => `${level}${leaf ? '.' : ''}`)
      .join(' '),
  ).toBe(told);
});
