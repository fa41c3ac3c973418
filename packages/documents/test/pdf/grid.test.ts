import { expect, it } from 'vitest';
import type { Ruling } from '../../src/pdf/geometry.ts';
import { fillGrid, gridOf } from '../../src/pdf/grid.ts';
import { connected, withOpenColumns } from '../../src/pdf/rulings.ts';
import { glyphsOf, linesOfGrid, rule, type Word } from './made-table.ts';

const ROW = 20;

/** One row of cells between walls at `xs`, with the words on it. */
function row(xs: readonly number[], ...words: readonly Word[]): string {
  const wall = (at: number): Ruling => ({ horizontal: false, at, from: 0, to: ROW });
  const grid = gridOf([rule(0, xs[0]!, xs.at(-1)!), rule(ROW, xs[0]!, xs.at(-1)!), ...xs.map(wall)])!;
  fillGrid(grid, glyphsOf(words));
  return linesOfGrid(grid).join('/');
}

it('a name that is too long for its cell runs on over the amount of the next and stays whole', () => {
  expect(row([0, 95, 160], [2, 5, '（对个人和家庭的补助'], [158, 5, '4.82', 'r'])).toBe('（对个人和家庭的补助|4.82');
});

it('a centred header runs over both borders of its cell', () => {
  expect(row([0, 40, 100, 140], [70, 5, '公务用车购置费', 'c'])).toBe('|公务用车购置费|');
});

it('words of the next cell that stand near the border are its own: a gap parts them, or they are as long', () => {
  expect(row([0, 62, 120], [1, 5, '其他支出说明'], [64, 5, '无'])).toBe('其他支出说明|无');
  expect(row([0, 20, 40, 60], [0, 5, '科目类款项目'])).toBe('科目|类款|项目');
});

it('an amount that ends with its cell is parted from the number of the text in the next, and not from its own digits', () => {
  expect(row([0, 40, 160], [39.5, 5, '22.94', 'r'], [40.5, 5, '1'], [45.5, 5, '、人员经费'])).toBe('22.94|1、人员经费');
  expect(row([0, 26, 160], [0, 5, '1,022.94'])).toBe('1,022.94|');
});

it('an amount is parted from the code of the next cell that it touches; one that runs over a border stays whole', () => {
  expect(row([0, 46, 160], [45, 5, '15,051.51', 'r'], [45.5, 5, '30201'])).toBe('15,051.51|30201');
  expect(row([0, 46, 160], [5, 5, '115,051.51'])).toBe('115,051.51|');
});

it('columns whose cells go on over the whole page have no line across: lines from top to bottom beside a grid are its own', () => {
  const wall = (at: number, to = 2 * ROW): Ruling => ({ horizontal: false, at, from: 0, to });
  const lines = [...[0, ROW, 2 * ROW].map((at) => rule(at, 50, 90)), wall(50), wall(90)];
  const gridsOf = (...beside: Ruling[]) =>
    withOpenColumns(connected([...lines, ...beside])).flatMap((group) => gridOf(group) ?? []);
  const [grid, ...others] = gridsOf(wall(0), wall(25));
  expect([grid!.columns, grid!.cells.filter(({ rowSpan }) => rowSpan === 2).length, others.length]).toEqual([3, 2, 0]);
  // One that ends elsewhere is of something else.
  expect(gridsOf(wall(0, ROW))[0]!.columns).toBe(1);
});
