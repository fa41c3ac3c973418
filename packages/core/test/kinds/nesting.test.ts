/** The levels of a list, told by its sums alone. */

import { describe, expect, it } from 'vitest';
import { nestBySums, stepOfCells } from '../../src/kinds/nesting.ts';

const top = undefined;

describe('nestBySums', () => {
  it.each([
    ['a flat list', [10, 20, 30], 60, [top, top, top]],
    ['a unit above its projects', [60, 10, 20, 30], 60, [top, 0, 0, 0]],
    ['two units', [30, 10, 20, 7, 3, 4], 37, [top, 0, 0, top, 3, 3]],
    ['a part that has one part', [50, 20, 20, 30, 30], 50, [top, 0, 1, 0, 3]],
    ['equal neighbours of a flat list', [18, 18, 4], 40, [top, top, top]],
    ['rows without an amount', [undefined, 10, 20], 30, [top, top, top]],
    ['no total: a unit above its projects', [60, 10, 20, 30], undefined, [top, 0, 0, 0]],
    ['no rows', [], 5, []],
  ])('%s', (_, amounts, total, parents) => {
    expect(nestBySums(amounts, total, 1)).toEqual(parents);
  });

  it.each([
    ['a row is missing', [10, 20], 60],
    ['no total, and equal neighbours', [18, 18], undefined],
    ['no total, and nothing adds up', [5, 18, 7], undefined],
  ])('nothing is told: %s', (_, amounts, total) => {
    expect(nestBySums(amounts, total, 1)).toBeUndefined();
  });

  it('the rounding of all parts counts, and no more', () => {
    expect(nestBySums([333, 333, 333], 1000, 1)).toEqual([top, top, top]);
    expect(nestBySums([333, 333, 333], 1002, 1)).toBeUndefined();
  });

  it('a long list that adds up to nothing is given up in time', () => {
    const amounts = Array.from({ length: 400 }, (_, i) => 100 + (i % 7));
    expect(nestBySums(amounts, 12_345_678, 1)).toBeUndefined();
  });

  it('a long list of units and what each does, where a search would not end', () => {
    const units = Array.from({ length: 24 }, (_, unit) =>
      Array.from({ length: 5 }, (__, project) => 1000 + ((unit * 7919 + project * 104_729) % 99_991)),
    );
    const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
    const amounts = [sum(units.flat()), ...units.flatMap((projects) => [sum(projects), ...projects])];
    expect(nestBySums(amounts, undefined, 1)!.slice(0, 8)).toEqual([top, 0, 1, 1, 1, 1, 1, 0]);
  });
});

it.each([
  [['69.00', 69_000_000], 10_000],
  [['69', 69_000_000], 1_000_000],
  [['0.00', 0], 1],
] as const)('%j is printed to a step of %s fen', ([text, fen], step) => {
  expect(stepOfCells([{ text, fen, origin: {} }])).toBe(step);
});
