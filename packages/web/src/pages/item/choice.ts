import type { Stage } from '../../api/types.ts';

/** What of an item is shown, as its address has it. */
export interface ItemSearch {
  readonly year?: number;
  readonly stage?: Stage;
  readonly region?: string;
}
