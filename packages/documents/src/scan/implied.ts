/**
 * What the document's sums say a doubtful figure is, where characters of it were lost or something was taken for one: `600` for
 * 16.00, `1114.57` for 14.57. The recogniser's own others change a character and never their number.
 */
import { equationsOf } from '@mingsuan/core/check';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { holds } from '@mingsuan/core/equations/figure-equation';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { formatAmount, separated } from '@mingsuan/core/money';
import { placeOf } from '@mingsuan/core/rules/merge/doubtful';
import type { TableCell } from '../layout.ts';

/** More characters than this are not lost or added under a stamp's edge: it is another figure. */
const MOST_CHANGED = 2;

/** For each of the cells that stands in an equation that fails, what makes the equation hold, as printed; the likeliest first. */
export function impliedFigures(
  reading: DocumentReading,
  cells: readonly TableCell[],
  jurisdictions?: Jurisdictions,
): ReadonlyMap<TableCell, readonly string[]> {
  const at = new Map(cells.flatMap((cell) => placeOf(cell.origin).map((place) => [place, cell] as const)));
  const found = new Map<TableCell, string[]>();
  for (const equation of equationsOf(reading, jurisdictions ? { jurisdictions } : {})) {
    if (equation.operator !== '=' || holds(equation)) continue;
    for (const { origin, fen, unit, coefficient } of equation.terms) {
      const cell = placeOf(origin)
        .map((place) => at.get(place))
        .find((each) => each !== undefined);
      if (!cell) continue;
      const text = separated(formatAmount(fen - equation.total / coefficient, unit));
      if (isLike(cell.text, text)) found.set(cell, [...new Set([...(found.get(cell) ?? []), text])]);
    }
  }
  return found;
}

/** Whether one is the other with a character or two more, and nothing else is different. */
function isLike(read: string, implied: string): boolean {
  const [a, b] = [read, implied].map((text) => text.replaceAll(/\D/g, ''));
  const [short, long] = a!.length < b!.length ? [a!, b!] : [b!, a!];
  const changed = long.length - short.length;
  return changed > 0 && changed <= MOST_CHANGED && short.length >= MOST_CHANGED && isWithin(short, long);
}

/** Whether the characters of one stand in the other in their order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}
