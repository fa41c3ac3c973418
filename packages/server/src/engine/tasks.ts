/** What a working process is asked and answers: plain data, copied between processes. */
import type { Disclosure, DocumentReading } from '@mingsuan/core/disclosure';
import type { Dismissal } from '@mingsuan/core/dismissals';
import type { DocumentFindings, Finding } from '@mingsuan/core/finding';
import type { SheetText } from '@mingsuan/core/ledger/find-sheets';
import type { Letter } from '@mingsuan/core/review/letter';
import type { PerformancePaper } from '@mingsuan/documents/compose/performance';
import type { Layout } from '@mingsuan/documents/layout';
import type { Recognised } from '@mingsuan/documents/read';
import type { Signature, UnreadDocument } from '@mingsuan/documents/report/document';
import type { PageSize } from '@mingsuan/documents/report/pages';
import type { Correction } from '@mingsuan/documents/scan/correction-book';
import type { DoubtfulFigure } from '@mingsuan/documents/scan/corrections';
import type { Counted, KnownScan, RecognisedPage } from '@mingsuan/documents/scan/pages';
import { WRITE_FORMATS, type WriteFormat } from '@mingsuan/documents/write-formats';
import type { DocumentInput, PreparedDocument } from '@mingsuan/store';

export type Box = readonly [number, number, number, number];

export interface ReadFile {
  /** What a person may put right of it, where some of its figures are doubtful. */
  readonly recognised?: Recognised;
  /** One, or as many as our own JSON holds. */
  readonly readings: readonly DocumentReading[];
  /** Of a PDF. */
  readonly pages: readonly PageSize[];
}

/** One document of a report; several may stand in the file of number `file`. */
export interface ReportedReading {
  readonly file: number;
  readonly reading: DocumentReading;
  readonly findings: readonly Finding[];
  /** Of a text that a bureau reviews. */
  readonly signature?: Signature;
}

