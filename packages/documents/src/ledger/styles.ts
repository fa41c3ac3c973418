/** How the ledger's workbook looks: white cells are to be filled in, all others are locked. */
import type { CellStyle } from 'hucre';

const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;

export const TITLE: CellStyle = {
  font: { size: 12, bold: true },
  alignment: { vertical: 'center' },
  protection: { locked: true },
};
export const HEAD: CellStyle = {
  font: { bold: true },
  fill: fill('DDEBF7'),
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  protection: { locked: true },
};
export const LOCKED: CellStyle = { alignment: { vertical: 'center', wrapText: true }, protection: { locked: true } };
export const COMPUTED: CellStyle = {
  fill: fill('F2F2F2'),
  border,
  numFmt: '#,##0.00',
  protection: { locked: true },
};
/** Amounts that nobody has confirmed yet. */
export const MARKED: CellStyle = { fill: fill('FFF2CC') };
/** Cells that cannot be read. */
export const UNREAD: CellStyle = { fill: fill('F8CBAD') };
export const INPUT: CellStyle = {
  border,
  alignment: { vertical: 'center', wrapText: true },
  protection: { locked: false },
};
