/** How a written workbook looks, and how wide and high things are: widths in characters, heights in points. */
import type { CellStyle } from 'hucre';
import type { ParagraphStyle } from '../../layout.ts';

const LINE = { style: 'thin', color: { rgb: '000000' } } as const;
export const BORDERED: CellStyle = { border: { top: LINE, right: LINE, bottom: LINE, left: LINE } };

/** The one column of a sheet of text, and what an A4 sheet across holds at a readable size. */
export const TEXT_WIDTH = 90;
const WIDE = 130;

const text = (size: number, horizontal: 'left' | 'center' | 'right', bold = false): CellStyle => ({
  font: { size, bold },
  alignment: { horizontal, vertical: 'center', wrapText: true },
});

const STYLES: Readonly<Record<ParagraphStyle['is'], CellStyle>> = {
  cover: text(24, 'center', true),
  heading: text(14, 'left', true),
  caption: text(16, 'center', true),
  number: text(10, 'left'),
  agency: text(10, 'left'),
  period: text(10, 'center'),
  unit: text(10, 'right'),
  note: text(10, 'left'),
  contents: text(11, 'left'),
  body: text(11, 'left'),
  todo: { ...text(11, 'left'), fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF3BF' } } },
};

/** How a paragraph looks in a sheet. */
export const styleOfText = (style: ParagraphStyle | undefined): CellStyle => STYLES[style?.is ?? 'body'];

/** Widths in characters that fill the paper, from relative ones. */
export function columnWidths(relative: readonly number[], wide: boolean): readonly number[] {
  const total = relative.reduce((sum, width) => sum + width, 0);
  return relative.map((width) => Math.max(4, Math.round((width / total) * (wide ? WIDE : TEXT_WIDTH))));
}

/** The height of a row that holds the text in so many characters' width; merged cells do not find it themselves. */
export function heightOf(content: string, width: number, size: number): number {
  const chars = [...content].reduce((sum, char) => sum + (char < '\u2000' ? 1 : 2), 0);
  const lines = Math.max(1, Math.ceil((chars * size) / 10 / Math.max(1, width - 1)));
  return Math.min(409, Math.round(lines * size * 1.35 + 3));
}

/** Where each of so many parts begins, so that they are about as wide: columns counted from 0. No more parts than columns. */
export function sharesOf(widths: readonly number[], parts: number): readonly number[] {
  const left = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const starts: number[] = [];
  for (let i = 0; i < parts; i += 1) {
    const wanted = (i * total) / parts;
    const far = (column: number) => Math.abs(left[column]! - wanted);
    let best = (starts.at(-1) ?? -1) + 1;
    for (let column = best; column <= widths.length - (parts - i); column += 1)
      if (far(column) < far(best)) best = column;
    starts.push(best);
  }
  return starts;
}
