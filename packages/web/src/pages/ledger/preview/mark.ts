/** What waits in the document's words for a person. */
import type { ReviewProblem } from '@mingsuan/core/ledger/review';

export type Asked = NonNullable<ReviewProblem['asked']>;

/** 【请填写：主要职责】 */
export const MARK = /【请填写：[^】]*】/g;

/** A text as plain parts and marks, in their order. */
export function partsOf(text: string): readonly { readonly text: string; readonly isMark: boolean }[] {
  const parts: { text: string; isMark: boolean }[] = [];
  let end = 0;
  for (const found of text.matchAll(MARK)) {
    if (found.index > end) parts.push({ text: text.slice(end, found.index), isMark: false });
    parts.push({ text: found[0], isMark: true });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMark: false });
  return parts;
}
