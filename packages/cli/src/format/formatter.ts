/** A format writes documents one by one, so that a folder of thousands never stands in memory at once. */
import type { DocumentReading, Origin } from '@mingsuan/core/disclosure';
import type { CheckedDocument } from '@mingsuan/core/schema/check';
import type { Counts, Unreadable } from '../work/job.ts';

export interface Summary {
  readonly files: number;
  readonly counts: Counts;
  readonly rules: readonly string[];
  readonly unreadable: readonly { readonly source: string; readonly why: Unreadable }[];
}

export interface Formatter<D> {
  readonly open: string;
  /** Stands between pieces that are not empty. */
  readonly separator: string;
  document(document: D): string;
  /** What the output says of a file that could not be read; stderr has its line anyway. */
  unreadable(source: string, why: Unreadable): string;
  close(summary: Summary): string;
}

export type ReadFormatter = Formatter<DocumentReading>;
export type CheckFormatter = Formatter<CheckedDocument>;

/** An origin's box or line as one short text: `72,90,540,110` or `12`. */
export function boxOrLine({ box, sheet, address, line }: Origin): string {
  if (box) return box.map((side) => Math.round(side * 10) / 10).join(' ');
  if (sheet !== undefined) return address === undefined ? sheet : `${sheet}!${address}`;
  return line === undefined ? '' : String(line);
}
