/** What the page asks its worker, and what the worker answers. */
import type { Agency } from '@mingsuan/core/disclosure';
import type { MappingFile, OpenWords } from '@mingsuan/core/import/learn';
import type { Ledger } from '@mingsuan/core/ledger/ledger';
import type { MergedRows } from '@mingsuan/core/ledger/merge';
import type { LedgerReview } from '@mingsuan/core/ledger/review';
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import type { CellKind } from '@mingsuan/core/ledger/sheets';
import type { Fen } from '@mingsuan/core/money';
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

/** What an export of a finance system would make of the rows, and what of it is not understood. */
export interface ImportedExport {
  readonly rows: SheetRows;
  readonly notes: readonly string[];
  /** Words that nobody has explained yet. */
  readonly open: OpenWords;
  /** Of each unit that rows name, in fen; where there are several, one is to be chosen. */
  readonly agencies: readonly (readonly [name: string, fen: Fen])[];
  readonly count: number;
  readonly sums: number;
  readonly fen: Fen;
}

export interface Questions {
  readonly export: {
    readonly asks: {
      readonly rows: SheetRows;
      readonly sheets: readonly SheetText[];
      readonly mapping: MappingFile;
      readonly agency?: string | undefined;
    };
    readonly answers: ImportedExport;
  };
  /** The rows in what an item of work holds; undefined where it is no ledger. */
  readonly held: { readonly asks: { readonly content: unknown }; readonly answers: SheetRows | undefined };
  /** The ledger in the rows; undefined where not even the unit and the year can be told. */
  readonly ledger: { readonly asks: { readonly rows: SheetRows }; readonly answers: Ledger | undefined };
  /** The rows with what somebody else says of their ledger otherwise. */
  readonly told: {
    readonly asks: { readonly rows: SheetRows; readonly before: Ledger; readonly after: unknown };
    readonly answers: SheetRows;
  };
  /** The rows for the year after what is held. */
  readonly after: { readonly asks: { readonly content: unknown }; readonly answers: SheetRows | undefined };
  /** What two made of the same rows, together. */
  readonly merge: {
    readonly asks: { readonly base: SheetRows; readonly mine: SheetRows; readonly theirs: SheetRows };
    readonly answers: MergedRows;
  };
  /** Everything that can be said of the rows. */
  readonly review: { readonly asks: { readonly rows: SheetRows }; readonly answers: LedgerReview };
  /** What to pick from in a cell, in a year, of a document of the form. */
  readonly choices: {
    readonly asks: {
      readonly cell: CellKind;
      readonly year?: number | undefined;
      readonly template?: string | undefined;
      readonly agency?: Agency | undefined;
    };
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
