/** How the sums of a doubtful figure come out while it is typed. Amounts are whole fen. */
import { isViolated } from '@mingsuan/core/equations/verdict';
import { parseAmount } from '@mingsuan/core/money';
import { placeOf } from '@mingsuan/core/rules/merge/doubtful';
import type { Origin, ScanFigures } from '../../api/types.ts';

export type DoubtfulFigure = ScanFigures['figures'][number];
type FigureEquation = DoubtfulFigure['equations'][number];

export interface Sum {
  readonly title: string;
  readonly terms: FigureEquation['terms'];
  /** By how many fen it is off; undefined where what is typed is no amount. */
  readonly off: number | undefined;
  readonly holds: boolean;
}

/** What is typed at a place; undefined where nothing was. */
export type Typed = (origin: Origin) => string | undefined;

/** A place on a page as a word. */
export const keyOf = (origin: Origin): string => placeOf(origin)[0] ?? '';

/** The sums of a figure with all that was typed, the broken ones first. */
export function sumsOf({ equations }: DoubtfulFigure, typed: Typed): Sum[] {
  return equations.map((equation) => sumOf(equation, typed)).sort((a, b) => Number(a.holds) - Number(b.holds));
}

function sumOf({ title, terms, total, tolerance2, operator }: FigureEquation, typed: Typed): Sum {
  let off: number | undefined = total;
  for (const { origin, coefficient, fen, unit } of terms) {
    const text = typed(origin);
    if (text === undefined || off === undefined) continue;
    const now = text.trim() === '' ? 0 : parseAmount(text, unit)?.fen;
    off = now === undefined ? undefined : off + coefficient * (now - fen);
  }
  return { title, terms, off, holds: off !== undefined && !isViolated({ total: off, tolerance2, operator }) };
}
