/** A table that runs off what the page shows, and those that only look so. */
import { expect, it } from 'vitest';
import { dropCutFigures, isCutOff } from '../../src/pdf/cut-tables.ts';
import type { Ruling } from '../../src/pdf/geometry.ts';
import { fillGrid, gridOf } from '../../src/pdf/grid.ts';
import { glyphsOf, rule, type Word } from './made-table.ts';

const down = (...ats: number[]): Ruling[] => ats.map((at) => ({ horizontal: false, at, from: 40, to: 100 }));
const across = (from: number, to: number) => [40, 70, 100].map((y) => rule(y, from, to));
const cut = (rulings: Ruling[], ...last: Word[]) => {
  const words: Word[] = [[50, 50, '合计'], [50, 80, '5.00'], [110, 50, '会议费'], [110, 80, '2.00'], ...last];
  const grid = gridOf(rulings)!;
  fillGrid(grid, glyphsOf(words));
  return isCutOff(grid, rulings);
};
const HEAD: Word = [170, 50, '培训'];
/** Over the last line down, where nothing parts the header. */
const GROUP: Word = [145, 50, '当年增减'];

it('a table whose lines run on, with the words of a header behind the last line down, is cut off', () => {
  expect(cut([...down(40, 100, 160), ...across(40, 195)], HEAD)).toBe(true);
  expect(cut([...down(40, 100), { horizontal: false, at: 160, from: 70, to: 100 }, ...across(40, 190)], GROUP)).toBe(
    true,
  );
});

it.each([
  ['closed', [...down(40, 100, 160, 195), ...across(40, 195)], [HEAD]],
  [
    'without its last line, its figures printed',
    [...down(40, 100, 160), ...across(40, 195)],
    [HEAD, [170, 80, '3.00']],
  ],
  ['with lines a little longer, nothing behind', [...down(40, 100, 160), ...across(40, 169)], []],
  ['with words that end before the lines do', [...down(40, 100, 160), ...across(40, 230)], [HEAD]],
  ['without sides', [...down(100, 160), ...across(40, 195)], [HEAD]],
] as [string, Ruling[], Word[]][])('one %s is whole', (_, rulings, last) => {
  expect(cut(rulings, ...last)).toBe(false);
});

it('a figure that the page shows in part is not read', () => {
  const rulings = [...down(40, 100, 160), ...across(40, 190)];
  const grid = gridOf(rulings)!;
  const words: Word[] = [[50, 50, '合计'], [110, 80, '2.00'], HEAD, [170, 80, '-172']];
  fillGrid(
    grid,
    glyphsOf(words).map((glyph) => (glyph.x1 > 188 ? { ...glyph, hidden: true } : glyph)),
  );
  dropCutFigures(grid);
  const text = grid.cells.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('');
  expect([text.includes('2.00'), text.includes('17')]).toEqual([true, false]);
});
