/** Doubtful figures that the document's own sums bear out as they were read: with any other of what the recogniser saw one of them breaks. */
import { equationsOf } from '@mingsuan/core/check';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { type FigureEquation, type FigureTerm, holds, holdsWith } from '@mingsuan/core/equations/figure-equation';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { parseAmount } from '@mingsuan/core/money';
import { placeOf } from '@mingsuan/core/rules/merge/doubtful';
import type { TableCell } from '../layout.ts';

interface Standing {
  readonly equation: FigureEquation;
  readonly term: FigureTerm;
}

/** Those of the doubtful cells. Each rests on figures that are sure, or were borne out before it. */
export function borneOut(
  reading: DocumentReading,
  doubtful: readonly TableCell[],
  jurisdictions?: Jurisdictions,
): ReadonlySet<TableCell> {
  const standings = new Map<string, Standing[]>();
  for (const equation of equationsOf(reading, jurisdictions ? { jurisdictions } : {}))
    for (const term of equation.terms)
      for (const place of placeOf(term.origin))
        standings.set(place, [...(standings.get(place) ?? []), { equation, term }]);
  const open = new Map(doubtful.flatMap((cell) => placeOf(cell.origin).map((place) => [place, cell] as const)));
  const found = new Set<TableCell>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [place, cell] of open) {
      if (!isBorneOut(cell, standings.get(place) ?? [], open)) continue;
      open.delete(place);
      found.add(cell);
    }
  }
  return found;
}

function isBorneOut(
  { doubt }: TableCell,
  standings: readonly Standing[],
  open: ReadonlyMap<string, TableCell>,
): boolean {
  if (standings.some(({ equation }) => !holds(equation))) return false;
  return standings.some(({ equation, term }) => {
    const isAlone = equation.terms.every(
      (each) => each === term || !placeOf(each.origin).some((place) => open.has(place)),
    );
    if (!isAlone || equation.operator !== '=') return false;
    const others = doubt!.others.flatMap((other) => parseAmount(other, term.unit)?.fen ?? []);
    // Where nobody can say what else it may be, only an exact sum of something speaks for it.
    if (others.length === 0) return term.fen !== 0 && equation.total === 0;
    return others.every((other) => !holdsWith(equation, term, other));
  });
}
