/** Whether the conditions of an equation are true of a disclosure. */
import { fixedRows } from './bind.ts';
import type { DisclosureGrids } from './disclosure-grids.ts';
import type { Condition, Equation, Ref, SimpleCondition, Term } from './syntax.ts';
import { judge } from './verdict.ts';

/** Whether any alternative of a condition is true of a document's grids. */
export function conditionHolds(condition: Condition, grids: DisclosureGrids): boolean {
  return condition.some((simple) => simpleHolds(simple, grids));
}

function simpleHolds(condition: SimpleCondition, grids: DisclosureGrids): boolean {
  switch (condition.kind) {
    case 'stage':
      return (grids.disclosure.stage === condition.stage) !== condition.negated;
    case 'printed':
      return isPrinted(condition.ref, grids, false) !== condition.negated;
    case 'filled':
      return isPrinted(condition.ref, grids, true) !== condition.negated;
    case 'holds':
      return equationHolds(condition.equation, grids);
  }
}

/** Whether any of the rows and columns named is printed, and with `filled` has a figure. */
function isPrinted(ref: Ref, grids: DisclosureGrids, filled: boolean): boolean {
  const grid = grids.tables.get(ref.grid);
  if (!grid) return false;
  // Of a whole table: a blank one is printed, too.
  if (!filled && ref.rows[0] === '*' && ref.columns[0] === '*') return true;
  const columns = ref.columns[0] === '*' ? grid.columns : ref.columns;
  const indexes = columns.map((column) => grid.columnIndex.get(column)).filter((column) => column !== undefined);
  const rows = fixedRows(grid, { ...ref, fold: 'sum' });
  if (!filled) return indexes.length > 0 && rows.length > 0;
  return rows.some((row) => indexes.some((column) => grid.cells[row * grid.columns.length + column] !== undefined));
}

/** Here an unprinted row or column counts zero; a missing form makes it false, unless its term is marked `?`. */
function equationHolds(equation: Equation, grids: DisclosureGrids): boolean {
  let total = 0;
  let tolerance2 = 0;
  for (const [terms, sign] of [[equation.left, 1] as const, [equation.right, -1] as const]) {
    for (const { coefficient, ref, constant = 0 } of terms) {
      if (!ref) {
        total += sign * coefficient * constant;
        continue;
      }
      const grid = grids.tables.get(ref.grid);
      if (!grid && ref.presence !== 'option') return false;
      if (!grid) continue;
      for (const row of fixedRows(grid, ref)) {
        for (const column of ref.columns) {
          const index = grid.columnIndex.get(column);
          const cell = index === undefined ? undefined : grid.cells[row * grid.columns.length + index];
          if (!cell) continue;
          total += sign * coefficient * cell.fen;
          tolerance2 += Math.abs(coefficient) * grid.step;
        }
      }
    }
  }
  // What is printed as 0.01 is not nothing, however many lines a sum has to round.
  if (equation.operator === '=' && equation.right.every(isZero)) return total === 0;
  return judge(total, tolerance2, equation.operator) !== 'violated';
}

const isZero = ({ ref, constant = 0 }: Term): boolean => ref === undefined && constant === 0;
