import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignColumns, displayWidth, padEnd, padStart, wrap } from '../src/format/width.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['预算', 4],
  ['（302）', 7],
  ['①a', 2],
  ['𠮷', 2],
  ['e\u0301', 1],
])('displayWidth(%j) = %d', (text, width) => expect(displayWidth(text)).toBe(width));

test('padding counts columns, not characters', () => {
  expect(padEnd('预算', 6)).toBe('预算  ');
  expect(padStart('预算', 6)).toBe('  预算');
  expect(padEnd('预算', 2)).toBe('预算');
});

describe('wrap', () => {
  test.each([
    ['收支总表的合计', 8, ['收支总表', '的合计']],
    ['相差1234.56万元', 8, ['相差', '1234.56', '万元']],
    ['收入，支出', 4, ['收入，', '支出']],
    ['one two three', 7, ['one two', 'three']],
    ['', 8, []],
  ])('%j in %d columns', (text, width, lines) => expect(wrap(text, width)).toEqual(lines));

  test('loses nothing but spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('预', '算', '。', 'a', '1', ' ') }),
        fc.integer({ min: 2, max: 20 }),
        (text, width) => {
          expect(wrap(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});

test('columns stand under each other', () => {
  const rows = [
    ['报表', '行数'],
    ['a', '12'],
  ];
  expect(alignColumns(rows, [false, true])).toEqual(['报表  行数', 'a       12']);
});
