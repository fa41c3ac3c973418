/** 支出进度月报, and whether the year's money reconciles from the budget to the accounts. All money in fen. */
import { groupBy, groupsBy } from '../group-by.ts';
import type { Fen } from '../money.ts';
import { type AuthorityLine, type Execution, type LineState, lineStates } from './execution.ts';
import { minus, type Ratio, ratio } from './ratio.ts';

/** A line of the monthly report. Rates in percent; absent where there is no budget, or no last year to compare with. */
export interface MonthlyRow {
  readonly unit: string;
  /** The project's label, and its code where it has one. */
  readonly project: string;
  readonly code?: string;
  readonly initial: Fen;
  readonly adjustment: Fen;
  readonly adjusted: Fen;
  readonly month: Fen;
  readonly cumulative: Fen;
  readonly committed: Fen;
  readonly available: Fen;
  readonly rate?: Ratio;
  /** Even pace: month ÷ 12. */
  readonly pace: Ratio;
  /** Points that the rate is ahead of the pace; behind it below zero. */
  readonly gap?: Ratio;
  readonly lastYear?: Fen;
  /** What will be paid by the end of the year, as people expect. */
  readonly forecast?: Fen;
  /** Why the rate is behind, in words. */
  readonly cause?: string;
}

/** What people say of a project, by its unit and its label: no name is a key of its own, units share some. */
export interface ProjectWords {
  readonly unit: string;
  readonly project: string;
  readonly lastYear?: Fen;
  readonly forecast?: Fen;
  readonly cause?: string;
}

const keyOf = ({ unit, project }: { readonly unit: string; readonly project: string }): string =>
  JSON.stringify([unit, project]);

/** The report by unit and project, in the order of the lines. @param month 1 to 12 */
export function monthlyReport(
  execution: Execution,
  month: number,
  words: readonly ProjectWords[] = [],
): readonly MonthlyRow[] {
  const told = new Map(words.map((each) => [keyOf(each), each]));
  return groupsBy(lineStates(execution, month), ({ line }) => keyOf(line)).map((own) => {
    const { line } = own[0]!;
    return { ...told.get(keyOf(line)), ...monthlyRow(line, own, month) };
  });
}

/** All rows as one, for the line 合计. */
export const totalOfMonth = (rows: readonly MonthlyRow[], month: number): MonthlyRow => {
  const sumOf = (of: (row: MonthlyRow) => Fen) => rows.reduce((all, row) => all + of(row), 0);
  const [adjusted, cumulative] = [sumOf((row) => row.adjusted), sumOf((row) => row.cumulative)];
  return {
    unit: '',
    project: '合计',
    initial: sumOf((row) => row.initial),
    adjustment: sumOf((row) => row.adjustment),
    adjusted,
    month: sumOf((row) => row.month),
    cumulative,
    committed: sumOf((row) => row.committed),
    available: sumOf((row) => row.available),
    ...pacesOf(adjusted, cumulative, month),
  };
};

function monthlyRow(
  { unit, project, code }: Pick<AuthorityLine, 'unit' | 'project' | 'code'>,
  own: readonly LineState[],
  month: number,
): MonthlyRow {
  const sumOf = (of: (state: LineState) => Fen) => own.reduce((all, state) => all + of(state), 0);
  const [adjusted, cumulative] = [sumOf((state) => state.adjusted), sumOf(({ paid }) => paid)];
  return {
    unit,
    project,
    ...(code === undefined ? {} : { code }),
    initial: sumOf(({ line }) => line.amount),
    adjustment: sumOf(({ adjustment }) => adjustment),
    adjusted,
    month: sumOf(({ thisMonth }) => thisMonth),
    cumulative,
    committed: sumOf(({ committed }) => committed),
    available: sumOf(({ available }) => available),
    ...pacesOf(adjusted, cumulative, month),
  };
}

/** Rate, even pace and the gap between them, in percent and points. */
function pacesOf(adjusted: Fen, paid: Fen, month: number): Pick<MonthlyRow, 'rate' | 'pace' | 'gap'> {
  const pace = ratio(month * 100, 12);
  const rate = adjusted > 0 ? ratio(BigInt(paid) * 100n, adjusted) : undefined;
  return { pace, ...(rate ? { rate, gap: minus(rate, pace) } : {}) };
}

/** A functional item whose lines differ from the approved budget, or whose payments differ from the final accounts. */
export interface Difference {
  readonly at: 'budget' | 'accounts';
  readonly functional: string;
  /** Of the lines: authorised at the year's start, or paid in the year. */
  readonly lines: Fen;
  readonly document: Fen;
}

export type FenByItem = Readonly<Record<string, Fen>>;

/** A functional item from the approved budget to the accounts. What is not given is not told, and not judged. */
export interface ReconciledItem {
  readonly functional: string;
  readonly budget?: Fen;
  /** Of the lines: authorised at the year's start, after adjustments, and paid in the year. */
  readonly initial: Fen;
  readonly adjusted: Fen;
  readonly paid: Fen;
  readonly accounts?: Fen;
}

/** Documents of a year that its lines are held against, by functional item. */
export interface YearDocuments {
  readonly budget?: FenByItem | undefined;
  readonly accounts?: FenByItem | undefined;
}

/** Every functional item of the lines or of a document, in order; an item that a document lacks is nothing in it. */
export function reconciledItems(execution: Execution, { budget, accounts }: YearDocuments): readonly ReconciledItem[] {
  const byItem = groupBy(lineStates(execution, 12), ({ line }) => line.functional);
  const items = new Set([...byItem.keys(), ...Object.keys(budget ?? {}), ...Object.keys(accounts ?? {})]);
  return [...items].toSorted().map((functional): ReconciledItem => {
    const sumOf = (of: (state: LineState) => Fen) =>
      (byItem.get(functional) ?? []).reduce((all, state) => all + of(state), 0);
    return {
      functional,
      ...(budget ? { budget: budget[functional] ?? 0 } : {}),
      initial: sumOf(({ line }) => line.amount),
      adjusted: sumOf(({ adjusted }) => adjusted),
      paid: sumOf(({ paid }) => paid),
      ...(accounts ? { accounts: accounts[functional] ?? 0 } : {}),
    };
  });
}

/** Lines against the budget and payments of the whole year against the accounts, item by item, to the fen; what is not given is not judged. */
export function reconcile(execution: Execution, documents: YearDocuments): readonly Difference[] {
  const items = reconciledItems(execution, documents);
  const compare = (
    at: Difference['at'],
    of: (item: ReconciledItem) => readonly [lines: Fen, document: Fen | undefined],
  ) =>
    items.flatMap((item): readonly Difference[] => {
      const [lines, document] = of(item);
      return document === undefined || lines === document ? [] : [{ at, functional: item.functional, lines, document }];
    });
  return [
    ...compare('budget', ({ initial, budget }) => [initial, budget]),
    ...compare('accounts', ({ paid, accounts }) => [paid, accounts]),
  ];
}
