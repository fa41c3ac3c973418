/** What was published, one disclosure: all of it, its flows of money, its trees of classification. */
import {
  disclosureFlows,
  disclosureStory,
  disclosureTree,
  getDisclosure,
  type Store,
  withdrawalOfDisclosure,
} from '@mingsuan/store';
import { found, Gone } from '../../../fault.ts';

/** What was looked for of a disclosure. @throws Fault `missing` where there is none such, `gone` where it was taken back */
export async function published<T>(store: Store, id: number, value: T | undefined): Promise<T> {
  if (value !== undefined) return value;
  const withdrawn = await withdrawalOfDisclosure(store, id);
  if (withdrawn) throw new Gone(withdrawn);
  return found(value, '这份公开文本');
}

/** What the portal is asked about a disclosure. @throws Fault as `published` */
export const disclosures = (store: Store) => ({
  get: async (id: number) => published(store, id, await getDisclosure(store, id)),
  flows: async (id: number) => published(store, id, await disclosureFlows(store, id)),
  story: async (id: number) => published(store, id, await disclosureStory(store, id)),
  tree: async (id: number, by: 'function' | 'economic') => published(store, id, await disclosureTree(store, id, by)),
});
