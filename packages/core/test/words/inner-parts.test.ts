/** A part that is told with its own parts counts once. */
import { expect, it } from 'vitest';
import { withoutInner } from '../../src/rules/words/inner-parts.ts';

const outer = (parts: readonly number[], step = 0) => withoutInner(parts, (part) => part, step);

it.each([
  ['none has parts of its own', [3, 4, 5], [3, 4, 5]],
  ['the last has', [20, 5, 16, 6, 10], [20, 5, 16]],
  ['one in the middle has', [20, 16, 6, 10, 7], [20, 16, 7]],
  ['one that is as large as the next is no whole of it', [4, 4, 7], [4, 4, 7]],
] as const)('%s', (_, parts, expected) => {
  expect(outer(parts)).toEqual(expected);
});

it('each part may be rounded', () => {
  expect([outer([100, 33, 33, 33], 1), outer([100, 33, 33, 31], 1)]).toEqual([[100], [100, 33, 33, 31]]);
});
