/** What the page asks its worker, and what the worker answers. */
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { LedgerReview } from '@mingsuan/core/ledger/review';
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import type { CellKind } from '@mingsuan/core/ledger/sheets';
import type { Choice } from '../state/choices.ts';

/** A workbook's sheets as the server read them. */
export interface SheetText {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface TemplateChoice {
  readonly id: string;
  readonly name: string;
  readonly stage: Ledger['stage'] & string;
  readonly years: readonly [number, number?];
  readonly region?: string;
}

export interface Questions {
  /** Everything that can be said of the rows. */
  readonly review: { readonly asks: { readonly rows: SheetRows }; readonly answers: LedgerReview };
  /** What to pick from in a cell, in a year. */
  readonly choices: {
    readonly asks: { readonly cell: CellKind; readonly year?: number | undefined };
    readonly answers: readonly Choice[];
  };
  readonly templates: { readonly asks: Record<never, never>; readonly answers: readonly TemplateChoice[] };
  /** The form of a new ledger: blank by a template, or the filled example. */
  readonly form: {
    readonly asks: {
      readonly template?: string;
      readonly year: number;
      readonly name: string;
      readonly code?: string;
      readonly example?: boolean;
    };
    readonly answers: SheetRows;
  };
  /** The rows with those that the document wants filled in and that are not there yet. */
  readonly prepare: { readonly asks: { readonly rows: SheetRows }; readonly answers: SheetRows };
  /** The rows in a workbook's sheets, and what of them is not of the form. */
  readonly rows: {
    readonly asks: { readonly sheets: readonly SheetText[] };
    readonly answers: { readonly rows: SheetRows; readonly faults: readonly string[] };
  };
}

export type Question = keyof Questions;
