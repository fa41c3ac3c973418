/** Rows of a filled sheet that are no lines of it: a head pasted once more, a sum of one's own, a remark below the table. */
import { squeeze } from '../text/fold.ts';
import { headerText } from './find-sheets.ts';
import type { LedgerColumn } from './sheets.ts';

export interface OddRow {
  readonly message: string;
  readonly column: number;
  /** It may be a line that somebody began: what follows from its absence is not told. */
  readonly mayBeLine?: boolean;
}

/** What a row is that is not read, in one sentence, and the column that shows it; undefined of a line. */
export function oddRow(
  cells: readonly string[],
  row: number,
  places: ReadonlyMap<LedgerColumn, number>,
): OddRow | undefined {
  const filled = [...places].filter(([, place]) => (cells[place] ?? '').trim() !== '');
  const [first] = filled;
  if (!first) return undefined;
  const [, column] = first;
  const nth = `第 ${row + 1} 行`;
  const isHead = filled.length > 1 && filled.every(([{ header }, at]) => headerText(cells[at]!) === headerText(header));
  if (isHead) return { message: `${nth}又是一行表头，没有读：请删去这一行。`, column };
  const required = [...places.keys()].filter((each) => each.required);
  const missing = required.filter((each) => !filled.some(([own]) => own === each));
  const sum = filled.find(
    ([{ cell, field }, at]) =>
      (cell.is === 'label' ? SUM : SUM_OF_PART).test(squeeze(cells[at]!)) &&
      (cell.is !== 'text' || missing.length > 0 || field === 'name'),
  );
  if (sum)
    return { message: `${nth}是“${cells[sum[1]]!.trim()}”，程序自己会加，没有读：请删去这一行。`, column: sum[1] };
  const { is } = first[0].cell;
  // 制表日期 2025-12-30: words where a code stands, and hardly anything beside them.
  if (is === 'code' && filled.length === 2 && missing.length > 2 && !/\d/.test(cells[column]!))
    return {
      message: `${nth}写的是“${cells[column]!.trim()}”，不像一笔数，没有读：请删去这一行，或补全。`,
      column,
      mayBeLine: true,
    };
  if (filled.length > 1 || required.length < 2 || is === 'money' || (is === 'text' && missing.length < 2))
    return undefined;
  const message = `${nth}只写了“${cells[column]!.trim()}”，其余没有填，没有读：请补全，或删去这一行。`;
  return { message, column, mayBeLine: true };
}

const SUM = /^(?:本页|本表)?(?:合计|总计|小计)[:]?$/;
/** Of a part, too: 人员经费小计. A project may be named with such a word at its beginning, not as its end. */
const SUM_OF_PART = /^[\p{Script=Han}、()]{0,16}(?:合计|总计|小计)[:]?$/u;
