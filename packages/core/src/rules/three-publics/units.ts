/** “三公”经费 of single units beside the whole, and what changed from the year before, where one table prints them. */
import type { CellIndex } from '../../equations/cell-index.ts';
import { evaluationOf, type Instance } from '../../equations/evaluate.ts';
import type { FamilyOf } from '../../equations/family.ts';
import { instanceOf } from '../../equations/made-instance.ts';
import type { TableGrid } from '../../equations/table-grid.ts';
import { isViolated } from '../../equations/verdict.ts';
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
  return [
    ...unitSums(whole, units, cellIndex),
    ...all.flatMap((grid, i) => {
      const change = all[i + 1];
      return change && !isChange(grid) && isChange(change) ? changes(grid, change, cellIndex) : [];
    }),
  ];
}

/** The whole as the sum of all units; where a line among them repeats the whole (the department's own), of the others, and that line equal to it. */
function unitSums(whole: TableGrid, units: readonly TableGrid[], cellIndex: CellIndex): readonly Instance[] {
  const agreeing = (parts: readonly TableGrid[]): readonly Instance[] => {
    const sums = parts.length > 0 ? gridSums(whole, parts, cellIndex) : [];
    const telling = sums.filter(({ cells: [own] }) => (cellIndex.place(own!).cell?.fen ?? 0) !== 0);
    const held = telling.filter((sum) => !isViolated(sum)).length;
    return held > 0 && held >= telling.length * AGREEING ? sums : [];
  };
  const all = units.length > 1 ? agreeing(units) : [];
  if (all.length > 0) return all;
  const repeating = units.filter((unit) => agreeing([unit]).length > 0);
  return [
    ...repeating.flatMap((unit) => agreeing([unit])),
    ...agreeing(units.filter((unit) => !repeating.includes(unit))),
  ];
}

/** The whole's cells, each the sum of its units'. */
function gridSums(whole: TableGrid, units: readonly TableGrid[], cellIndex: CellIndex): readonly Instance[] {
  return whole.columns.flatMap((_, column) =>
    whole.rows.flatMap((_row, row) => {
      const cells = [whole, ...units].map((grid) => ({ grid, at: row * grid.columns.length + column }));
      return instanceOf(FAMILY, cells, [1, ...units.map(() => -1)], cellIndex) ?? [];
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
      return change.cells[start + column] ? (instanceOf(FAMILY, cells, [1, -1, 1], cellIndex) ?? []) : [];
    });
  });
}
