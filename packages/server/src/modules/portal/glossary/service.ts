/** Terms of budgets, explained in the words that explanations are written with. */
import { bundled } from '@mingsuan/core/jurisdictions/index';

const NATIONAL = 'national';

/** In the order in which documents explain them, then what only readers of figures look up. */
export const terms = () =>
  (bundled().all.find(({ id }) => id === NATIONAL)?.glossary ?? []).map(({ used: _, readers: __, ...told }) => told);
