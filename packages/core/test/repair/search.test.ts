/** What changed cells do to the equations that they stand in, and what an explanation of several mistakes costs. */
import { describe, expect, it } from 'vitest';
import { CellIndex } from '../../src/equations/cell-index.ts';
import { gridsOf } from '../../src/equations/disclosure-grids.ts';
import { evaluate } from '../../src/equations/evaluate.ts';
import { builtinFamilies } from '../../src/equations/families/families.ts';
import { Constraints, State } from '../../src/repair/constraints.ts';
import { search } from '../../src/repair/search.ts';
import { doc, table } from '../rules/make.ts';

/** The cells of 支出总表 under all equations; `at` finds one by its row and column. */
function stateOf(rows: string) {
  const grids = gridsOf(doc(table('expenditure', 'total basic project', rows)));
  const cellIndex = new CellIndex([grids]);
  const grid = grids.tables.get('expenditure')!;
  const constraints = new Constraints(evaluate(builtinFamilies(), grids, cellIndex, 'all').instances, cellIndex);
  const at = (row: string, column: string) =>
    cellIndex.offset(grid) + grid.byName.get(row)! * grid.columns.length + grid.columnIndex.get(column)!;
  return { state: State.initial(constraints), constraints, at, step: grid.step };
}

describe('the rounding that an equation allows', () => {
  const { state, at, step } = stateOf('total 合计 30.00 20.00 -');
  const wan = 1_000_000;
  it.each([
    ['grows with a figure where none was', 'project', undefined, 10 * wan, 1],
    ['stays with another figure for one', 'basic', 20 * wan, 30 * wan, 0],
    ['shrinks with a figure taken out', 'basic', 20 * wan, undefined, -1],
  ])('%s', (_, column, from, to, steps) => {
    const cell = at('total', column);
    const after = [...state.after([{ cell, from, to }])];
    expect(after.length).toBeGreaterThan(0);
    for (const { index, tolerance2, total } of after) {
      expect(tolerance2 - state.balance(index).tolerance2).toBe(steps * step);
      expect(Math.abs(total - state.balance(index).total)).toBe(Math.abs((to ?? 0) - (from ?? 0)));
    }
  });
});

it('two mistakes cost what both change and what is left broken, less small bonuses', () => {
  const { state, constraints } = stateOf(
    '201 一般公共服务支出 30.00 20.00 10.00\n20103 政府办公厅（室）及相关机构事务 30.00 20.00 10.00\n2010301 行政运行 20.00 17.00 8.00\n2010350 事业运行 10.00 8.00 7.00\ntotal 合计 30.00 20.00 10.00',
  );
  const weight = ({ violated }: State) =>
    [...violated].reduce((sum, index) => sum + constraints.list[index]!.weight, 0);
  const { best } = search(state, state.violated)!;
  expect(best.changes).toHaveLength(2);
  const after = best.changes.reduce((sum, change) => sum.apply(change), state);
  const plain = best.changes.reduce((sum, { cost }) => sum + cost, 0) + weight(after) - weight(state);
  expect(best.cost).toBeLessThanOrEqual(plain + 1e-9);
  expect(best.cost).toBeGreaterThan(plain - 2 * 0.3);
});
