/** Terms of budgets, explained in the words that explanations are written with. */
import { bundled } from '@mingsuan/core/jurisdictions/index';

const NATIONAL = 'national';

/** In the order in which documents explain them. */
export const terms = (): readonly { readonly term: string; readonly text: string }[] =>
  (bundled().all.find(({ id }) => id === NATIONAL)?.terms ?? []).map(({ term, text }) => ({ term, text }));
