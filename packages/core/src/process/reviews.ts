/**
 * 公开审核: a reviewer goes through an agency's published text, the bureau's office signs what the agency is told, a corrected text
 * comes back and is reviewed against what was told. Each finding has a state of its own, which the review's steps sign as a whole.
 */
import type { Role } from './roles.ts';
import type { TransitionTable } from './transition-table.ts';

/** What only a review asks for. */
export type ReviewCondition = 'read' | 'to-tell' | 'settled';

export type ReviewState = 'open' | 'submitted' | 'told' | 'closed';

const REVIEWERS: readonly Role[] = ['reviewer', 'bureau-office'];
const OFFICE: readonly Role[] = ['bureau-office'];

/** One agency's text in a batch, over its rounds. A reviewer acts where the review is assigned to that person. */
export const REVIEW: TransitionTable<ReviewState> = {
  id: 'review',
  name: '公开审核',
  initial: 'open',
  openedBy: OFFICE,
  states: { open: '审核中', submitted: '已交审', told: '已告知', closed: '已办结' },
  editable: ['open', 'told'],
  transitions: [
    { event: 'edit', name: '审核', from: 'open', to: 'open', roles: REVIEWERS },
    { event: 'submit', name: '交审', from: 'open', to: 'submitted', roles: REVIEWERS, conditions: ['read'] },
    { event: 'withdraw', name: '撤回', from: 'submitted', to: 'open', roles: REVIEWERS, isOwn: true, isSetback: true },
    {
      event: 'return',
      name: '退回',
      from: 'submitted',
      to: 'open',
      roles: OFFICE,
      isCheck: true,
      needs: ['reason'],
      isSetback: true,
    },
    {
      event: 'tell',
      name: '告知单位',
      from: 'submitted',
      to: 'told',
      roles: OFFICE,
      isCheck: true,
      conditions: ['to-tell'],
    },
    {
      event: 'close',
      name: '办结',
      from: 'submitted',
      to: 'closed',
      roles: OFFICE,
      isCheck: true,
      conditions: ['settled'],
    },
    { event: 'edit', name: '审核', from: 'told', to: 'told', roles: REVIEWERS },
    { event: 'receive', name: '收改正稿', from: 'told', to: 'open', roles: REVIEWERS },
    {
      event: 'reopen',
      name: '重新审核',
      from: 'closed',
      to: 'open',
      roles: OFFICE,
      needs: ['reason'],
      isSetback: true,
    },
  ],
};

export type ReviewFindingState = 'open' | 'told' | 'fixed' | 'dismissed';

/** A finding of a review. What the corrected text shows (改了、没改、又出现) is entered by the program in the name of who took it in. */
export const REVIEW_FINDING: TransitionTable<ReviewFindingState> = {
  id: 'review-finding',
  name: '审核发现的问题',
  initial: 'open',
  states: { open: '打开', told: '已告知', fixed: '已改', dismissed: '不予采纳' },
  editable: ['open', 'told'],
  transitions: [
    { event: 'tell', name: '告知', from: 'open', to: 'told', roles: OFFICE },
    { event: 'dismiss', name: '不予采纳', from: 'open', to: 'dismissed', roles: REVIEWERS, needs: ['reason'] },
    { event: 'dismiss', name: '不予采纳', from: 'told', to: 'dismissed', roles: REVIEWERS, needs: ['reason'] },
    { event: 'reinstate', name: '恢复', from: 'dismissed', to: 'open', roles: REVIEWERS, needs: ['reason'] },
    { event: 'mend', name: '已改', from: 'open', to: 'fixed', roles: REVIEWERS },
    { event: 'mend', name: '已改', from: 'told', to: 'fixed', roles: REVIEWERS },
    { event: 'remain', name: '没改', from: 'told', to: 'open', roles: REVIEWERS },
    { event: 'recur', name: '又出现', from: 'fixed', to: 'open', roles: REVIEWERS },
  ],
};
