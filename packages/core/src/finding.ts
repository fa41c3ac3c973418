/** What a check reports (design contract: `mingsuan check --format json`). */
import type { FormId, Origin } from './disclosure.ts';
import type { Fen } from './money.ts';

export type Severity = 'error' | 'warning' | 'notice';

export interface Evidence {
  readonly form?: FormId;
  readonly row?: string;
  readonly column?: string;
  readonly text: string;
  readonly origin: Origin;
}

/** `expected`, `actual`, `difference` are fen. `message` is one sentence a finance officer understands. */
export interface Finding {
  /** Stable across runs (`withIds`): what a dismissal names. Checking gives every finding one. */
  readonly id?: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly agency?: string;
  readonly form?: FormId;
  readonly message: string;
  readonly expected?: Fen;
  readonly actual?: Fen;
  readonly difference?: Fen;
  readonly evidence: readonly Evidence[];
  /** What else is wrong because of the same mistake, one sentence each. */
  readonly consequences?: readonly string[];
  readonly suggestion?: string;
}

export interface DocumentFindings {
  readonly source: string;
  readonly findings: readonly Finding[];
}
