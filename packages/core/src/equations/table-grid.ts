/**
 * A grid is a statement, one half of a balance form, or a records table, brought to one shape for equations: a dense
 * grid of cells, rows that can be named, groups of rows, and the tree of rows and their parts.
 */
import type { Cell, FormId, Origin, Quantity, Side } from '../disclosure.ts';
import type { Printing } from '../figures/precision.ts';
import { columnOf } from '../model/address.ts';
import type { RowDraft } from '../model/row-draft.ts';
import type { Fen, MoneyUnit } from '../money.ts';
import { nothingOf, shareAt } from '../vocabulary/index.ts';

export interface GridRow {
  /** Names the row in other grids: a code, a role, or the label. */
  readonly key: string;
  /** The row's key, and where they differ the columns, as the disclosure has them. */
  readonly source: string;
  readonly sourceColumns?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly origin: Origin;
  /** Rows whose sum this row must be; empty where they are not all printed. */
  readonly children: readonly number[];
  /** The row that this one is a 其中 part of. */
  readonly partOf?: number;
  readonly quantity?: Pick<Quantity, 'units' | 'scale' | 'text'>;
  /** The row adds others up and has not one figure: a heading, not a sum of zero, so it counts as unprinted. */
  readonly heading: boolean;
}

export interface TableGrid {
  /** `expenditure`, `balance.revenue`, as references name it (`Ref.grid`). */
  readonly name: string;
  readonly form: FormId;
  /** The half of a balance form that it is. */
  readonly side?: Side;
  readonly unit: MoneyUnit;
  readonly columns: readonly string[];
  readonly columnIndex: ReadonlyMap<string, number>;
  readonly rows: readonly GridRow[];
  /** Row numbers by key, code and role. A name that two rows share is missing. */
  readonly byName: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, readonly number[]>;
  /** Cells by `row * columns.length + column`; a blank one is undefined. */
  readonly cells: readonly (Cell | undefined)[];
  /** Cells that print something else than a number: what they amount to is unknown. */
  readonly unread: ReadonlySet<number>;
  /** Rows with figures in columns of the table that are missing here: what they print across need not add up. */
  readonly lacking: ReadonlySet<number>;
  /** Columns with at least one figure. */
  readonly filled: readonly boolean[];
  /** Decimals usual in the table, and whether a figure of it has more. */
  readonly decimals: number;
  readonly hasFiner: boolean;
  readonly step: Fen;
  /** The document prints the table empty and says so: every sum of it is zero. */
  readonly declaredEmpty: boolean;
}

export interface GridDraft {
  readonly name: string;
  readonly form: FormId;
  readonly side?: Side;
  readonly unit: MoneyUnit;
  readonly columns: readonly string[];
  readonly rows: readonly RowDraft[];
  readonly groups: ReadonlyMap<string, readonly number[]>;
  readonly note?: string;
  /** How the table prints, of which the grid may be a part. */
  readonly printing: Printing;
  /** Columns of the table are missing here, of any row. */
  readonly lacksColumns?: boolean;
}

/** A grid whose cells are found by number: row times width plus column. */
export function layOut(draft: GridDraft): TableGrid {
  const { columns, rows } = draft;
  const width = columns.length;
  const cells: (Cell | undefined)[] = new Array(rows.length * width);
  const filled: boolean[] = columns.map(() => false);
  const blank: boolean[] = [];
  const unread = new Set<number>();
  const lacking = new Set<number>();
  rows.forEach((row, r) => {
    blank[r] = true;
    for (const column of row.unread ?? []) {
      const at = columns.indexOf(column);
      if (at < 0) lacking.add(r);
      else unread.add(r * width + at);
    }
    if (draft.lacksColumns) lacking.add(r);
    for (let c = 0; c < width; c += 1) {
      const cell = row.cells[columns[c]!];
      cells[r * width + c] = cell;
      if (!cell) continue;
      filled[c] = true;
      blank[r] = false;
      // A share that only its place has a name for is missing in every sum that is known.
      if (cell.fen !== 0 && shareAt(columnOf(columns[c]!))) lacking.add(r);
    }
  });
  return {
    name: draft.name,
    form: draft.form,
    ...(draft.side === undefined ? {} : { side: draft.side }),
    unit: draft.unit,
    columns,
    columnIndex: new Map(columns.map((column, i) => [column, i])),
    rows: rows.map((row, r) => ({
      key: row.key,
      source: row.source,
      ...(row.sourceColumns === undefined ? {} : { sourceColumns: row.sourceColumns }),
      label: row.label,
      origin: row.origin,
      children: row.children,
      ...(row.partOf === undefined ? {} : { partOf: row.partOf }),
      ...(row.quantity === undefined ? {} : { quantity: row.quantity }),
      heading: blank[r]! && (row.aggregate === true || row.children.length > 0),
    })),
    byName: nameRows(rows),
    groups: draft.groups,
    cells,
    unread,
    lacking,
    filled,
    ...draft.printing,
    declaredEmpty: rows.length === 0 && nothingOf(draft.note) !== undefined,
  };
}

function nameRows(rows: readonly RowDraft[]): ReadonlyMap<string, number> {
  const byName = new Map<string, number>();
  const shared = new Set<string>();
  rows.forEach((row, r) => {
    for (const name of row.names) {
      if (byName.has(name) && byName.get(name) !== r) shared.add(name);
      else byName.set(name, r);
    }
  });
  for (const name of shared) byName.delete(name);
  return byName;
}
