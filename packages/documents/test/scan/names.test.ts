import { expect, test } from 'vitest';
import type { Sign } from '../../src/scan/decode.ts';
import { asName } from '../../src/scan/names.ts';

/** Signs of a text; those behind a `?` are not sure. */
const signsOf = (said: string): Sign[] =>
  [...said.matchAll(/(\??)(.)/g)].map(([, unsure, text], at) => ({
    text: text!,
    confidence: unsure ? 0.6 : 0.99,
    from: at,
    to: at + 1,
    others: [],
  }));

test.each([
  ['?對政拨款', '财政拨款'],
  ['（3）?财个人和家庭的补助', '（3）对个人和家庭的补助'],
  ['8社会保障和就业支出', '8、社会保障和就业支出'],
  ['?营、教育支出', '教育支出'],
  ['）工资福利支出', '工资福利支出'],
  // Two characters or a sure one may be another name's; what is no number may be a part of the name.
  ['?對?改拨款', '對改拨款'],
  ['對政拨款', '對政拨款'],
  ['本级教育支出', '本级教育支出'],
  ['1.80教育支出', '1.80教育支出'],
  ['1,250.00', '1,250.00'],
])('%s is %s', (said, name) => {
  expect(
    asName(signsOf(said))
      .map(({ text }) => text)
      .join(''),
  ).toBe(name);
});
