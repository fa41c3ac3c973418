/** The columns of final accounts that print the budget, beside what the budget of the year printed. */

import type { Disclosure, Row, Statement } from '../../disclosure.ts';
import { type Figure, figure, stepOf } from '../../figures/index.ts';
import type { Evidence, Finding } from '../../finding.ts';
import { hasItemColumns, itemColumnAt } from '../../forms/index.ts';
import { type Address, columnAt } from '../../model/address.ts';
import { columnIds } from '../../model/columns.ts';
import { kindOf } from '../../model/document-kinds.ts';
import type { Cell } from '../../model/values.ts';
import { wan } from '../../money.ts';
import { DISCLOSURE } from '../basis.ts';
import type { RelateRule } from '../rule.ts';

const MOST_TOLD = 3;

export const BUDGET_COLUMN: RelateRule = {
  phase: 'relate',
  beside: 'plan',
  id: 'accounts-budget-column',
  title: '决算表的预算数一栏与预算公开一致',
  group: '决算与预算',
  scope: { kinds: ['final-accounts'] },
  basis: [{ document: DISCLOSURE, says: '说明预算执行情况' }],
  severity: 'notice',
  sure: '供参考',
  check:
    '同一单位同一年度的预算也在时：决算各表“年初预算数”“预算数”一栏印出的数，等于预算公开同一张表同一行的数，按两处印刷的舍入；每张表提示一条。“全年预算数”“调整预算数”不比；预算没有印这一行，或没有读出的，不比。',
  run: ({ disclosure }, { disclosure: budget }) =>
    disclosure.statements.flatMap((statement) => {
      const other = differing(disclosure, statement, budget);
      return other.length === 0 ? [] : [findingOf(disclosure, statement, other)];
    }),
};

interface Differing {
  readonly label: string;
  readonly told: Evidence;
  readonly fen: number;
  readonly printed: Figure;
}

function differing(accounts: Disclosure, statement: Statement, budget: Disclosure): readonly Differing[] {
  const step = stepOf(accounts, statement);
  const { period } = kindOf(budget.stage);
  return statement.rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([key, cell]): readonly Differing[] => {
      const at = columnAt(key);
      if (at.period !== period) return [];
      const found = figure(budget, inBudget(statement, row, at.column));
      if (found.state !== 'printed' || Math.abs(cell.fen - found.figure.fen) * 2 <= step + found.figure.step) return [];
      return [{ label: row.label, told: evidenceOf(statement, row, key, cell), fen: cell.fen, printed: found.figure }];
    }),
  );
}

/** Where the budget prints the figure of a cell: in the same row and column, of its own period. */
function inBudget(statement: Statement, { key, side, unit }: Row, column: string): Address {
  const { form } = statement;
  if (form === 'three-publics' && hasItemColumns(columnIds(statement))) {
    const { item, fund = 'total' } = itemColumnAt(column);
    return { form, row: item, column: fund };
  }
  return { form, row: key, column, ...(side === undefined ? {} : { side }), ...(unit === undefined ? {} : { unit }) };
}

const evidenceOf = ({ form }: Statement, { key }: Row, column: string, { text, origin }: Cell): Evidence => ({
  form,
  row: key,
  column,
  text,
  origin,
});

function findingOf({ agency }: Disclosure, { form, title }: Statement, other: readonly Differing[]): Finding {
  const told = other.map(({ label, fen, printed }) => `“${label}”${wan(fen)}，预算公开 ${wan(printed.fen)}`);
  const message = `“${title}”的预算数有 ${other.length} 处与预算公开的不同：${told.slice(0, MOST_TOLD).join('；')}${told.length > MOST_TOLD ? '等' : ''}。是调整后的预算数的，请在表头写明`;
  return {
    rule: BUDGET_COLUMN.id,
    severity: BUDGET_COLUMN.severity,
    agency: agency.name,
    form,
    message,
    evidence: other.flatMap(({ told: own, printed: { form: of, row, column, text, origin } }) => [
      own,
      { form: of, row, column, text, origin },
    ]),
  };
}
