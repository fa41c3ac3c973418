/** What was published, one disclosure: all of it, its flows of money, its trees of classification. */
import { disclosureFlows, disclosureStory, disclosureTree, getDisclosure, type Store } from '@mingsuan/store';
import { found } from '../../../fault.ts';

const WHAT = '这份公开文本';

/** What the portal is asked about a disclosure. @throws Fault `missing` where there is no such disclosure */
export const disclosures = (store: Store) => ({
  get: async (id: number) => found(await getDisclosure(store, id), WHAT),
  flows: async (id: number) => found(await disclosureFlows(store, id), WHAT),
  /** Nothing is told of what is not there. */
  story: (id: number) => disclosureStory(store, id),
  tree: async (id: number, by: 'function' | 'economic') => found(await disclosureTree(store, id, by), WHAT),
});
