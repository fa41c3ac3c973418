/** One sheet as a grid: written with the keyboard, marked by drawing, pasted into and copied from as in Excel. */
import type { LedgerColumn, LedgerSheet } from '@mingsuan/core/ledger/sheets';
import type { MoneyUnit } from '@mingsuan/core/money';
import { type ClipboardEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { type CellKeyboardEvent, type CellKeyDownArgs, DataGrid, type DataGridHandle } from 'react-data-grid';
import 'react-data-grid/lib/styles.css';
import { useText } from '../../../i18n/index.tsx';
import '../../../styles/ledger-grid.css';
import type { Row } from '../state/book.ts';
import { type Choice, codeOf } from '../state/choices.ts';
import { parseBlock, printBlock } from '../state/clipboard.ts';
import { isUnconfirmed } from '../state/confirm.ts';
import * as edits from '../state/edits.ts';
import { at, extended, type Position, rangeOf, type Selection } from '../state/selection.ts';
import { gridColumns, type Line, NUMBER, type Sums } from './columns.tsx';
import type { Mark } from './marks.ts';

export interface SheetGridProps {
  readonly sheet: LedgerSheet;
  readonly rows: readonly Row[];
  readonly unit: MoneyUnit;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly names: Readonly<Record<string, string>>;
  readonly sums: Sums | undefined;
  readonly selection: Selection | undefined;
  readonly onSelect: (selection: Selection) => void;
  /** A cell to go to, once for each object. */
  readonly goTo: { readonly place: Position } | undefined;
  readonly choicesOf: (column: LedgerColumn) => (() => Promise<readonly Choice[]>) | undefined;
  /** Undefined where it is only read. */
  readonly onChange: ((change: (rows: readonly Row[]) => readonly Row[]) => void) | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Blank lines below the last row, to go on writing. */
const SPARE = 15;
const ROW_HEIGHT = 32;

/** Pixels of a window in which columns that stay leave room for the others. */
const WIDE = 700;

const isField = ({ target }: { readonly target: EventTarget }): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

export function SheetGrid(props: SheetGridProps) {
  const { sheet, rows, unit, marks, names, sums, selection, onSelect, goTo, choicesOf, onChange } = props;
  const t = useText();
  const grid = useRef<DataGridHandle>(null);
  const typed = useRef(false);
  const width = sheet.columns.length;
  const lines = useMemo((): readonly Line[] => {
    const spare = Array.from({ length: onChange ? SPARE : 0 }, (_, i) => ({
      id: -1 - i,
      cells: sheet.columns.map(() => ''),
    }));
    return [...rows, ...spare].map((row, index) => ({ ...row, index }));
  }, [rows, sheet, onChange]);
  const range = useMemo(() => selection && rangeOf(selection), [selection]);

  const show = useCallback((row: number, column: number, shouldFocus = true) => {
    grid.current?.scrollToCell({ idx: column + 1, rowIdx: row });
    grid.current?.setActivePosition({ idx: column + 1, rowIdx: row }, { shouldFocus });
    // The cell that is active already is not set anew, and what was clicked would keep the focus.
    if (shouldFocus) grid.current?.element?.querySelector<HTMLElement>('[role=gridcell][aria-selected=true]')?.focus();
  }, []);
  const columns = useMemo(
    () =>
      gridColumns({
        sheet,
        unit,
        marks,
        names,
        range,
        choicesOf,
        usedIn: (column) => new Set(lines.map(({ cells }) => codeOf(cells[column] ?? '') || (cells[column] ?? ''))),
        isTyped: () => typed.current,
        isReadOnly: onChange === undefined,
        keepsFirst: innerWidth >= WIDE,
        onMove: (row, column) => show(row, Math.max(0, Math.min(width - 1, column))),
        words: { number: t('ledger.rowNumber'), total: t('ledger.total') },
      }),
    [sheet, unit, marks, names, range, lines, choicesOf, show, width, onChange, t],
  );

  useEffect(() => {
    if (goTo) show(goTo.place.row, goTo.place.column);
  }, [goTo, show]);

  const edit = (change: (rows: readonly Row[]) => readonly Row[]) => onChange?.(change);

  const onKey = (args: CellKeyDownArgs<Line, Sums>, event: CellKeyboardEvent) => {
    if (args.mode === 'EDIT' || !selection || !range) return;
    const { key, shiftKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const take = () => {
      event.preventDefault();
      event.preventGridDefault();
    };
    const command = isCommand ? key.toLowerCase() : '';
    typed.current = !isCommand && (key.length === 1 || key === 'Process');
    const drawn = shiftKey && !isCommand ? extended(selection, key, lines.length, width) : undefined;
    if (drawn) {
      take();
      onSelect(drawn);
      grid.current?.scrollToCell({ idx: drawn.head.column + 1, rowIdx: drawn.head.row });
    } else if (command === 'z') {
      take();
      (shiftKey ? props.onRedo : props.onUndo)();
    } else if (command === 'y') {
      take();
      props.onRedo();
    } else if (command === 'd') {
      take();
      edit((now) => edits.fillDown(now, range, width));
    } else if (command === 'a') {
      take();
      const last = { row: Math.max(0, rows.length - 1), column: width - 1 };
      onSelect({ anchor: { row: 0, column: 0 }, head: last });
    } else if (key === 'Delete' || key === 'Backspace') {
      take();
      edit((now) => edits.clear(now, range, width));
    } else if (key === 'F2' && args.column) {
      take();
      args.setActivePosition({ idx: args.column.idx, rowIdx: args.rowIdx }, { enableEditor: true });
    }
  };

  const copied = (event: ClipboardEvent): boolean => {
    if (isField(event) || !range) return false;
    event.preventDefault();
    event.clipboardData.setData('text/plain', printBlock(edits.textsIn(rows, range)));
    return true;
  };
  const onCut = (event: ClipboardEvent) => {
    if (copied(event)) edit((now) => edits.clear(now, range!, width));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isField(event) || !range || !onChange) return;
    event.preventDefault();
    const block = parseBlock(event.clipboardData.getData('text/plain'));
    if (block.length === 0) return;
    edit((now) => edits.paste(now, range, block, width));
    const [bottom, right] = [
      range.top + block.length - 1,
      range.left + Math.max(...block.map((row) => row.length)) - 1,
    ];
    onSelect({
      anchor: { row: range.top, column: range.left },
      head: { row: Math.max(bottom, range.bottom), column: Math.min(width - 1, Math.max(right, range.right)) },
    });
  };
  /** The mark follows the mouse that is held down. */
  const onDraw = (event: PointerEvent) => {
    if (event.buttons !== 1 || !selection || isField(event)) return;
    const cell = (event.target as Element).closest('.rdg-cell[role="gridcell"]');
    const line = Number(cell?.parentElement?.getAttribute('aria-rowindex')) - (sums ? 3 : 2);
    const column = Number(cell?.getAttribute('aria-colindex')) - 2;
    const isNew = line !== selection.head.row || column !== selection.head.column;
    if (cell && isNew && line >= 0 && line < lines.length && column >= 0)
      onSelect({ anchor: selection.anchor, head: { row: line, column } });
  };

  return (
    <div className="ledger-grid" onCopy={copied} onCut={onCut} onPaste={onPaste} onPointerMove={onDraw}>
      <DataGrid
        ref={grid}
        aria-label={sheet.name}
        className="rdg-own"
        columns={columns}
        rows={lines}
        rowKeyGetter={({ id }) => id}
        rowHeight={ROW_HEIGHT}
        headerRowHeight={36}
        summaryRowHeight={ROW_HEIGHT}
        topSummaryRows={sums ? [sums] : null}
        rowClass={(line) => (isUnconfirmed(sheet, line) ? 'ledger-unconfirmed' : undefined)}
        onCellMouseDown={({ column, rowIdx }, event) => {
          if (column.key === NUMBER) {
            event.preventGridDefault();
            const anchor =
              event.shiftKey && selection ? { row: selection.anchor.row, column: 0 } : { row: rowIdx, column: 0 };
            if (!event.shiftKey) show(rowIdx, 0);
            onSelect({ anchor, head: { row: rowIdx, column: width - 1 } });
          } else if (event.shiftKey && selection) {
            event.preventGridDefault();
            onSelect({ anchor: selection.anchor, head: { row: rowIdx, column: column.idx - 1 } });
          } else {
            typed.current = false;
            onSelect(at({ row: rowIdx, column: column.idx - 1 }));
          }
        }}
        onActivePositionChange={({ rowIdx, column }) => {
          if (column && column.key !== NUMBER && rowIdx >= 0) onSelect(at({ row: rowIdx, column: column.idx - 1 }));
        }}
        onCellKeyDown={onKey}
        onCellPaste={({ row }) => row}
        onFill={({ columnKey, sourceRow, targetRow }) => {
          const column = sheet.columns.findIndex(({ field }) => field === columnKey);
          return { ...targetRow, cells: targetRow.cells.with(column, sourceRow.cells[column] ?? '') };
        }}
        onRowsChange={(changed, { indexes, column }) => {
          const place = sheet.columns.findIndex(({ field }) => field === column.key);
          edit((now) =>
            indexes.reduce(
              (all, row) => edits.write(all, { row, column: place }, [[changed[row]!.cells[place] ?? '']], width),
              now,
            ),
          );
        }}
      />
    </div>
  );
}
