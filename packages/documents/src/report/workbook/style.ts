/** How the checklist looks: fonts, borders and column widths of the bureau's printed sheet. */
import type { BorderStyle, CellStyle, PageSetup } from 'hucre';

const FONT = { name: '宋体', size: 10.5 };
const THIN = { style: 'thin' } as const;
const BORDER: BorderStyle = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const RED = { rgb: 'C00000' };
const GRAY = { rgb: '595959' };

const cell = (style: CellStyle): CellStyle => ({ border: BORDER, ...style, font: { ...FONT, ...style.font } });
const middle = { horizontal: 'center', vertical: 'center', wrapText: true } as const;
const text = { horizontal: 'left', vertical: 'top', wrapText: true } as const;

export const STYLES = {
  title: { font: { ...FONT, size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  about: { font: { ...FONT, bold: true }, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } },
  remark: { font: { ...FONT, size: 9, color: GRAY }, alignment: text },
  head: cell({
    font: { bold: true },
    alignment: middle,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECF4' } },
  }),
  center: cell({ alignment: middle }),
  text: cell({ alignment: text }),
  note: cell({ font: { color: GRAY }, alignment: text }),
  met: cell({ alignment: middle }),
  unmet: cell({ font: { color: RED, bold: true }, alignment: middle }),
  link: cell({ font: { color: { rgb: '0563C1' }, underline: true }, alignment: text }),
} satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof STYLES;

export const PAGE: PageSetup = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.55, header: 0.25, footer: 0.25 },
};

export const FOOTER = '&C第 &P 页，共 &N 页';

/** A column's width counts digits of the default font (宋体 11); the text of cells is a little smaller. */
export const DEFAULT_FONT = { name: '宋体', size: 11 };
const PIXELS_A_DIGIT = 8;
const COLUMN_GAP = 5;
const PIXELS_A_CHARACTER = 7;
const LINE_POINTS = 14.5;
const PADDING_POINTS = 5;

/** A row cannot be higher. */
export const HIGHEST_ROW = 409;

/** The pixels of a column's width in characters. */
export const pixelsOf = (columnWidth: number): number => columnWidth * PIXELS_A_DIGIT + COLUMN_GAP;

/** The height in points that a text takes in a column of so many characters. */
export function textHeight(value: string, columnWidth: number): number {
  const room = Math.floor((columnWidth * PIXELS_A_DIGIT) / PIXELS_A_CHARACTER) - 2;
  const lines = value.split('\n').map((line) => Math.max(1, Math.ceil(charactersOf(line) / room)));
  const sum = lines.reduce((total, count) => total + count, 0);
  return Math.min(HIGHEST_ROW, sum * LINE_POINTS + PADDING_POINTS);
}

/** Chinese characters and their punctuation take two. */
const charactersOf = (line: string): number =>
  [...line].reduce((sum, character) => sum + (character.codePointAt(0)! >= 0x2000 ? 2 : 1), 0);
