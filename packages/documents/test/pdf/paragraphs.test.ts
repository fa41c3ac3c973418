/** Lines of a page joined to paragraphs. */
import { expect, it } from 'vitest';
import { paragraphsOf } from '../../src/pdf/paragraphs.ts';

const SIZE = 10;
/** A line that begins at the margin and ends at `right`. */
const line = (text: string, y: number, right: number) => {
  const box = [50, y, right, y + SIZE] as const;
  return { runs: [{ glyphs: [], text, box, size: SIZE }], box, size: SIZE };
};
const texts = (second: string, right: number) =>
  paragraphsOf([line('行政运行（项）', 100, right), line(second, 115, 545)], 1, 595, (box) => box).map(
    ({ paragraph }) => paragraph.text,
  );

it('a line goes on where what follows could not be broken', () => {
  expect(texts('（2010301）。年初预算90万元', 500)).toEqual(['行政运行（项）（2010301）。年初预算90万元']);
  expect(texts('年初预算90万元', 500)).toHaveLength(2);
  expect(texts('（2010301）。年初预算90万元', 400)).toHaveLength(2);
});
