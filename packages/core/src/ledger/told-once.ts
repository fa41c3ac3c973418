/** Faults of a filled workbook that have one cause are one: the first is told, with how many cells are like it. */
import { groupsBy } from '../group-by.ts';
import { positionOf } from '../model/cell-address.ts';
import type { LedgerFault } from './find-sheets.ts';

/** So many cells of a column with the same fault are the column's. */
const OF_COLUMN = 3;

/** The faults without those that say again what one before them says of the same cause. */
export function toldOnce(faults: readonly LedgerFault[]): readonly LedgerFault[] {
  return groupsBy(faults, causeOf).flatMap((alike) => {
    const first = alike[0]!;
    const isSame = alike.every(({ message }) => message === first.message);
    const sheets = new Set(alike.map(({ origin }) => origin.sheet)).size;
    if (sheets > 1) return [{ ...first, message: `${first.message}共有 ${sheets} 张表这样。` }];
    if (alike.length < OF_COLUMN && !(isSame && alike.length > 1 && RANGE.test(first.message))) return alike;
    return [
      RANGE.test(first.message) ? first : { ...first, message: `${first.message}这一列共有 ${alike.length} 格这样。` },
    ];
  });
}

/** Cells merged into one are named by their range. */
const RANGE = /^[A-Z]+\d+:[A-Z]+\d+ /;
/** What the head of a whole workbook says. */
const OF_HEADS = /^表头写的是/;

/** The same words, whatever cell they quote, in the same column of a sheet; heads that name a unit, of the whole workbook. */
function causeOf({ message, origin: { sheet = '', address } }: LedgerFault): string {
  if (OF_HEADS.test(message)) return message;
  const column = address === undefined ? undefined : positionOf(address)?.column;
  if (column === undefined || RANGE.test(message)) return `${sheet} ${message}`;
  return `${sheet} ${column} ${message.replace(/“[^”]*”|[\d,.]+/g, '*')}`;
}