export const REPORT_FORMATS = ['xlsx', 'pdf', 'html', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A ledger's rows as texts, or whose ledgers a document of several agencies could begin. */
export interface LedgerSheets {
  readonly from: 'ledger' | 'document';
  readonly sheets: readonly SheetText[];
  readonly notes: readonly { readonly message: string; readonly sheet?: string; readonly address?: string }[];
  readonly agencies: readonly { readonly code?: string; readonly name: string | null }[];
}

/** The ledger itself, or the document that it compiles into. */
export const LEDGER_FILE_FORMATS = ['ledger.xlsx', 'ledger.json', ...WRITE_FORMATS, 'json'] as const;
export type LedgerFileFormat = (typeof LEDGER_FILE_FORMATS)[number];

/** What was recognised of the file's pages; where that is not said, those that are pictures are only counted. */
interface Scans {
  readonly scans?: readonly KnownScan[];
}

/** Formats of bulk files that are made in parts. */
export type PartFormat = 'csv' | 'json' | 'parquet';

/** What was read of a dataset of the open data, batches as `v8.serialize` writes them. */
interface ExportBatches {
  readonly dataset: string;
  readonly batches: readonly Uint8Array[];
}

/** The tasks by name: what each takes and gives. */
export interface Tasks {
  /** Rows of a bulk file, which follow after `offset` bytes; of a Parquet file also what its end tells of them. */
  readonly 'export-part': {
    readonly takes: ExportBatches & { readonly format: PartFormat; readonly offset: number };
    readonly gives: { readonly bytes: Uint8Array; readonly group?: Uint8Array };
  };
  readonly 'export-end': {
    readonly takes: {
      readonly dataset: string;
      readonly format: PartFormat;
      readonly offset: number;
      readonly groups: readonly Uint8Array[];
    };
    readonly gives: Uint8Array;
  };
  /** Undefined where there are more than `most` rows. */
  readonly 'export-workbook': {
    readonly takes: ExportBatches & { readonly most: number };
    readonly gives: Uint8Array | undefined;
  };
  readonly read: { readonly takes: DocumentInput & Scans; readonly gives: Counted<ReadFile> };
  /** The page of number `at` among those of a file that are pictures. */
  readonly recognise: {
    readonly takes: DocumentInput & { readonly at: number };
    readonly gives: RecognisedPage | undefined;
  };
  /** A scan read again with what a person saw on it. */
  readonly correct: {
    readonly takes: {
      readonly name: string;
      readonly recognised: Recognised;
      readonly corrections: readonly Correction[];
    };
    readonly gives: { readonly reading: DocumentReading; readonly figures: readonly DoubtfulFigure[] };
  };
  /** The documents in a zip or an e-mail; the file itself where it is neither. */
  readonly unpack: { readonly takes: DocumentInput; readonly gives: readonly DocumentInput[] };
  /** A protected file without its protection; the password stays in the process that asks. */
  readonly unlock: {
    readonly takes: { readonly bytes: Uint8Array; readonly password: string };
    readonly gives: Uint8Array;
  };
  readonly check: {
    readonly takes: { readonly readings: readonly DocumentReading[] };
    readonly gives: readonly DocumentFindings[];
  };
  readonly prepare: { readonly takes: DocumentInput & Scans; readonly gives: Counted<PreparedDocument> };
  readonly pages: { readonly takes: { readonly bytes: Uint8Array }; readonly gives: readonly PageSize[] };
  readonly picture: {
    readonly takes: {
      readonly bytes: Uint8Array;
      readonly page: number;
      readonly frames: readonly Box[];
      readonly witnesses?: readonly Box[];
      readonly scale: number;
    };
    /** Undefined where there is no such page. */
    readonly gives: Uint8Array | undefined;
  };
  readonly report: {
    readonly takes: {
      readonly format: ReportFormat;
      readonly documents: readonly ReportedReading[];
      readonly dismissals: readonly Dismissal[];
      readonly unread: readonly UnreadDocument[];
      /** The files by number: all of them, or those that the format needs. */
      readonly files: Readonly<Record<number, Uint8Array>>;
    };
    /** Undefined where a PDF is asked for and the file is none. */
    readonly gives: Uint8Array | undefined;
  };
  readonly 'ledger-sheets': {
    readonly takes: DocumentInput & { readonly agency?: string; readonly nextYear: boolean };
    readonly gives: LedgerSheets;
  };
  /** The sheets of any workbook as texts, such as an export of a finance system. */
  readonly 'workbook-sheets': { readonly takes: DocumentInput; readonly gives: readonly SheetText[] };
  readonly 'ledger-file': {
    readonly takes: { readonly sheets: readonly SheetText[]; readonly format: LedgerFileFormat };
    readonly gives: Uint8Array;
  };
  readonly 'ledger-pages': {
    readonly takes: { readonly sheets: readonly SheetText[] };
    readonly gives: Layout['pages'];
  };
  /** A workbook as the texts of its sheets, whatever it is. */
  readonly sheets: { readonly takes: { readonly bytes: Uint8Array }; readonly gives: readonly SheetText[] };
  /** A paper of performance: a report in words and its forms. */
  readonly paper: {
    readonly takes: { readonly paper: PerformancePaper; readonly format: WriteFormat };
    readonly gives: Uint8Array;
  };
  /** A letter of the bureau, and who signs it. */
  readonly letter: {
    readonly takes: { readonly letter: Letter; readonly author: string; readonly format: WriteFormat };
    readonly gives: Uint8Array;
  };
  readonly workbook: { readonly takes: { readonly disclosure: Disclosure }; readonly gives: Uint8Array };
}

export type TaskName = keyof Tasks;

export interface Task<N extends TaskName = TaskName> {
  readonly name: N;
  readonly takes: Tasks[N]['takes'];
}

/** `gone`: who asked has left. `crowded`: one visitor waits for too much. */
export type Failure = 'timeout' | 'out-of-memory' | 'crashed' | 'closed' | 'gone' | 'crowded';

/** `unreadable`: the document's fault, told in one Chinese sentence. `failure`: the process did not end its task. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly unreadable: string }
  | { readonly ok: false; readonly failure: Failure };

/** What a process says when it has begun: the time of its first task counts from then. */
export const READY = 'ready';
