/** The columns of a sheet's grid: the number of the row, then the form's own. */
import type { LedgerColumn, LedgerSheet } from '@mingsuan/core/ledger/sheets';
import { type Fen, formatAmount, type MoneyUnit, separated } from '@mingsuan/core/money';
import type { Column, RenderEditCellProps } from 'react-data-grid';
import type { Row } from '../state/book.ts';
import type { Choice } from '../state/choices.ts';
import { isWithin, type Range } from '../state/selection.ts';
import { CellEditor } from './cell-editor.tsx';
import { CellText } from './cell-text.tsx';
import { keyOf, type Mark } from './marks.ts';

/** A row with where it stands. Rows below the last one have ids below zero. */
export interface Line extends Row {
  readonly index: number;
}

export type Sums = Readonly<Record<string, Fen>>;

export interface ColumnsOf {
  readonly sheet: LedgerSheet;
  readonly unit: MoneyUnit;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly names: Readonly<Record<string, string>>;
  readonly range: Range | undefined;
  readonly choicesOf: (column: LedgerColumn) => (() => Promise<readonly Choice[]>) | undefined;
  /** What a column has already: codes, or whole texts. */
  readonly usedIn: (column: number) => ReadonlySet<string>;
  readonly isTyped: () => boolean;
  readonly isReadOnly: boolean;
  /** Whether there is room for columns that stay. */
  readonly keepsFirst: boolean;
  /** The cell after one that was written. */
  readonly onMove: (row: number, column: number) => void;
  readonly words: { readonly number: string; readonly total: string };
}

export const NUMBER = '#';
const CHARACTER = 8;
/** Characters at most; a code shows its own name only. */
const MOST_WIDE = { code: 25, other: 44 };

/** Pixels that the columns that stay may take together. */
const MOST_KEPT = 420;

const widthOf = ({ cell, width }: LedgerColumn): number =>
  Math.max(70, Math.min(width, cell.is === 'code' ? MOST_WIDE.code : MOST_WIDE.other) * CHARACTER);

/** How many columns stay while the others go by: the first, which says what a row is of, and the next as far as there is room. Never money. */
export function keptColumns(columns: readonly LedgerColumn[]): number {
  let width = 0;
  const past = columns.findIndex((column, at) => {
    width += widthOf(column);
    return column.cell.is === 'money' || at > 1 || (at > 0 && width > MOST_KEPT);
  });
  return past < 0 ? columns.length : past;
}

export function gridColumns(given: ColumnsOf): readonly Column<Line, Sums>[] {
  const number: Column<Line, Sums> = {
    key: NUMBER,
    name: <span className="unseen">{given.words.number}</span>,
    width: 46,
    frozen: true,
    cellClass: 'ledger-number',
    renderCell: ({ row }) => row.index + 1,
    renderSummaryCell: () => given.words.total,
    summaryCellClass: 'ledger-number',
  };
  const kept = given.keepsFirst ? keptColumns(given.sheet.columns) : 0;
  return [
    number,
    ...given.sheet.columns.map((column, at) => ({ ...gridColumn(column, at, given), frozen: at < kept })),
  ];
}

function gridColumn(column: LedgerColumn, at: number, given: ColumnsOf): Column<Line, Sums> {
  const { marks, names, range, unit } = given;
  const { field, cell, required, asked, header } = column;
  const isMoney = cell.is === 'money';
  return {
    key: field,
    name: `${header}${isMoney ? `（${unit}）` : ''}${required || asked ? ' *' : ''}`,
    width: widthOf(column),
    resizable: true,
    editable: !given.isReadOnly,
    editorOptions: { closeOnExternalRowChange: false },
    headerCellClass: isMoney ? 'ledger-right' : null,
    cellClass: (line) => {
      const mark = marks.get(keyOf(line.id, at));
      return [
        isMoney ? 'ledger-right' : '',
        mark ? `ledger-${mark.kind}` : '',
        range && isWithin(range, line.index, at) ? 'ledger-marked' : '',
      ]
        .filter(Boolean)
        .join(' ');
    },
    renderCell: ({ row }) => (
      <span title={marks.get(keyOf(row.id, at))?.messages.join('\n') ?? row.cells[at]}>
        <CellText text={row.cells[at] ?? ''} cell={cell} names={names} />
      </span>
    ),
    renderEditCell: (props) => <Edit {...props} column={column} at={at} given={given} />,
    ...(isMoney
      ? {
          summaryCellClass: 'ledger-right',
          renderSummaryCell: ({ row }: { readonly row: Sums }) =>
            row[field] === undefined ? null : separated(formatAmount(row[field], unit)),
        }
      : {}),
  };
}

interface EditProps extends Omit<RenderEditCellProps<Line, Sums>, 'column'> {
  readonly column: LedgerColumn;
  readonly at: number;
  readonly given: ColumnsOf;
}

function Edit({ row, onRowChange, onClose, column, at, given: { choicesOf, usedIn, isTyped, onMove } }: EditProps) {
  const withText = (text: string): Line => ({ ...row, cells: row.cells.with(at, text) });
  return (
    <CellEditor
      text={row.cells[at] ?? ''}
      column={column}
      isTyped={isTyped()}
      choices={choicesOf(column)}
      used={usedIn(at)}
      onText={(text) => onRowChange(withText(text))}
      onDone={(text, [rows, columns]) => {
        onRowChange(withText(text), true);
        onMove(row.index + rows, at + columns);
      }}
      onCancel={() => onClose()}
    />
  );
}
