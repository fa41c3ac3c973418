/** One worksheet's XML → its cells as shown. */

import { positionOf } from '@mingsuan/core/model/cell-address';
import { NO_VALUE } from '../layout.ts';
import { type Attributes, isOn, readXml } from '../office/xml.ts';
import { stripped } from '../strip.ts';
import { superscript } from '../superscript.ts';
import { neverCalculated } from './formulas.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';
import { unescaped } from './shared-strings.ts';
import type { CellStyle } from './styles.ts';
import { MAX_CELLS, MAX_COLUMN, type Merge, mergeOf, type Sheet, type SheetCell, tooManyCells } from './workbook.ts';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  /** Shared by the sheets of a workbook. */
  readonly budget: { cells: number };
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly format: NumberFormat;
  value?: string;
  inline: string;
  isFormula: boolean;
  formula: string;
}

const PLAIN: CellStyle = { format: numberFormat('General'), hasBorder: false };
const DEFAULT_WIDTH = 8;

/** A worksheet's cells with the text they show. */
export function readSheet(xml: string, context: SheetContext): Omit<Sheet, 'name' | 'isHidden'> {
  const cells: SheetCell[] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  /** Bordered cells in each row. */
  const borders = new Map<number, number>();
  let showsZeros = true;
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;
  let isRaised = false;
  const openers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    sheetView({ showZeros }) {
      showsZeros = isOn(showZeros);
    },
    col({ min, max, hidden, width }) {
      const last = Math.min(Number(max), MAX_COLUMN);
      if (isHidden(hidden, width)) for (let c = Number(min); c <= last; c++) hiddenColumns.add(c - 1);
    },
    row({ r, hidden, ht }) {
      row = r === undefined ? row + 1 : Number(r) - 1;
      column = -1;
      if (isHidden(hidden, ht)) hiddenRows.add(row);
    },
    c({ r, t = 'n', s = '0' }) {
      const at = (r === undefined ? undefined : positionOf(r)) ?? { row, column: column + 1 };
      column = at.column;
      const { format, hasBorder } = context.styles[Number(s)] ?? PLAIN;
      if (hasBorder) borders.set(at.row, (borders.get(at.row) ?? 0) + 1);
      cell = { ...at, type: t, format, inline: '', isFormula: false, formula: '' };
      isRaised = false;
    },
    r() {
      isRaised = false;
    },
    vertAlign({ val }) {
      isRaised = val === 'superscript';
    },
    v() {
      if (cell) cell.value = '';
    },
    f() {
      if (cell) cell.isFormula = true;
    },
    mergeCell({ ref = '' }) {
      const merge = mergeOf(ref);
      if (merge) merges.push(merge);
      if (merges.length > MAX_CELLS) throw tooManyCells();
    },
  };
  readXml(xml, {
    open: (name, attributes) => openers[name]?.(attributes),
    text(text, path) {
      if (!cell) return;
      const name = path.at(-1);
      if (name === 'v') cell.value += text;
      else if (name === 'f') cell.formula += text;
      else if (name === 't' && path.at(-2) !== 'rPh') cell.inline += isRaised ? superscript(text) : text;
    },
    close(name) {
      if (name !== 'c' || !cell) return;
      const done = closed(cell, context, showsZeros);
      if (done && done.column <= MAX_COLUMN) cells.push(done);
      if (done) context.budget.cells += 1;
      if (context.budget.cells > MAX_CELLS) throw tooManyCells();
      cell = undefined;
    },
  });
  const ruledRows = new Set([...borders].flatMap(([at, count]) => (count > 1 ? [at] : [])));
  const stale = neverCalculated(cells);
  return {
    cells: stale.size === 0 ? cells : cells.map((each) => (stale.has(each) ? uncalculated(each) : each)),
    merges,
    hiddenRows,
    hiddenColumns,
    ruledRows,
  };
}

/** Squeezed to nothing is hidden too. */
const isHidden = (hidden: string | undefined, size: string | undefined): boolean =>
  (hidden !== undefined && isOn(hidden)) || Number(size ?? DEFAULT_WIDTH) === 0;

/** The cell, where it shows something or a formula in it has no value. */
function closed(cell: OpenCell, context: SheetContext, showsZeros: boolean): SheetCell | undefined {
  const { row, column } = cell;
  const holdsText = cell.type === 'str' || cell.type === 'inlineStr';
  if (cell.isFormula && !cell.value && !holdsText) return uncalculated({ row, column });
  if (cell.value === undefined && cell.inline === '') return undefined;
  const text = cleaned(shownText(cell, context, showsZeros));
  if (text === '') return undefined;
  const { type, value = '', formula } = cell;
  const number = type === 'n' && value !== '' ? Number(value) : undefined;
  return {
    row,
    column,
    text,
    ...(number === undefined ? {} : { number }),
    ...(formula === '' ? {} : { formula }),
  };
}

const uncalculated = ({ row, column }: Pick<SheetCell, 'row' | 'column'>): SheetCell => ({
  row,
  column,
  text: NO_VALUE,
  isUncalculated: true,
});

function shownText({ type, value = '', inline, format }: OpenCell, context: SheetContext, showsZeros: boolean): string {
  switch (type) {
    case 's':
      return format.text(context.strings[Number(value)] ?? '');
    case 'inlineStr':
      return format.text(unescaped(inline));
    case 'str':
      return format.text(unescaped(value));
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return value;
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
    default: {
      const number = value.trim() === '' ? Number.NaN : Number(value);
      return number === 0 && !showsZeros ? '' : format.number(number);
    }
  }
}

/** Line ends stay: people break lines in cells. */
export const cleaned = (text: string): string =>
  stripped(text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' '), ' \n');
