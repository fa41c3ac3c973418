/**
 * Payments between a department and its units are in both budgets, and in the department's not at all: 上级补助收入 of a unit is
 * 对附属单位补助支出 of the one above it, 上缴上级支出 of a unit is 附属单位上缴收入 above. What both sides state is taken out.
 */
import type { Problem } from '../disclosure.ts';
import { lineRole } from '../equations/line-roles.ts';
import { type Fen, formatAmount } from '../money.ts';
import { codeOf, type SumRow, type SumTable } from './sum-table.ts';

interface TransferKind {
  readonly revenue: { readonly name: string; readonly column: string; readonly role: string };
  readonly expenditure: { readonly name: string; readonly column: string };
}

const KINDS: readonly TransferKind[] = [
  {
    revenue: { name: '上级补助收入', column: 'superior-subsidy', role: '上级补助' },
    expenditure: { name: '对附属单位补助支出', column: 'affiliate-subsidy' },
  },
  {
    revenue: { name: '附属单位上缴收入', column: 'affiliate-payment', role: '附属单位上缴' },
    expenditure: { name: '上缴上级支出', column: 'remittance' },
  },
];

/** One kind of payment as both sides state it, in fen; the smaller amount was taken out of both. */
export interface Transfer {
  /** 上级补助收入 and 对附属单位补助支出, or 附属单位上缴收入 and 上缴上级支出. */
  readonly revenue: string;
  readonly expenditure: string;
  readonly received: Fen;
  readonly paid: Fen;
  readonly eliminated: Fen;
}

export interface Elimination {
  readonly transfers: readonly Transfer[];
  readonly problems: readonly Problem[];
}

/** Takes the payments out of the sums of the three tables that show them. */
export function eliminateTransfers(tables: ReadonlyMap<string, SumTable>): Elimination {
  const [balance, revenue, expenditure] = ['balance', 'revenue', 'expenditure'].map((form) => tables.get(form));
  const transfers: Transfer[] = [];
  const problems: Problem[] = [];
  for (const kind of KINDS) {
    const received = sumOf(revenue, kind.revenue.column);
    const paid = sumOf(expenditure, kind.expenditure.column);
    if (received === 0 && paid === 0) continue;
    const eliminated = Math.max(0, Math.min(received, paid));
    const names = { revenue: kind.revenue.name, expenditure: kind.expenditure.name };
    transfers.push({ ...names, received, paid, eliminated });
    if (received !== paid) problems.push(difference(kind, received, paid, eliminated));
    if (eliminated === 0) continue;
    take(revenue!, kind.revenue.column, ['subtotal', 'total'], eliminated);
    const spent = take(expenditure!, kind.expenditure.column, ['total'], eliminated);
    if (balance) takeFromBalance(balance, kind.revenue.role, spent, eliminated);
  }
  return { transfers, problems };
}

function difference({ revenue, expenditure }: TransferKind, received: Fen, paid: Fen, eliminated: Fen): Problem {
  const [got, gave, off] = [received, paid, Math.abs(received - paid)].map((fen) => formatAmount(fen, '万元'));
  const rest = received > paid ? revenue.name : expenditure.name;
  return {
    code: 'transfer-difference',
    message: `各单位${revenue.name}共 ${got} 万元，${expenditure.name}共 ${gave} 万元，相差 ${off} 万元；已抵销 ${formatAmount(eliminated, '万元')} 万元，其余仍列为${rest}，请核对是否另有部门以外的往来。`,
  };
}

/** Rows of the lowest level that a table prints: what the others add up. */
function leaves({ rows }: SumTable): readonly SumRow[] {
  const coded = rows.filter(({ row }) => codeOf(row) !== undefined);
  return coded.filter(({ row }) => {
    const code = codeOf(row)!;
    return !coded.some((other) => codeOf(other.row) !== code && codeOf(other.row)!.startsWith(code));
  });
}

function sumOf(table: SumTable | undefined, column: string): Fen {
  return table ? leaves(table).reduce((sum, { sums }) => sum + (sums[column] ?? 0), 0) : 0;
}

/** Takes `amount` out of a column's rows from the top, and out of all that adds them up. Returns what each code gave. */
function take(table: SumTable, column: string, also: readonly string[], amount: Fen): ReadonlyMap<string, Fen> {
  const taken = new Map<string, Fen>();
  let rest = amount;
  for (const { row, sums } of leaves(table)) {
    const part = Math.min(rest, sums[column] ?? 0);
    if (part <= 0) continue;
    taken.set(codeOf(row)!, part);
    rest -= part;
  }
  for (const sumRow of table.rows) {
    const code = codeOf(sumRow.row);
    if (code === undefined && sumRow.row.key !== 'total') continue;
    const part = under(taken, code ?? '');
    if (part !== 0) subtract(sumRow, [column, ...also], part);
  }
  return taken;
}

function under(taken: ReadonlyMap<string, Fen>, code: string): Fen {
  let sum = 0;
  for (const [own, fen] of taken) if (own.startsWith(code)) sum += fen;
  return sum;
}

const TOTALS: readonly string[] = ['本年收入合计', '收入总计', '本年支出合计', '支出总计'];

function takeFromBalance(balance: SumTable, role: string, spent: ReadonlyMap<string, Fen>, amount: Fen): void {
  for (const sumRow of balance.rows) {
    const { side, key, code } = sumRow.row;
    if (!side) continue;
    const own = code ? undefined : lineRole(side, key);
    if (own !== undefined && (TOTALS.includes(own) || own === role)) subtract(sumRow, ['amount'], amount);
    else if (code) subtract(sumRow, ['amount'], under(spent, code));
  }
}

/** A cell that comes to nothing is left blank, as it would be without the payment. */
function subtract({ sums }: SumRow, columns: readonly string[], amount: Fen): void {
  for (const column of columns) {
    const sum = sums[column];
    if (sum === undefined || amount === 0) continue;
    if (sum === amount) delete sums[column];
    else sums[column] = sum - amount;
  }
}
