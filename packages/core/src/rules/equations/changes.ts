/** Columns of what a table's figures changed by, beside this year's and last year's. */
import { evaluationOf, type Instance } from '../../equations/evaluate.ts';
import type { FamilyOf } from '../../equations/family.ts';
import { instanceOf } from '../../equations/made-instance.ts';
import type { TableGrid } from '../../equations/table-grid.ts';
import { isBorneOut, isViolated } from '../../equations/verdict.ts';
import { inPeriod } from '../../model/address.ts';
import { changeOf } from '../../vocabulary/index.ts';
import { DISCLOSURE } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ConstrainRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

export const CHANGE_COLUMNS: ConstrainRule = {
  phase: 'constrain',
  id: 'change-columns',
  title: '表内的增减额等于本年数减上年数',
  group: '表内关系',
  scope: EVERYWHERE,
  basis: [{ document: DISCLOSURE, says: '与上年预算相比的增减变化' }],
  severity: 'error',
  standing: 'definition',
  sure: '较可靠',
  check: '印有上年数、本年数和增减额三栏的表，每行的增减额等于本年数减上年数（多数行已经相符时适用）。',
  run: (document, keep) => evaluationOf(document.share(instancesOf), keep),
};

const FAMILY: FamilyOf = CHANGE_COLUMNS;

function instancesOf({ grids, cellIndex }: DocumentContext): readonly Instance[] {
  const all = [grids.tables, ...grids.further].flatMap((named) => [...named.values()]);
  const forms = new Set(all.map(({ form }) => form));
  return [...forms].flatMap((form) => {
    const instances = all
      .filter((grid) => grid.form === form)
      .flatMap((grid) => changesIn(grid).flatMap((cells) => instanceOf(FAMILY, cells, [1, -1, 1], cellIndex) ?? []));
    const failed = instances.filter(isViolated).length;
    return isBorneOut(instances.length - failed, failed) ? instances : [];
  });
}

/** The three cells of each row: what it changed by, this year's, last year's. */
function changesIn(grid: TableGrid) {
  return grid.columns.flatMap((id, change) => {
    const measure = changeOf(id);
    const [own, previous] =
      measure === undefined ? [] : [measure, inPeriod(measure, 'previous')].map((key) => grid.columnIndex.get(key));
    if (own === undefined || previous === undefined) return [];
    return grid.rows.map((_, row) =>
      [change, own, previous].map((column) => ({ grid, at: row * grid.columns.length + column })),
    );
  });
}
