/** A workbook as its file says it, whatever the format: sheets of cells as shown, merges, and what is hidden. */
import { positionOf } from '@mingsuan/core/model/cell-address';
import { UnreadableInput } from '../unreadable.ts';

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/** Rows and columns count from 0. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Rows of which two cells or more have borders: what people see as a table. Absent where the reader cannot tell. */
  readonly ruledRows?: ReadonlySet<number>;
}

/** A cell that shows something, or would if its formula had been calculated. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Its stored number, and the formula that it is the value of. */
  readonly number?: number;
  readonly formula?: string;
  /** A formula whose value the file does not hold. */
  readonly isUncalculated?: boolean;
}

export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** Cells with content in one workbook. Beyond this it is a ledger or a mistake, no disclosure. */
export const MAX_CELLS = 500_000;
/** Columns that are looked at; a sheet may format 16,384 of them, no statement has a fortieth. */
export const MAX_COLUMN = 400;

/** `A1:C2` → the merge; undefined for a single cell or anything else. */
export function mergeOf(range: string): Merge | undefined {
  const [from, to] = range.split(':').map(positionOf);
  if (!from || !to || to.row < from.row || to.column < from.column) return undefined;
  return { ...from, rowSpan: to.row - from.row + 1, colSpan: to.column - from.column + 1 };
}

/** The error of a workbook with more cells than a disclosure can have. */
export function tooManyCells(): UnreadableInput {
  return new UnreadableInput(
    'too-large',
    `工作簿里有内容的单元格超过 ${MAX_CELLS / 10_000} 万个，不像预决算公开文本，请只保留要公开的表再读。`,
  );
}
