/** Items: what is spent on a code, a project, a kind of purchase, and by whom. */
import { getItem, type ItemAnswer, type ItemQuestion, type Store } from '@mingsuan/store';
import { found } from '../../../fault.ts';

/** One item. @throws Fault `missing` where nobody printed it */
export const itemOf =
  (store: Store) =>
  async (question: ItemQuestion): Promise<ItemAnswer> =>
    found(await getItem(store, question), '这个科目');
