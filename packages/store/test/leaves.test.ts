/** Where rows stand in their table: what a sum over the leaves, or over a level, counts. */
import { expect, it } from 'vitest';
import { placesIn, placesOf } from '../src/projection/leaves.ts';

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
  ['units below their total', [row('total', '合计'), row('甲', '甲', { unit: '1' })], '0 1.'],
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

const told = (...rows: readonly (readonly [key: string, fen: number, unit?: string])[]): string => {
  const list = rows.map(([key, fen, unit]) => ({ key, label: key, unit, cells: { total: { fen } } }));
  const places = placesIn(list);
  return list.map((one) => (places.get(one)!.leaf ? '1' : '0')).join('');
};
const WAN = 1_000_000;

it.each([
  [
    'a department above its units, both of one name',
    '00111',
    told(['total', 9 * WAN], ['局', 9 * WAN], ['局', 4 * WAN], ['院', 3 * WAN], ['所', 2 * WAN]),
  ],
  [
    'a unit within a department of its own code',
    '001',
    told(['total', 9 * WAN], ['局', 9 * WAN, '121'], ['局', 9 * WAN, '121001']),
  ],
  [
    'units above their functions, rounded',
    '0001011',
    told(
      ['total', 9 * WAN],
      ['局', 5 * WAN],
      ['201', 5 * WAN, '局'],
      ['20101', 5 * WAN, '局'],
      ['院', 4 * WAN + 10_000],
      ['201', 3 * WAN, '院'],
      ['208', 1 * WAN, '院'],
    ),
  ],
  ['units of one size are units', '0111', told(['total', 9 * WAN], ['甲', 3 * WAN], ['乙', 3 * WAN], ['丙', 3 * WAN])],
  [
    'where nothing comes to the total nobody knows',
    '0111',
    told(['total', 20 * WAN], ['甲', 3 * WAN], ['乙', 3 * WAN], ['丙', 3 * WAN]),
  ],
])('%s', (_, leaves, found) => {
  expect(found).toBe(leaves);
});
