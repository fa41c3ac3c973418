/** What checking a visitor's files answers. */
import type { Coverage } from '@mingsuan/core/model/coverage';
import type { AgencyLevel, Finding, Origin, Stage } from './types.ts';

export type CheckState = 'running' | 'done' | 'failed';

/** `dismissed`: why a visitor set it aside in this check. */
export interface CheckedFinding extends Finding {
  readonly dismissed?: string;
}

/** One document of the uploaded files. `pages` counts the pages that have pictures: 0 for what is no PDF. */
export interface CheckedDocument {
  readonly source: string;
  readonly findings: readonly CheckedFinding[];
  readonly pages: number;
  /** Why nothing of it could be read, in one sentence. */
  readonly error?: string;
  /** What it was understood as. */
  readonly disclosures: readonly {
    readonly agency: { readonly code?: string; readonly name: string; readonly level: AgencyLevel };
    readonly region?: string;
    readonly year?: number;
    readonly stage: Stage;
    readonly template: string;
  }[];
  /** How much of it was read; absent where nothing was read. */
  readonly coverage?: Coverage;
  /** What of it was not understood. */
  readonly problems: readonly { readonly code: string; readonly message: string; readonly origin?: Origin }[];
}

export interface CheckAnswer {
  readonly id: string;
  readonly state: CheckState;
  readonly progress: { readonly done: number; readonly total: number };
  readonly documents: readonly CheckedDocument[];
  /** When all of it is deleted. */
  readonly expiresAt: string;
  /** Why it failed. */
  readonly error?: string;
}
