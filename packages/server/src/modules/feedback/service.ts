/** What readers say of figures and documents, where the operator turned that on. */
import {
  type Feedback,
  type FeedbackState,
  judgeFeedback,
  listFeedback,
  type NewFeedback,
  type Store,
  shownFeedback,
  takeFeedback,
} from '@mingsuan/store';
import type { Config } from '../../config.ts';
import { Fault, found } from '../../fault.ts';

type Author = Parameters<typeof judgeFeedback>[3];
type Paging = Parameters<typeof listFeedback>[1];

/** In seconds. */
const HOUR = 3600;

interface Given {
  readonly store: Store;
  readonly config: Pick<Config, 'feedback'>;
}

/** What readers say, taken, listed and judged; nothing is taken or shown where it is off. */
export const feedback = ({ store, config }: Given) => ({
  /** As all see it: nothing where it is off. */
  shown: async (disclosure: number) =>
    config.feedback
      ? (await shownFeedback(store, disclosure)).map(({ id, about, see, text, reply, receivedAt }) => ({
          id,
          about,
          see,
          text,
          reply,
          receivedAt,
        }))
      : [],
  /** @throws Fault where it is off, there is no such disclosure, or no more is taken for now */
  take: async (said: NewFeedback): Promise<{ readonly taken: true }> => {
    if (!config.feedback) throw new Fault('missing', '这里没有开反馈。');
    const taken = await takeFeedback(store, said);
    if (taken === 'full') throw new Fault('too-many', '反馈太多，请过一会儿再写。', HOUR);
    found(taken === 'taken' || undefined, '这份公开文本');
    return { taken: true };
  },
  list: (question: Paging & { readonly state?: FeedbackState | undefined }) => listFeedback(store, question),
  /** @throws Fault `missing` */
  judge: async (id: number, to: Pick<Feedback, 'state' | 'reply'>, author: Author) => ({
    change: found(await judgeFeedback(store, id, to, author), '这条反馈'),
  }),
});
