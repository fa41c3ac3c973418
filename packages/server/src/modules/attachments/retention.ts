/** The files of attachments whose years are over, as the operator set them. */
import { dayOf, forgetAttachments, type Store } from '@mingsuan/store';
import type { Config } from '../../config.ts';

/** @returns how many files went; none where they are kept for ever */
export async function forgetOverdue(
  store: Store,
  { attachmentYears }: Pick<Config, 'attachmentYears'>,
  now = new Date(),
): Promise<number> {
  if (attachmentYears === 0) return 0;
  return forgetAttachments(store, Number(dayOf(now).slice(0, 4)) - attachmentYears, now);
}
