/** A composed cell as a workbook's: an exact number in the printed form, a formula where the table itself adds up, or text. */
import type { Cell } from 'hucre';
import type { TableCell } from '../../layout.ts';
import { BORDERED } from './styles.ts';

export interface Place {
  /** Row of the sheet in which the table begins, counted from 0. */
  readonly first: number;
  readonly isHead: boolean;
  readonly align: 'left' | 'center' | 'right';
}

/** A composed cell as a workbook holds it. */
export function writtenCell({ text, amount, sum }: TableCell, { first, isHead, align }: Place): Partial<Cell> {
  const style = {
    ...BORDERED,
    font: { size: 9, bold: isHead },
    alignment: { horizontal: align, vertical: 'center', wrapText: true },
  } as const;
  const printed = /^(-?)([\d,]+)(?:\.(\d+))?$/.exec(text);
  if (!amount || !printed) return { value: text, type: 'string', style: { ...style, numFmt: '@' } };
  const value = Number(text.replaceAll(',', ''));
  const decimals = printed[3]?.length ?? 0;
  const whole = printed[2]!.includes(',') ? '#,##0' : '0';
  const number = { style: { ...style, numFmt: decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole } };
  if (!sum || sum.length === 0) return { value, type: 'number', ...number };
  return { value, type: 'formula', formula: formulaOf(sum, first, decimals), formulaResult: value, ...number };
}

/** Rounded, for a workbook adds in binary fractions. */
function formulaOf(sum: NonNullable<TableCell['sum']>, first: number, decimals: number): string {
  const cells = (sign: 1 | -1) =>
    sum.filter((part) => part.sign === sign).map(({ row, column }) => `${columnName(column)}${first + row + 1}`);
  const [plus, minus] = [cells(1), cells(-1)];
  const less = minus.length > 0 ? `-SUM(${minus.join(',')})` : '';
  return `ROUND(${plus.length > 0 ? `SUM(${plus.join(',')})` : '0'}${less},${decimals})`;
}

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
