/** Words looked for in names, projects, indicators, procurement and explanations. */
import { type Store, search } from '@mingsuan/store';

type SearchQuestion = Parameters<typeof search>[1];

/** What the portal is asked to look for; a page of hits, the best first. */
export const searching = (store: Store) => (question: SearchQuestion) => search(store, question);
