/** The procurement of a project stays within the project's money; rows of one project are told by name and funds. */
import { evaluationOf, type Instance } from '../../equations/evaluate.ts';
import { PROCUREMENT } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { PROCUREMENT_LAW } from '../basis.ts';
import type { DocumentContext } from '../context.ts';
import type { ConstrainRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';

export const PROJECT_PROCUREMENT: ConstrainRule = {
  phase: 'constrain',
  id: 'procurement-project-funds',
  title: '同一项目的采购金额不大于项目预算资金',
  group: '政府采购和资产',
  scope: EVERYWHERE,
  basis: [{ document: PROCUREMENT_LAW, article: '第六条、第三十三条', says: '采购按批准的预算执行' }],
  severity: 'error',
  standing: 'definition',
  sure: '确定',
  check: '同一单位、同一项目名称、同一预算资金的各行采购金额之和 <= 该项目的预算资金。',
  run: (document, keep) => evaluationOf(projectInstances(document), keep),
};

/** Equations between a project's procurement rows and its funds, as far as both are printed. */
function projectInstances({ grids, cellIndex }: DocumentContext): readonly Instance[] {
  const grid = grids.tables.get('procurement');
  if (!grid) return [];
  const funds = grid.columnIndex.get('project-funds')!;
  const amount = grid.columnIndex.get('grand-total') ?? grid.columnIndex.get('total');
  if (amount === undefined) return [];
  const width = grid.columns.length;
  const projects = new Map<string, number[]>();
  let owner = '';
  rowsOf(grids.disclosure, PROCUREMENT).forEach((row, r) => {
    if (row.kind !== 'item') owner = row.label;
    else if (row.project && row.projectFunds) {
      const key = [owner, row.project, row.projectFunds.fen].join('\u0000');
      projects.set(key, [...(projects.get(key) ?? []), r]);
    }
  });
  const base = cellIndex.offset(grid);
  return [...projects.values()].map((rows) => {
    const limit = rows[0]! * width + funds;
    const amounts = rows.map((r) => r * width + amount);
    const figures = amounts.filter((at) => grid.cells[at]);
    return {
      family: PROJECT_PROCUREMENT,
      cells: [...amounts, limit].map((at) => base + at),
      coefficients: [...amounts.map(() => 1), -1],
      split: amounts.length,
      operator: '<=',
      constant: 0,
      scale: 1,
      total: figures.reduce((sum, at) => sum + grid.cells[at]!.fen, 0) - grid.cells[limit]!.fen,
      tolerance2: (figures.length + 1) * grid.step,
    };
  });
}
