/** Agency, period and unit above a table share its width, not its number of columns. */
import { expect, test } from 'vitest';
import { sharesOf } from '../../src/xlsx/write/styles.ts';

test.each([
  ['a narrow column of numbers first', [4, 30, 15, 30, 15], 3, [0, 2, 3]],
  ['columns alike', [10, 10, 10, 10, 10, 10], 3, [0, 2, 4]],
  ['as many parts as columns', [80, 5, 5], 3, [0, 1, 2]],
  ['one part', [4, 30], 1, [0]],
])('%s', (_, widths, parts, starts) => expect(sharesOf(widths, parts)).toEqual(starts));
