/** What a transition table is: states and the events that lead from one to another, as data. */
import type { Role } from './roles.ts';

/** What must be true of the content before an event; the caller finds out, and what nobody found out is not true. */
export const CONDITIONS = {
  'no-errors': '还有错误级的问题没有改正',
  'units-add-up': '各单位之和与部门不一致',
  'within-control': '超过控制数',
  'control-issued': '控制数还没有下达',
  'first-round': '已经是最后一轮',
  'last-round': '最后一轮还没有审定',
  complete: '还没有填完，或没有写明原因',
  appraised: '评审意见还没有给齐，或还没有核定金额',
  'targets-passed': '绩效目标还没有评等级，或评的是“中”“差”',
  'in-library': '有项目还没有入库、超过它的控制数，或上年的问题没有整改到位',
  'fits-kind': '改动与调整的种类不符，或没有改动',
  revised: '公开以后没有再调整',
  'base-stands': '批复的预算又调整过，请在最新的上面另提',
  read: '文件还没有读完',
  'to-tell': '没有打开的问题要告知',
  settled: '还有问题没有结果',
} as const;

export type Condition = keyof typeof CONDITIONS;

export interface Transition<S extends string = string> {
  readonly event: string;
  readonly name: string;
  readonly from: S;
  readonly to: S;
  readonly roles: readonly Role[];
  /**
   * Whoever sent the version on since it last left its first state may not do it; `of-first`: whoever made it there or sent it on from
   * there may not, while who checked it since may.
   */
  readonly isCheck?: boolean | 'of-first';
  /** Only whoever did the last event may do it. */
  readonly isOwn?: boolean;
  /** It sends the item back, stops it or ends it without what it was for: never what stands out among the steps that are offered. */
  readonly isSetback?: boolean;
  /** It brings other content to what stands; only the item that is approved for it does so. */
  readonly isRevision?: boolean;
  /** Whoever may do it brings files of what was found, though what the item says is not changed; they stay. */
  readonly takesEvidence?: boolean;
  readonly needs?: readonly ('reason' | 'document')[];
  readonly conditions?: readonly Condition[];
}

export interface TransitionTable<S extends string = string> {
  readonly id: string;
  readonly name: string;
  readonly initial: S;
  /** Who opens one, where it is not whoever edits it first. */
  readonly openedBy?: readonly Role[];
  readonly states: Readonly<Record<S, string>>;
  /** States in which the content may be changed; in all others it stands. */
  readonly editable: readonly S[];
  readonly transitions: readonly Transition<S>[];
}
