/** What readers of running text tell of a document that is not read as it stands. */
import type { Problem } from '@mingsuan/core/disclosure';

export const TRACKED_CHANGES: Problem = {
  code: 'tracked-changes',
  message: '文档里有没有接受的修订，已按全部接受来读（删去的不读，插入的读）；公开前请先接受或拒绝修订。',
};

export const HIDDEN_TEXT: Problem = {
  code: 'hidden-content',
  message: '文档里有隐藏的文字，没有读；如要公开，请取消隐藏后再读。',
};
