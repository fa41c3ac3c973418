/** Execution: authority lines of the approved budget, what was planned, committed and paid on them, and what is left. All money in fen. */
import type { Fen } from '../money.ts';
import type { FundId } from '../vocabulary/index.ts';
import { minus, type Ratio, ratio, times } from './ratio.ts';

/** 指标: a line of authority to spend, as approved. */
export interface AuthorityLine {
  readonly id: string;
  readonly unit: string;
  readonly project: string;
  /** Functional item and economic item, codes. */
  readonly functional: string;
  readonly economic?: string;
  readonly fund: FundId;
  readonly document: string;
  readonly amount: Fen;
  /** 代编: not broken down to a unit and an item yet. */
  readonly isLumpSum?: boolean;
}

/** 追加、追减、调剂、结转、收回、细化. A transfer is two of them that add up to nothing. */
export interface Adjustment {
  readonly line: string;
  readonly kind: 'added' | 'cut' | 'transfer' | 'carryover' | 'recovered' | 'refined';
  readonly month: number;
  readonly delta: Fen;
  readonly document: string;
  readonly reason: string;
}

/** Of a month, on a line: a plan, a payment or a commitment. What is paid of a commitment names it. */
export interface Entry {
  readonly line: string;
  readonly month: number;
  readonly amount: Fen;
  readonly contract?: string;
}

export interface Execution {
  readonly lines: readonly AuthorityLine[];
  readonly adjustments: readonly Adjustment[];
  readonly plans: readonly Entry[];
  readonly payments: readonly Entry[];
  /** Contracts; payments that name one take from it. */
  readonly commitments: readonly Entry[];
}

export interface LineState {
  readonly line: AuthorityLine;
  readonly adjustment: Fen;
  readonly adjusted: Fen;
  readonly paid: Fen;
  /** Of contracts, what is not paid yet. */
  readonly committed: Fen;
  /** adjusted − paid − committed. */
  readonly available: Fen;
}

const upTo = <T extends { readonly month: number }>(entries: readonly T[], month: number): readonly T[] =>
  entries.filter((each) => each.month <= month);
const total = (entries: readonly Entry[]): Fen => entries.reduce((all, { amount }) => all + amount, 0);

/** Every line at the end of a month. */
export function lineStates(
  { lines, adjustments, payments, commitments }: Execution,
  month: number,
): readonly LineState[] {
  return lines.map((line) => {
    const own = <T extends { readonly line: string; readonly month: number }>(entries: readonly T[]) =>
      upTo(entries, month).filter((each) => each.line === line.id);
    const adjustment = own(adjustments).reduce((all, { delta }) => all + delta, 0);
    const adjusted = line.amount + adjustment;
    const paid = total(own(payments));
    const committed = openCommitments(own(commitments), own(payments));
    return { line, adjustment, adjusted, paid, committed, available: adjusted - paid - committed };
  });
}

/** Contract by contract: one that is paid beyond its amount binds nothing more. */
function openCommitments(commitments: readonly Entry[], payments: readonly Entry[]): Fen {
  const contracts = new Set(commitments.map(({ contract }) => contract));
  return [...contracts].reduce((all, contract) => {
    const bound = total(commitments.filter((each) => each.contract === contract));
    const paid = contract === undefined ? 0 : total(payments.filter((each) => each.contract === contract));
    return all + Math.max(0, bound - paid);
  }, 0);
}

export interface ExecutionFault {
  readonly code: 'unknown-line' | 'transfer' | 'overspent' | 'beyond-plan' | 'lump-sum' | 'negative';
  readonly line?: string;
  readonly message: string;
}

const REFINED_BY = 6;

/** What is wrong at the end of a month: each fault one Chinese sentence. */
export function executionFaults(execution: Execution, month: number): readonly ExecutionFault[] {
  const { lines, adjustments, plans, payments, commitments } = execution;
  const known = new Set(lines.map(({ id }) => id));
  const strangers = [
    ...new Set([...adjustments, ...plans, ...payments, ...commitments].map(({ line }) => line)),
  ].filter((id) => !known.has(id));
  const plannedOn = new Set(plans.map(({ line }) => line));
  return [
    ...strangers.map((line) => ({ code: 'unknown-line' as const, line, message: `没有编号为“${line}”的指标。` })),
    ...transferFaults(upTo(adjustments, month)),
    ...lineStates(execution, month).flatMap(
      ({ line: { id, isLumpSum }, adjusted, paid, committed, available }): readonly ExecutionFault[] => [
        ...(adjusted < 0 ? [{ code: 'negative' as const, line: id, message: `指标“${id}”调整后小于零。` }] : []),
        ...(adjusted >= 0 && available < 0
          ? [
              {
                code: 'overspent' as const,
                line: id,
                message: `指标“${id}”的支付数${committed > 0 ? '加合同未付数' : ''}超过调整后的指标数。`,
              },
            ]
          : []),
        ...(plannedOn.has(id) && paid > total(upTo(plans, month).filter(({ line }) => line === id))
          ? [{ code: 'beyond-plan' as const, line: id, message: `指标“${id}”的累计支付数超过累计用款计划。` }]
          : []),
        ...(isLumpSum && adjusted > 0 && month >= REFINED_BY
          ? [
              {
                code: 'lump-sum' as const,
                line: id,
                message: `代编指标“${id}”到 ${REFINED_BY} 月 30 日还没有细化到单位和项目。`,
              },
            ]
          : []),
      ],
    ),
  ];
}

