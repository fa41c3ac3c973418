/** A table as its readers see it: all its pieces under one caption. */
import type { Origin } from '@mingsuan/core/disclosure';
import type { FormDefinition } from '@mingsuan/core/forms/index';
import type { MoneyUnit } from '@mingsuan/core/money';
import type { Paragraph } from '../layout.ts';
import type { Caption } from './caption.ts';
import type { GridRow, TablePiece } from './pieces.ts';

export interface LogicalTable {
  readonly kind: 'logical-table';
  readonly form?: FormDefinition;
  readonly title: string;
  readonly caption: Caption;
  readonly pieces: TablePiece[];
  readonly origin: Origin;
  /** The unit that a header names: 价值（金额单位：万元）. */
  readonly headerUnit?: MoneyUnit;
  note?: string;
  /** How many rows stand in a later table of the same title that could not be joined: what this one prints is not all of it. */
  rowsElsewhere?: number;
  /** 合计 rows printed once more on the pages that the table goes on to: they say nothing new. */
  readonly repeated: GridRow[];
  /** A performance goal that a page break put between the pieces as a line of text. */
  goal?: string;
}

/** What a document is a stream of. */
export type StreamItem = LogicalTable | Paragraph;
