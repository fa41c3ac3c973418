/** Figures printed finer than the rest of their table: a digit typed too many, or an unrounded copy. */

import type { CellIndex, CellPlace } from '../../equations/cell-index.ts';
import { amountText, evidenceOf, placeName } from '../../equations/describe.ts';
import type { Instance } from '../../equations/evaluate.ts';
import type { Evidence } from '../../finding.ts';
import { PROCUREMENT } from '../../kinds/index.ts';
import { decimalsOf, type Fen } from '../../money.ts';
import { DISCLOSURE } from '../basis.ts';
import type { DocumentFinding, LocateRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

export const EXCESS_PRECISION: LocateRule = {
  phase: 'locate',
  id: 'excess-precision',
  title: '数字的小数位多于本表其他数字',
  group: '数字格式',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '同一张表按同一金额单位和小数位数公开' }],
  severity: 'error',
  sure: '较可靠',
  check: '本表通常印到几位小数，由全表数字得出；个别数字多出位数即报告，并给出同一关系中的其他数字和建议值。',
  run: ({ cellIndex, instances }) => ({
    findings: outliers(cellIndex).map((id) => report(id, cellIndex, instances())),
  }),
};

/** A table must have this many figures for one of them to stand out. */
const FIGURES = 5;

function outliers(cellIndex: CellIndex): readonly number[] {
  const found: number[] = [];
  for (const grids of cellIndex.disclosures) {
    for (const grid of grids.tables.values()) {
      if (!grid.hasFiner || grid.decimals === 0 || grid.form === PROCUREMENT.id) continue;
      const figures = grid.cells.filter((cell) => cell !== undefined).length;
      const finer = grid.cells.flatMap((cell, i) => (cell && decimalsOf(cell.text) > grid.decimals ? [i] : []));
      if (finer.length === 0 || figures < FIGURES || finer.length * FIGURES > figures) continue;
      found.push(...finer.map((i) => cellIndex.offset(grid) + i));
    }
  }
  return found;
}

function report(id: number, cellIndex: CellIndex, instances: readonly Instance[]): DocumentFinding {
  const place = cellIndex.place(id);
  const cell = place.cell!;
  const { grid } = place;
  const related = instances.filter((instance) => instance.cells.includes(id) && instance.operator === '=');
  const rounded = Math.round(cell.fen / grid.step) * grid.step;
  const implied = related
    .map((instance) => valueImplied(instance, id, cell.fen))
    .filter((fen) => fen % grid.step === 0);
  const expected = implied.includes(rounded) ? rounded : (nearest(implied, cell.fen, grid.step) ?? rounded);
  const text = amountText(expected, place);
  const usual = `本表其他数字为 ${grid.decimals} 位小数`;
  const siblings = siblingTexts(related, id, cellIndex);
  const sums = otherSums(related, id, cell.fen, expected, place);
  const finding = {
    rule: EXCESS_PRECISION.id,
    severity: EXCESS_PRECISION.severity,
    agency: place.grids.disclosure.agency.name,
    form: grid.form,
    message: `${placeName(place)} 印作 ${cell.text}，${usual}，此数多出 ${decimalsOf(cell.text) - grid.decimals} 位${siblings}${sums}`,
    expected,
    actual: cell.fen,
    difference: cell.fen - expected,
    evidence: [evidenceOf(place), ...siblingEvidence(related, id, cellIndex)],
    suggestion: `应为 ${text}`,
  };
  return { grids: place.grids, finding };
}

/** What other figures add up to, where that is not the expected value either: rounding of the parts shows here. */
function otherSums(related: readonly Instance[], id: number, fen: Fen, expected: Fen, place: CellPlace): string {
  const sums = related
    .filter((instance) => instance.cells.length > 2)
    .map((instance) => valueImplied(instance, id, fen))
    .filter((value) => value !== expected && value !== fen);
  return [...new Set(sums)].map((value) => `，各项相加为 ${amountText(value, place)}`).join('');
}

/** The value at which the instance holds exactly. */
function valueImplied(instance: Instance, id: number, fen: Fen): Fen {
  const coefficient = instance.coefficients[instance.cells.indexOf(id)]!;
  return fen - instance.total / coefficient;
}

/** The value implied by an equation, if it lies within rounding of the printed one. */
function nearest(values: readonly Fen[], printed: Fen, step: Fen): Fen | undefined {
  const close = values.filter((value) => Math.abs(value - printed) < 2 * step);
  return close.sort((a, b) => Math.abs(a - printed) - Math.abs(b - printed))[0];
}

function siblingTexts(related: readonly Instance[], id: number, cellIndex: CellIndex): string {
  const rows = related
    .flatMap((instance) => others(instance, id, cellIndex))
    .filter(({ row }) => row === cellIndex.place(id).row);
  const sameRow = [...new Map(rows.map((place) => [place.cell, place])).values()].filter(
    (place) => place.grid === cellIndex.place(id).grid,
  );
  if (sameRow.length === 0) return '';
  return `（同行 ${sameRow.map((place) => `${placeName(place).split(' ').at(-1)} ${place.cell!.text}`).join('、')}）`;
}

function siblingEvidence(related: readonly Instance[], id: number, cellIndex: CellIndex): readonly Evidence[] {
  const places = related.flatMap((instance) => others(instance, id, cellIndex));
  return [...new Map(places.map((place) => [place.cell, place])).values()].map(evidenceOf);
}

function others(instance: Instance, id: number, cellIndex: CellIndex): readonly CellPlace[] {
  return instance.cells
    .filter((cell) => cell !== id)
    .map((cell) => cellIndex.place(cell))
    .filter((place) => place.cell);
}
