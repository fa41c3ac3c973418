/** What is wrong in the execution of a budget at the end of a month: each fault one Chinese sentence. */
import { groupBy } from '../group-by.ts';
import { type Fen, formatAmount } from '../money.ts';
import type { WorkCalendar } from '../process/calendar.ts';
import { dueBy } from '../process/deadlines.ts';
import { ADJUSTMENTS, type Adjustment, CHANGE_SIGNS, type Execution, type LineState, lineStates } from './execution.ts';
import type { ExecutionRules } from './profile.ts';

export interface ExecutionFault {
  readonly code:
    | 'unknown-line'
    | 'same-line'
    | 'transfer'
    | 'direction'
    | 'overspent'
    | 'beyond-plan'
    | 'lump-sum'
    | 'negative'
    | 'unpaid';
  /** The line or the contract that it is about. */
  readonly line?: string;
  readonly message: string;
  /** By a rule that is not the place's own yet. */
  readonly provisional?: true;
}

/** A fault by a rule of the profile, marked where that rule is provisional. */
const byRule = (fault: ExecutionFault, provisional: string | undefined): ExecutionFault =>
  provisional === undefined
    ? fault
    : { ...fault, message: `${fault.message.replace(/。$/, '')}（暂定口径：${provisional}）。`, provisional: true };

/** Faults of lines and of the documents that changed them. @param month 1 to 12 */
export function executionFaults(
  execution: Execution,
  month: number,
  rules: Pick<ExecutionRules, 'refinedBy' | 'provisional'> = {},
): readonly ExecutionFault[] {
  const { lines, adjustments, plans, payments, commitments } = execution;
  const own = groupBy(lines, ({ id }) => id);
  const named = new Set([...adjustments, ...plans, ...payments, ...commitments].map(({ line }) => line));
  return [
    ...[...named].flatMap((line): readonly ExecutionFault[] =>
      own.has(line) ? [] : [{ code: 'unknown-line', line, message: `没有编号为“${line}”的指标。` }],
    ),
    ...[...own].flatMap(([line, { length }]): readonly ExecutionFault[] =>
      length === 1
        ? []
        : [{ code: 'same-line', line, message: `编号“${line}”有 ${length} 条指标，请改成不同的编号。` }],
    ),
    ...directionFaults(adjustments.filter((each) => each.month <= month)),
    ...transferFaults(adjustments.filter((each) => each.month <= month)),
    ...lineStates(execution, month).flatMap((state) => faultsOfLine(state, month, rules)),
  ];
}

function faultsOfLine(
  { line: { id, isLumpSum }, adjusted, paid, planned, committed, available }: LineState,
  month: number,
  { refinedBy, provisional }: Pick<ExecutionRules, 'refinedBy' | 'provisional'>,
): readonly ExecutionFault[] {
  const fault = (code: ExecutionFault['code'], message: string): ExecutionFault => ({ code, line: id, message });
  const faults: ExecutionFault[] = [];
  if (adjusted < 0) faults.push(fault('negative', `指标“${id}”调整后小于零。`));
  else if (available < 0)
    faults.push(fault('overspent', `指标“${id}”的支付数${committed > 0 ? '加合同未付数' : ''}超过调整后的指标数。`));
  if (planned !== undefined && paid > planned)
    faults.push(fault('beyond-plan', `指标“${id}”的累计支付数超过累计用款计划。`));
  if (isLumpSum && adjusted > 0 && refinedBy !== undefined && month >= refinedBy)
    faults.push(byRule(fault('lump-sum', `代编指标“${id}”到 ${refinedBy} 月底还没有细化到单位和项目。`), provisional));
  return faults;
}

/** What is added is no less, what is cut no more: a sign that was left out changes a line the wrong way. */
const directionFaults = (adjustments: readonly Adjustment[]): readonly ExecutionFault[] =>
  adjustments.flatMap(({ line, kind, delta }) => {
    const sign = CHANGE_SIGNS[kind];
    if (sign === 0 || delta * sign >= 0) return [];
    const message = `指标“${line}”的“${ADJUSTMENTS[kind]}”应写成${sign > 0 ? '增加（正数）' : '减少（负数）'}。`;
    return [{ code: 'direction' as const, line, message }];
  });

/** Transfers and refinements move money: those of one document add up to nothing. */
function transferFaults(adjustments: readonly Adjustment[]): readonly ExecutionFault[] {
  const moved = adjustments.filter(({ kind }) => kind === 'transfer' || kind === 'refined');
  return [...groupBy(moved, (each) => each.document)].flatMap(([document, own]): readonly ExecutionFault[] => {
    const sum = own.reduce((all, { delta }) => all + delta, 0);
    return sum === 0 ? [] : [{ code: 'transfer', message: `文件“${document}”的调剂或细化，调出数和调入数不相等。` }];
  });
}

/** Contracts that were accepted, are due on `today` and not paid in full. @param today `2026-03-02` */
export function unpaidAfterAcceptance(
  { acceptances, payments }: Pick<Execution, 'acceptances' | 'payments'>,
  today: string,
  { payWithin, provisional }: Pick<ExecutionRules, 'payWithin' | 'provisional'>,
  calendar: WorkCalendar,
): readonly ExecutionFault[] {
  if (!payWithin) return [];
  const month = Number(today.slice(5, 7));
  const paid = groupBy(
    payments.filter((each) => each.month <= month),
    ({ contract }) => contract,
  );
  const due = acceptances.filter(({ date }) => dueBy(payWithin, date, calendar).date < today);
  return [...groupBy(due, ({ contract }) => contract)].flatMap(([contract, own]): readonly ExecutionFault[] => {
    const open: Fen =
      own.reduce((all, { amount }) => all + amount, 0) -
      (paid.get(contract) ?? []).reduce((all, { amount }) => all + amount, 0);
    if (open <= 0) return [];
    const term = `${payWithin.days} ${payWithin.count === 'days' ? '日' : '个工作日'}`;
    const message = `合同“${contract}”验收已过 ${term}，还有 ${formatAmount(open, '元')} 元没有支付。`;
    return [byRule({ code: 'unpaid', line: contract, message }, provisional)];
  });
}
