import { describe, expect, it } from 'vitest';
import { treeBySums } from '../../src/equations/line-tree.ts';

describe('treeBySums', () => {
  it.each<[string, number[], number, number[] | undefined]>([
    ['a flat list', [60, 40], 100, [-1, -1]],
    ['a whole before its parts', [100, 60, 40, 20], 120, [-1, 0, 0, -1]],
    ['a whole before its only part, and lines of nothing', [100, 100, 0, 0], 100, [-1, 0, -1, -1]],
    ['three levels: class, section, item', [90, 90, 50, 40, 10, 10, 10], 100, [-1, 0, 1, 1, -1, 4, 5]],
    ['a list that is off', [60, 44], 100, undefined],
    ['a part that is off by more than rounding', [100, 60, 47], 100, undefined],
  ])('%s', (_, amounts, total, parents) => {
    expect(treeBySums(amounts, total, 1)).toEqual(parents);
  });

  it('gives up on a long list that is none, in time', () => {
    const amounts = Array.from({ length: 80 }, (_, i) => 1000 + ((i * 37) % 91));
    expect(treeBySums(amounts, 123_456_789, 1)).toBeUndefined();
  });
});
