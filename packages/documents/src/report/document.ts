/** What the reports of the reviewers are made from: one document, checked, with its checklists and pictures. Plain data. */
import { type Checklist, checklistsOf } from '@mingsuan/core/checklist/checklist';
import type { DocumentReading, Problem } from '@mingsuan/core/disclosure';
import type { Finding } from '@mingsuan/core/finding';
import { type IllustratedFinding, illustrate } from './illustrate.ts';

export interface ReportDocument {
  readonly source: string;
  /** One for each disclosure of the file; none where no disclosure was recognised. */
  readonly checklists: readonly Checklist<IllustratedFinding>[];
  readonly problems: readonly Problem[];
}

/** A file that could not be read, as every report names it. */
export interface UnreadDocument {
  readonly source: string;
  readonly why: string;
}

/** `bytes` are the file that was read; only a PDF gives pictures. */
export async function reportDocument(
  reading: DocumentReading,
  findings: readonly Finding[],
  bytes: Uint8Array,
): Promise<ReportDocument> {
  const { source, problems } = reading;
  return { source, checklists: checklistsOf(reading, await illustrate(findings, bytes)), problems };
}
