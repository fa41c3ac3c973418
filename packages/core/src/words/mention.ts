/** What a sentence says of one quantity. */
import type { Origin } from '../disclosure.ts';
import type { Fen } from '../money.ts';
import type { Printed } from './figures.ts';

/**
 * - `level`: the figure of the document's own year; `last`: of the year compared with; `initial`: 年初预算 of final accounts,
 *   `adjusted`: their 全年预算;
 * - `change` and `percent`: against the base, signed by `direction`;
 * - `share`: part of `whole` in percent; `completion`: of the initial or the adjusted budget in percent;
 * - `order`: 决算数大于预算数, by `direction`.
 */
export type Aspect =
  | 'level'
  | 'last'
  | 'initial'
  | 'adjusted'
  | 'change'
  | 'percent'
  | 'share'
  | 'completion'
  | 'order';

export type Direction = 'up' | 'down' | 'flat';

/** What the base year's figure was: its budget, its execution, its final accounts. */
export type BaseKind = 'budget' | 'executed' | 'final';

/** Whether a base is what was planned for its year, not what was done. */
export const isPlan = (kind: BaseKind): boolean => kind !== 'executed' && kind !== 'final';

export interface Mention {
  /** What is meant, in the form's own terms: `expenditure[total].basic`, `expenditure[2040601].total`, `three-publics[overseas]`. */
  readonly quantity: string;
  readonly aspect: Aspect;
  readonly printed: Printed;
  readonly negative: boolean;
  /** Year that the figure is of, where the sentence names one. */
  readonly year?: number;
  /** The year is that of the whole whose parts the figure is among. */
  readonly inherited?: true;
  readonly base?: Base;
  readonly direction?: Direction;
  /** 基本持平, 总体持平: about the same, not the same. */
  readonly about?: true;
  /** The quantity that a share is of. */
  readonly whole?: string;
  /** What the sentence calls it. */
  readonly name: string;
  readonly topic: string;
  /** Whether the quantity was named in this clause, or is the one last spoken of. */
  readonly named: boolean;
  readonly place: Place;
}

/** `year` is absent for 上年 and wherever no base is named. */
export interface Base {
  readonly year?: number;
  readonly kind?: BaseKind;
  /** 比预算数: the same year's budget, not another year. */
  readonly planned?: true;
  readonly text: string;
}

/** Whether two comparisons may be with one figure: 比上年预算数减少5万元，比上年决算数增长9% are with two. */
export function mayBeOneBase(a: Base | undefined, b: Base | undefined): boolean {
  if (!a?.kind || !b?.kind) return true;
  return isPlan(a.kind) === isPlan(b.kind) && a.planned === b.planned;
}

/** Where a mention stands: the clause as printed, and the figure within it. */
export interface Place {
  readonly section: number;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** The clause up to and with the figure. */
  readonly text: string;
  readonly origin: Origin;
}

/** A mentioned amount in fen, signed; undefined where the mention is of a count or a share. */
export const fenOf = (mention: Mention): Fen | undefined =>
  mention.printed.kind === 'amount' ? (mention.negative ? -mention.printed.fen : mention.printed.fen) : undefined;

/** A change in fen with its sign; 持平 is none. Words and sign that contradict each other give undefined. */
export function changeOf(mention: Mention): Fen | undefined {
  if (mention.printed.kind === 'flat') return 0;
  if (mention.printed.kind !== 'amount' || mention.negative) return undefined;
  if (mention.direction === undefined) return undefined;
  return mention.direction === 'down' ? -mention.printed.fen : mention.printed.fen;
}
