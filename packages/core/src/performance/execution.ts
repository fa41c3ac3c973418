/** Execution: authority lines of the approved budget, what was planned, committed and paid on them, and what is left. All money in fen. */
import { groupBy } from '../group-by.ts';
import type { Fund } from '../ledger/ledger.ts';
import type { Fen } from '../money.ts';

/** 指标: a line of authority to spend, as approved. */
export interface AuthorityLine {
  readonly id: string;
  readonly unit: string;
  /** The project's label; those of one name in a unit have their codes before it. */
  readonly project: string;
  /** The project's code, where it has one. */
  readonly code?: string;
  /** Functional item and economic item, codes. */
  readonly functional: string;
  readonly economic?: string;
  readonly fund: Fund;
  /** 上年结转: left over from last year. */
  readonly carried?: boolean;
  readonly document: string;
  readonly amount: Fen;
  /** 代编: not broken down to a unit and an item yet. */
  readonly isLumpSum?: boolean;
}

/** What changes a line. A transfer, and a refinement, is two of them that add up to nothing. */
export const ADJUSTMENTS = {
  added: '追加',
  cut: '追减',
  transfer: '调剂',
  carryover: '结转',
  recovered: '收回',
  refined: '细化',
} as const;

/** Which way a kind of change goes: up, down, or both as a whole. */
export const CHANGE_SIGNS: Readonly<Record<keyof typeof ADJUSTMENTS, 1 | -1 | 0>> = {
  added: 1,
  cut: -1,
  transfer: 0,
  carryover: 1,
  recovered: -1,
  refined: 0,
};

export interface Adjustment {
  readonly line: string;
  readonly kind: keyof typeof ADJUSTMENTS;
  /** 1 to 12. */
  readonly month: number;
  readonly delta: Fen;
  readonly document: string;
  readonly reason: string;
}

/** Of a month, on a line: a plan, a payment or a commitment. What is paid of a commitment names it. */
export interface Entry {
  readonly line: string;
  /** 1 to 12; a plan by quarters stands in the last month of each. */
  readonly month: number;
  readonly amount: Fen;
  readonly contract?: string;
}

/** What was accepted of a contract (验收), and when: `2026-03-02`. */
export interface Acceptance {
  readonly contract: string;
  readonly date: string;
  readonly amount: Fen;
}

export interface Execution {
  readonly lines: readonly AuthorityLine[];
  readonly adjustments: readonly Adjustment[];
  readonly plans: readonly Entry[];
  readonly payments: readonly Entry[];
  /** Contracts; payments that name one take from it. */
  readonly commitments: readonly Entry[];
  readonly acceptances: readonly Acceptance[];
}

export interface LineState {
  readonly line: AuthorityLine;
  readonly adjustment: Fen;
  readonly adjusted: Fen;
  /** Of the month itself, and of the year up to its end. */
  readonly thisMonth: Fen;
  readonly paid: Fen;
  /** Up to its end; undefined where the line has no plan at all. */
  readonly planned?: Fen;
  /** Of contracts, what is not paid yet. */
  readonly committed: Fen;
  /** adjusted − paid − committed. */
  readonly available: Fen;
}

const total = (entries: readonly { readonly amount: Fen }[]): Fen =>
  entries.reduce((all, { amount }) => all + amount, 0);

/** Every line at the end of a month. @param month 1 to 12 */
export function lineStates(execution: Execution, month: number): readonly LineState[] {
  const of = {
    adjustments: groupBy(execution.adjustments, ({ line }) => line),
    plans: groupBy(execution.plans, ({ line }) => line),
    payments: groupBy(execution.payments, ({ line }) => line),
    commitments: groupBy(execution.commitments, ({ line }) => line),
  };
  const upTo = <T extends { readonly month: number }>(entries: readonly T[] = []): readonly T[] =>
    entries.filter((each) => each.month <= month);
  return execution.lines.map((line) => {
    const adjustment = upTo(of.adjustments.get(line.id)).reduce((all, { delta }) => all + delta, 0);
    const payments = upTo(of.payments.get(line.id));
    const plans = of.plans.get(line.id);
    const adjusted = line.amount + adjustment;
    const paid = total(payments);
    const committed = openCommitments(upTo(of.commitments.get(line.id)), payments);
    return {
      line,
      adjustment,
      adjusted,
      thisMonth: total(payments.filter((each) => each.month === month)),
      paid,
      ...(plans ? { planned: total(upTo(plans)) } : {}),
      committed,
      available: adjusted - paid - committed,
    };
  });
}

/** Contract by contract: one that is paid beyond its amount binds nothing more. */
function openCommitments(commitments: readonly Entry[], payments: readonly Entry[]): Fen {
  const paid = groupBy(payments, ({ contract }) => contract);
  return [...groupBy(commitments, ({ contract }) => contract)].reduce((all, [contract, bound]) => {
    const settled = contract === undefined ? 0 : total(paid.get(contract) ?? []);
    return all + Math.max(0, total(bound) - settled);
  }, 0);
}
