/**
 * Documents whose figures add up to the last digit. Where amounts were rounded for printing, every fourth or fifth sum of several
 * is off by a digit or two; where dozens of sums are exact and not one is off, nothing was rounded, and the one that is off
 * by a digit is a mistake and no rounding.
 */
import type { CellIndex } from '../../equations/cell-index.ts';
import type { Instance } from '../../equations/evaluate.ts';
import { judge } from '../../equations/verdict.ts';
import type { Fen } from '../../money.ts';

/** How many sums must be expected off if figures were rounded, at least and more for each that is off. */
const EXPECTED = { least: 8, more: 3 } as const;

/** The instances, rounding put down to mistakes in the documents that do not round: they are told mildly. */
export function withoutRounding(instances: readonly Instance[], cellIndex: CellIndex): readonly Instance[] {
  const exact = exactDocuments(instances, cellIndex);
  if (exact.size === 0) return instances;
  return instances.map((instance) => {
    const sums = exact.get(printedAlike(instance, cellIndex));
    const verdict = sums === undefined ? undefined : verdictOf(instance, cellIndex);
    if (verdict === undefined || verdict === 'violated') return instance;
    if (verdict === 'exact') return { ...instance, tolerance2: 0 };
    const severity = instance.family.severity === 'error' ? 'warning' : instance.family.severity;
    return { ...instance, tolerance2: 0, family: { ...instance.family, severity }, exactBeside: sums! };
  });
}

/** The document of an instance and how its table prints: 元 exactly and 万元 rounded from them may stand in one document. */
function printedAlike({ cells }: Instance, cellIndex: CellIndex): string {
  const { grids, grid } = cellIndex.place(cells[0]!);
  return `${cellIndex.disclosures.indexOf(grids)} ${grid.unit} ${grid.step}`;
}

/** Where sums are exact too often to be rounded, with how many sums are. Figures repeated in other tables count once. */
function exactDocuments(instances: readonly Instance[], cellIndex: CellIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, { sums: Set<string>; exact: number; off: number; expected: number }>();
  for (const instance of instances) {
    const verdict = verdictOf(instance, cellIndex);
    if (verdict === undefined || verdict === 'violated') continue;
    const figures = instance.cells.map((cell) => cellIndex.place(cell).cell?.fen ?? 0).filter((fen) => fen !== 0);
    const chance = chanceOff(figures, cellIndex.place(instance.cells[0]!).grid.step);
    if (chance === 0) continue;
    const printing = printedAlike(instance, cellIndex);
    const of = counts.get(printing) ?? { sums: new Set(), exact: 0, off: 0, expected: 0 };
    counts.set(printing, of);
    const sum = figures.sort((a, b) => a - b).join();
    if (of.sums.has(sum)) continue;
    of.sums.add(sum);
    of.expected += chance;
    if (verdict === 'exact') of.exact += 1;
    else of.off += 1;
  }
  const isExact = ({ expected, off }: { expected: number; off: number }) =>
    expected >= EXPECTED.least + EXPECTED.more * off;
  return new Map([...counts].flatMap(([printing, of]) => (isExact(of) ? [[printing, of.exact] as const] : [])));
}

/** How likely a sum of rounded figures is off: the more of them there are that end in any digit, up to every other one. */
function chanceOff(figures: readonly Fen[], step: Fen): number {
  const odd = figures.filter((fen) => (fen / step) % 10 !== 0).length;
  return odd < 3 ? 0 : Math.min(0.5, 0.25 + 0.06 * (odd - 3));
}

/** How a sum within one document, in one unit and printed equally finely, comes out; undefined of any other equation. */
function verdictOf(instance: Instance, cellIndex: CellIndex) {
  const { cells, coefficients, operator, scale, total, tolerance2, family } = instance;
  if (operator !== '=' || scale !== 1 || family.standing !== 'definition') return undefined;
  // A price times a quantity is rounded where sums are not.
  if (coefficients.some((coefficient) => Math.abs(coefficient) !== 1)) return undefined;
  const [first, ...others] = cells.map((cell) => cellIndex.place(cell));
  const isAlike = others.every(
    ({ grids, grid }) => grids === first!.grids && grid.unit === first!.grid.unit && grid.step === first!.grid.step,
  );
  return isAlike && !first!.grid.hasFiner ? judge(total, tolerance2, operator) : undefined;
}
