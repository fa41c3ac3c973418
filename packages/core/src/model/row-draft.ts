/** Rows of a table as they are brought to equations, before their cells are laid out. */
import type { Cell, Origin, Quantity } from './values.ts';

/** What a builder knows of a row before its cells are laid out. */
export interface RowDraft {
  readonly key: string;
  readonly source: string;
  readonly sourceColumns?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly origin: Origin;
  readonly names: readonly string[];
  readonly cells: Readonly<Record<string, Cell>>;
  readonly unread?: readonly string[];
  children: number[];
  partOf?: number;
  readonly quantity?: Quantity;
  readonly aggregate?: boolean;
}

/** The rows of a table that is no statement: a kind gives them, equations lay them out. */
export interface RowsDraft {
  readonly columns: readonly string[];
  readonly rows: readonly RowDraft[];
  /** Numbers of rows by the name that equations call them: `*` all of them, `item`. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
}
