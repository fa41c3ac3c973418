/** The 合计 row of a table set in the last row of its header: 合计 | 0 | 5.00 | 合计 | 基本支出 | 项目支出, with 本年支出 over the last three. */
import { isTotalLabel } from '@mingsuan/core/forms/index';
import { parseAmount } from '@mingsuan/core/money';
import { squeeze } from '@mingsuan/core/text/fold';
import type { TableCell } from '../layout.ts';
import { isHeaderWord } from './header.ts';
import { isAmount } from './shape/cells.ts';

type Row = readonly TableCell[];

/** No header has more rows above its last one. */
const MOST = 5;

/** The rows with the words of such a row as a header row before it; what stands in the places of its own figures is no number, and is said so. */
export function withHeaderOfTotal(rows: readonly Row[]): readonly Row[] {
  const at = rows.findIndex((row) => row.some(isAmount));
  const row = rows[at];
  if (at < 1 || at > MOST || !row || !isShared(row)) return rows;
  const first = row.findIndex(isFilled);
  const words = row.map((cell, i) => (i > first && isWord(cell) ? cell : { ...cell, text: '' }));
  return [...rows.slice(0, at), words, ...rows.slice(at)];
}

const isFilled = ({ text }: TableCell): boolean => squeeze(text) !== '';
const isWord = (cell: TableCell): boolean => isFilled(cell) && !isAmount(cell) && isHeaderWord(cell.text);

/** A row of 合计 in which several headers stand among the amounts, and nothing else. */
function isShared(row: Row): boolean {
  const [label, ...others] = row.filter(isFilled);
  return (
    label !== undefined &&
    isTotalLabel(label.text) &&
    others.filter(isWord).length > 1 &&
    others.every((cell) => isWord(cell) || parseAmount(cell.text, '元') !== undefined)
  );
}
