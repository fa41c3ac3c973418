/** “三公”经费 of single units beside the whole, and what changed from the year before, where one table prints them. */
import type { CellIndex } from '../../equations/cell-index.ts';
import { evaluationOf, type Instance } from '../../equations/evaluate.ts';
import type { FamilyOf } from '../../equations/family.ts';
import type { TableGrid } from '../../equations/table-grid.ts';
import { judge } from '../../equations/verdict.ts';
import { inPeriod } from '../../model/address.ts';
import { DISCLOSURE } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ConstrainRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

export const THREE_PUBLICS_UNITS: ConstrainRule = {
  phase: 'constrain',
  id: 'three-publics-units',
  title: '“三公”经费表的合计等于所列各单位之和，增减等于本年减上年',
  group: '“三公”经费',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '“三公”经费按三项公开，并与上年比较' }],
  severity: 'error',
  standing: 'definition',
  sure: '较可靠',
  check: '合计行的每个数等于各单位行之和（所列单位的多数数字已经相符时适用）；增减变化行的每个数等于本年数减上年数。',
  run: (document, keep) => evaluationOf(document.share(instancesOf), keep),
};

const FAMILY: FamilyOf = THREE_PUBLICS_UNITS;

/** So many of the figures must agree before the rows below are taken to be all units. */
const AGREEING = 0.6;

function instancesOf({ grids, cellIndex }: DocumentContext): readonly Instance[] {
  const whole = grids.tables.get('three-publics');
  const parts = grids.further.flatMap((named) => named.get('three-publics') ?? []);
  if (!whole || parts.length === 0) return [];
  const isChange = (grid: TableGrid) => /增减|变动|变化/.test(grid.rows[0]?.source ?? '');
  const units = parts.filter((grid) => !isChange(grid));
  const all = [whole, ...parts];
  const sums = units.length > 1 ? gridSums(whole, units, cellIndex) : [];
  const telling = sums.filter(({ cells: [own] }) => (cellIndex.place(own!).cell?.fen ?? 0) !== 0);
  const agreeing = telling.filter(({ total, tolerance2 }) => judge(total, tolerance2, '=') !== 'violated').length;
  return [
    ...(agreeing > 0 && agreeing >= telling.length * AGREEING ? sums : []),
    ...all.flatMap((grid, i) => {
      const change = all[i + 1];
      return change && !isChange(grid) && isChange(change) ? changes(grid, change, cellIndex) : [];
    }),
  ];
}

/** The whole's cells, each the sum of its units'. */
function gridSums(whole: TableGrid, units: readonly TableGrid[], cellIndex: CellIndex): readonly Instance[] {
  return whole.columns.flatMap((_, column) =>
    whole.rows.flatMap((_row, row) => {
      const cells = [whole, ...units].map((grid) => ({ grid, at: row * grid.columns.length + column }));
      return instanceOf(cells, [1, ...units.map(() => -1)], cellIndex) ?? [];
    }),
  );
}

/** 增减 = 本年 − 上年. */
function changes(grid: TableGrid, change: TableGrid, cellIndex: CellIndex): readonly Instance[] {
  return grid.columns.flatMap((id, column) => {
    const previous = grid.columnIndex.get(inPeriod(id, 'previous'));
    if (previous === undefined || id === inPeriod(id, 'previous')) return [];
    return grid.rows.flatMap((_, row) => {
      const start = row * grid.columns.length;
      const cells = [
        { grid: change, at: start + column },
        { grid, at: start + column },
        { grid, at: start + previous },
      ];
      return change.cells[start + column] ? (instanceOf(cells, [1, -1, 1], cellIndex) ?? []) : [];
    });
  });
}

/** Undefined where no cell has a figure, or one has something else than a number. */
function instanceOf(
  cells: readonly { readonly grid: TableGrid; readonly at: number }[],
  coefficients: readonly number[],
  cellIndex: CellIndex,
): Instance | undefined {
  if (cells.some(({ grid, at }) => grid.unread.has(at)) || cells.every(({ grid, at }) => !grid.cells[at]))
    return undefined;
  const sum = (of: (grid: TableGrid, at: number, coefficient: number) => number) =>
    cells.reduce((total, { grid, at }, i) => total + (grid.cells[at] ? of(grid, at, coefficients[i]!) : 0), 0);
  return {
    family: FAMILY,
    cells: cells.map(({ grid, at }) => cellIndex.offset(grid) + at),
    coefficients,
    split: 1,
    operator: '=',
    constant: 0,
    scale: 1,
    total: sum((grid, at, coefficient) => coefficient * grid.cells[at]!.fen),
    tolerance2: sum((grid) => grid.step),
  };
}
