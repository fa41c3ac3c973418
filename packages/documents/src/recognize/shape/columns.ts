/** What a column of a grid holds, by most of its cells. */
import { derived } from '@mingsuan/core/memo';
import { squeeze } from '@mingsuan/core/text/fold';
import type { TableCell } from '../../layout.ts';
import { type CodeKind, cellKind, codeIn } from './cells.ts';

type Rows = readonly (readonly TableCell[])[];

/** A column is of a kind where most of its filled cells are, and at least two. */
export const isMost = (part: number, whole: number): boolean => part >= 2 && part * 2 > whole;

const textsOf = derived((_rows: Rows) => new Map<number, readonly string[]>());

/** The filled cells of a column; kept, for every field of a kind asks for them anew. */
export function textsAt(rows: Rows, c: number): readonly string[] {
  const known = textsOf(rows);
  const texts = known.get(c) ?? rows.map((row) => squeeze(row[c]?.text ?? '')).filter((text) => text !== '');
  known.set(c, texts);
  return texts;
}

/** Whether a column holds an amount in any of its rows. */
export const hasAmounts = (rows: Rows, c: number): boolean =>
  rows.some((row) => row[c] !== undefined && cellKind(row[c]) === 'amount');

const isOfFigures = (rows: Rows, c: number): boolean => rows.some((row) => row[c]?.figure !== undefined);

/** The classification that most cells of a column are codes of. */
export function codeKindOf(rows: Rows, c: number): CodeKind | undefined {
  if (isOfFigures(rows, c)) return undefined;
  const filled = textsAt(rows, c);
  const codes = filled.flatMap((text) => codeIn(text)?.kind ?? []);
  return (['function', 'economic', 'governmental'] as const).find((kind) =>
    isMost(codes.filter((each) => each === kind).length, filled.length),
  );
}

/** The lower levels of a code printed apart: `01` beside `301`. */
export function isSplitCode(rows: Rows, c: number): boolean {
  if (isOfFigures(rows, c)) return false;
  const filled = textsAt(rows, c);
  return isMost(filled.filter((text) => /^\d{2}$/.test(text)).length, filled.length);
}
