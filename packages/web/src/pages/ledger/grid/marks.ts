/** Which cells of a sheet have something said of them: the review's problems by row id and column. */
import type { ReviewProblem } from '@mingsuan/core/ledger/review';
import type { SheetId } from '@mingsuan/core/ledger/sheets';
import type { Reviewed } from '../work/ask.ts';

export interface Mark {
  readonly kind: ReviewProblem['kind'];
  readonly messages: readonly string[];
}

const GRAVITY: readonly ReviewProblem['kind'][] = ['unreadable', 'wrong', 'missing', 'notice'];

export const graver = (a: ReviewProblem['kind'], b: ReviewProblem['kind']): ReviewProblem['kind'] =>
  GRAVITY.indexOf(a) <= GRAVITY.indexOf(b) ? a : b;

export const keyOf = (row: number, column: number): string => `${row}:${column}`;

/** By `keyOf` a row's id and a column. A problem of a whole row stands at its first cell. */
export function marksOf(reviewed: Reviewed | undefined, sheet: SheetId): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { kind, message, place } of reviewed?.review.problems ?? []) {
    const row = place?.sheet === sheet && place.row !== undefined ? reviewed!.book[sheet][place.row] : undefined;
    if (!row) continue;
    const key = keyOf(row.id, place!.column ?? 0);
    const known = marks.get(key);
    marks.set(key, {
      kind: known ? graver(known.kind, kind) : kind,
      messages: [...(known?.messages ?? []), message],
    });
  }
  return marks;
}
