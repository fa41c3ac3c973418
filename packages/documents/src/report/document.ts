/** What the reports of the reviewers are made from: one document, checked, with its checklists and pictures. Plain data. */
import { type Checklist, checklistsOf } from '@mingsuan/core/checklist/checklist';
import { type ChecklistEdition, editedChecklist, type SignedItem } from '@mingsuan/core/checklist/edition';
import type { DocumentReading, Problem } from '@mingsuan/core/disclosure';
import type { Finding } from '@mingsuan/core/finding';
import type { Coverage } from '@mingsuan/core/model/coverage';
import { type BesideFile, type IllustratedFinding, illustrate } from './illustrate.ts';

export type { BesideFile } from './illustrate.ts';

export interface ReportDocument {
  readonly source: string;
  /** How much of the file was read. */
  readonly coverage?: Coverage;
  /** One for each disclosure of the file; none where no disclosure was recognised. */
  readonly checklists: readonly Checklist<IllustratedFinding>[];
  readonly problems: readonly Problem[];
}

/** A file that could not be read, as every report names it. */
export interface UnreadDocument {
  readonly source: string;
  readonly why: string;
}

/** A bureau's edition of the checklist, and what its reviewers signed. */
export interface Signature {
  readonly edition: ChecklistEdition;
  readonly signed: readonly SignedItem[];
}

/** `bytes` are the file that was read; only a PDF gives pictures. Evidence in a file `beside` it is shown on that file's pages. */
export async function reportDocument(
  reading: DocumentReading,
  findings: readonly Finding[],
  bytes: Uint8Array,
  signature?: Signature,
  beside: readonly BesideFile[] = [],
): Promise<ReportDocument> {
  const { source, coverage, problems } = reading;
  const checklists = checklistsOf(reading, await illustrate(findings, bytes, reading, beside)).map((checklist) =>
    signature ? editedChecklist(checklist, signature.edition, signature.signed) : checklist,
  );
  return { source, ...(coverage ? { coverage } : {}), checklists, problems };
}