/** Transfers and refinements move money: those of one document add up to nothing. */
function transferFaults(adjustments: readonly Adjustment[]): readonly ExecutionFault[] {
  const moved = adjustments.filter(({ kind }) => kind === 'transfer' || kind === 'refined');
  return [...new Set(moved.map(({ document }) => document))].flatMap((document): readonly ExecutionFault[] => {
    const sum = moved.filter((each) => each.document === document).reduce((all, { delta }) => all + delta, 0);
    return sum === 0 ? [] : [{ code: 'transfer', message: `文件“${document}”的调剂或细化，调出数和调入数不相等。` }];
  });
}

/** A line of the monthly report. Rates in percent; absent where there is no budget, or no last year to compare with. */
export interface MonthlyRow {
  readonly name: string;
  readonly initial: Fen;
  readonly adjustment: Fen;
  readonly adjusted: Fen;
  readonly month: Fen;
  readonly cumulative: Fen;
  readonly rate?: Ratio;
  /** Even pace: month ÷ 12. */
  readonly pace: Ratio;
  /** Points that the rate is ahead of the pace; behind it below zero. */
  readonly gap?: Ratio;
  readonly lastYear?: Fen;
}

/** 支出进度月报 by project, in the order of the lines. @param lastYear cumulative payments of the same months by project */
export function monthlyReport(
  execution: Execution,
  month: number,
  lastYear: Readonly<Record<string, Fen>> = {},
): readonly MonthlyRow[] {
  const states = lineStates(execution, month);
  return [...new Set(states.map(({ line }) => line.project))].map((name) => {
    const own = states.filter(({ line }) => line.project === name);
    const ids = new Set(own.map(({ line }) => line.id));
    return monthlyRow(
      name,
      own,
      total(execution.payments.filter((each) => each.month === month && ids.has(each.line))),
      month,
      lastYear[name],
    );
  });
}

function monthlyRow(
  name: string,
  own: readonly LineState[],
  thisMonth: Fen,
  month: number,
  lastYear: Fen | undefined,
): MonthlyRow {
  const sumOf = (of: (state: LineState) => Fen) => own.reduce((all, state) => all + of(state), 0);
  const adjusted = sumOf((state) => state.adjusted);
  const cumulative = sumOf(({ paid }) => paid);
  const pace = ratio(month * 100, 12);
  const rate = adjusted > 0 ? times(ratio(cumulative, adjusted), ratio(100)) : undefined;
  return {
    name,
    initial: sumOf(({ line }) => line.amount),
    adjustment: sumOf(({ adjustment }) => adjustment),
    adjusted,
    month: thisMonth,
    cumulative,
    pace,
    ...(rate ? { rate, gap: minus(rate, pace) } : {}),
    ...(lastYear === undefined ? {} : { lastYear }),
  };
}

/** A functional item whose payments and final accounts differ. */
export interface Difference {
  readonly functional: string;
  readonly paid: Fen;
  readonly accounts: Fen;
}

/** Payments of the whole year against the final accounts, item by item, to the fen. @param accounts fen by functional item */
export function reconcile(execution: Execution, accounts: Readonly<Record<string, Fen>>): readonly Difference[] {
  const paid = new Map<string, Fen>();
  for (const { line, paid: amount } of lineStates(execution, 12))
    paid.set(line.functional, (paid.get(line.functional) ?? 0) + amount);
  return [...new Set([...paid.keys(), ...Object.keys(accounts)])]
    .toSorted()
    .map((functional) => ({ functional, paid: paid.get(functional) ?? 0, accounts: accounts[functional] ?? 0 }))
    .filter((each) => each.paid !== each.accounts);
}
