/** One file's work, as it goes to a worker thread and comes back: plain data, already formatted. */
import type { Dismissal } from '@mingsuan/core/dismissals';
import type { Language } from '@mingsuan/core/language';
import type { Identity } from '@mingsuan/core/related';
import type { ReportDocument } from '@mingsuan/documents/report/document';
import type { UnreadableCode } from '@mingsuan/documents/unreadable';

export type Command = 'read' | 'check';
/** Formats that are written document by document. */
export const STREAM_FORMATS = ['pretty', 'json', 'csv', 'sarif'] as const;
export type StreamFormat = (typeof STREAM_FORMATS)[number];
/** What reviewers hand on: made of all documents when all are checked, with pictures of their pages. Only of `check`. */
export const REPORT_FORMATS = ['xlsx', 'pdf', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
export const FORMATS = [...STREAM_FORMATS, ...REPORT_FORMATS] as const;
export type Format = (typeof FORMATS)[number];

/** Whether a format is made of all documents together. */
export function isReport(format: Format): format is ReportFormat {
  return (REPORT_FORMATS as readonly Format[]).includes(format);
}

export interface Style {
  readonly lang: Language;
  readonly color: boolean;
  /** Columns of the terminal that `pretty` wraps to. */
  readonly width: number;
}

export interface Job {
  readonly command: Command;
  readonly format: Format;
  readonly style: Style;
  /** As the user named it; what the output shows. */
  readonly source: string;
  /** Absolute path to read from; absent where `bytes` came over stdin. */
  readonly path?: string;
  /** Of the zip or e-mail there, the document of this name. */
  readonly member?: string;
  readonly bytes?: Uint8Array;
  /** Opens protected files; in no output and no message. */
  readonly password?: string;
  /** Hand back what was read, for a check together with other files. */
  readonly keep?: boolean;
  /** The text of the user's own rules, without faults. */
  readonly rules?: string;
  readonly dismissals?: readonly Dismissal[];
  /** Absolute paths of the user's own folders of jurisdictions, without faults. */
  readonly jurisdictions?: readonly string[];
  /** Scanned pages that are recognised at once, by processes of their own; absent: one after the other by the job's thread. */
  readonly lanes?: number;
}

/** One page of a file that is a picture, by its number among those. */
export interface PageJob {
  readonly at: number;
  readonly source: string;
  readonly bytes: Uint8Array;
}

/** How many of a file's scanned pages were recognised. */
export interface Scanned {
  readonly source: string;
  readonly done: number;
  readonly total: number;
}

/** What was read from a file: whose it is, and all of it, packed (`pack.ts`). */
export interface Kept {
  readonly identities: readonly Identity[];
  readonly readings: Uint8Array;
}

export interface Unreadable {
  readonly code: UnreadableCode;
  /** One Chinese sentence: what, where, what to do. */
  readonly message: string;
}

export interface Counts {
  readonly documents: number;
  readonly disclosures: number;
  readonly error: number;
  readonly warning: number;
  readonly notice: number;
  readonly dismissed: number;
  readonly problems: number;
  /** Documents of which a part was not read. */
  readonly partly: number;
}

export interface JobResult {
  /** One formatted piece per document; empty pieces are not printed. */
  readonly pieces: readonly string[];
  /** For a report instead of pieces: what it is made from. */
  readonly documents?: readonly ReportDocument[];
  readonly counts: Counts;
  /** Ids of the rules that reported. */
  readonly rules: readonly string[];
  readonly unreadable?: Unreadable;
  readonly kept?: Kept;
}

export interface ExecuteOptions {
  /** How many at once. */
  readonly size: number;
  /** For one file; of a scan, from one page to the next. */
  readonly timeoutMs: number;
  readonly onScan?: (scanned: Scanned) => void;
}

/** Works through the jobs and hands the results over in the jobs' order; stops when `take` says false. */
export type Execute = (
  jobs: readonly Job[],
  options: ExecuteOptions,
  take: (result: JobResult, index: number) => Promise<boolean>,
) => Promise<void>;

export const NO_COUNTS: Counts = {
  documents: 0,
  disclosures: 0,
  error: 0,
  warning: 0,
  notice: 0,
  dismissed: 0,
  problems: 0,
  partly: 0,
};

/** What two results count together. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    documents: a.documents + b.documents,
    disclosures: a.disclosures + b.disclosures,
    error: a.error + b.error,
    warning: a.warning + b.warning,
    notice: a.notice + b.notice,
    dismissed: a.dismissed + b.dismissed,
    problems: a.problems + b.problems,
    partly: a.partly + b.partly,
  };
}

/** The result of a file of which nothing was read. */
export function unreadableResult(unreadable: Unreadable): JobResult {
  return { pieces: [], counts: NO_COUNTS, rules: [], unreadable };
}
