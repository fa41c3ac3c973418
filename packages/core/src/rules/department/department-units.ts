/** 部门 = Σ 所属单位, cell by cell: domain family C10. Its instances are constraints like any other. */
import type { CellIndex } from '../../equations/cell-index.ts';
import type { DisclosureGrids } from '../../equations/disclosure-grids.ts';
import { evaluationOf, type Instance } from '../../equations/evaluate.ts';
import type { TableGrid } from '../../equations/table-grid.ts';
import { judge } from '../../equations/verdict.ts';
import { ORGANIZATION } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { BUDGET_LAW } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ConstrainRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

export const DEPARTMENT_UNITS: ConstrainRule = {
  phase: 'constrain',
  id: 'department-units',
  title: '部门的每个数等于所属各单位之和',
  group: '部门与单位',
  scope: EVERYWHERE,
  basis: [
    { document: BUDGET_LAW, article: '第十四条' },
    { document: '部门预算编制实务', says: '部门预算由本级及所属单位预算汇总编制' },
  ],
  severity: 'error',
  standing: 'definition',
  sure: '较可靠',
  check:
    '部门[*].* = 各单位[*].* 之和。只在同年同阶段的单位齐全时适用（与机构设置表的单位数一致，或绝大多数数字已经相符）。',
  run: (document, keep) => evaluationOf(document.share(instancesOf), keep),
};

/** Columns through which units of one department pay each other: the department's budget leaves these payments out. */
const INTERNAL = ['superior-subsidy', 'affiliate-payment', 'remittance', 'affiliate-subsidy'];
const INTERNAL_ROWS = ['上级补助', '附属单位上缴'];
const WITH_INTERNAL: readonly string[] = ['balance', 'revenue', 'expenditure'];
const NOT_ADDED: readonly string[] = ['project-funds', 'unit-price'];

/** Share of figures that must agree before the units given are taken to be all there are. */
const AGREEING = { counted: 0.5, uncounted: 0.9 } as const;

/** None where its units are not all there, as far as the figures tell. */
function instancesOf({ grids: department, units: others, cellIndex }: DocumentContext): readonly Instance[] {
  const units = others.map(({ grids }) => grids);
  if (units.length === 0) return [];
  const internal = units.some(paysInternally);
  const instances: Instance[] = [];
  for (const [name, grid] of department.tables) {
    if (internal && WITH_INTERNAL.includes(grid.form)) continue;
    const parts = units.map((unit) => unit.tables.get(name));
    if (!parts.every((part) => part !== undefined && part.unit === grid.unit)) continue;
    instances.push(...gridInstances(grid, parts as TableGrid[], cellIndex));
  }
  const agreeing = instances.filter((i) => judge(i.total, i.tolerance2, '=') !== 'violated').length;
  const counted = rowsOf(department.disclosure, ORGANIZATION).length === units.length;
  return agreeing >= instances.length * (counted ? AGREEING.counted : AGREEING.uncounted) ? instances : [];
}

function paysInternally({ tables }: DisclosureGrids): boolean {
  const filled = (grid: TableGrid | undefined, row: number | undefined, column: number | undefined) =>
    grid !== undefined &&
    row !== undefined &&
    column !== undefined &&
    (grid.cells[row * grid.columns.length + column]?.fen ?? 0) !== 0;
  const balance = tables.get('balance.revenue');
  if (INTERNAL_ROWS.some((role) => filled(balance, balance?.byName.get(role), 0))) return true;
  return ['revenue', 'expenditure'].some((name) => {
    const grid = tables.get(name);
    return INTERNAL.some((id) => filled(grid, grid?.byName.get('total'), grid?.columnIndex.get(id)));
  });
}

/** Rows by their key, over all that the department or a unit prints. */
function gridInstances(grid: TableGrid, parts: readonly TableGrid[], cellIndex: CellIndex): readonly Instance[] {
  const all = [grid, ...parts];
  const keys = new Set(all.flatMap((each) => [...each.byName.values()].map((row) => each.rows[row]!.key)));
  const instances: Instance[] = [];
  for (const key of keys) {
    const rows = all.map((each) => each.byName.get(key));
    if (rows.some((row, i) => row === undefined && !countsZero(all[i]!, key))) continue;
    if (rows.some((row, i) => row !== undefined && all[i]!.rows[row]!.heading)) continue;
    for (const column of grid.columns) {
      if (NOT_ADDED.includes(column)) continue;
      const instance = sumInstance(all, rows, column, cellIndex);
      if (instance) instances.push(instance);
    }
  }
  return instances;
}

/** A code that a table does not print is zero there; any other line may have another label, or stand there twice. */
function countsZero(grid: TableGrid, key: string): boolean {
  return grid.declaredEmpty || (/^\d+$/.test(key) && !grid.rows.some((row) => row.key === key));
}

function sumInstance(
  grids: readonly TableGrid[],
  rows: readonly (number | undefined)[],
  column: string,
  cellIndex: CellIndex,
): Instance | undefined {
  const cells: number[] = [];
  const coefficients: number[] = [];
  let [total, tolerance2, figures, split] = [0, 0, 0, 0];
  for (const [i, grid] of grids.entries()) {
    const index = grid.columnIndex.get(column);
    const row = rows[i];
    if (index === undefined && !grid.declaredEmpty) return undefined;
    if (row === undefined || index === undefined) continue;
    const at = row * grid.columns.length + index;
    const coefficient = i === 0 ? 1 : -1;
    cells.push(cellIndex.offset(grid) + at);
    coefficients.push(coefficient);
    if (i === 0) split = 1;
    const cell = grid.cells[at];
    if (!cell) continue;
    figures += 1;
    total += coefficient * cell.fen;
    tolerance2 += grid.step;
  }
  if (figures === 0) return undefined;
  return {
    family: DEPARTMENT_UNITS,
    cells,
    coefficients,
    split,
    operator: '=',
    constant: 0,
    scale: 1,
    total,
    tolerance2,
  };
}
