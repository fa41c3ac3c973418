/** All sentence patterns, by topic. Sentences that are written stand in the places' folders, and are read too. */
import { APPROPRIATION } from './appropriation.ts';
import { ITEMS } from './items.ts';
import { MATTERS } from './matters.ts';
import { THREE_PUBLICS } from './three-publics.ts';
import type { Topic } from './topic.ts';
import { BY_FUND, TOTALS } from './totals.ts';

export type { Topic } from './topic.ts';

export const TOPICS: readonly Topic[] = [...TOTALS, ...APPROPRIATION, ...ITEMS, ...THREE_PUBLICS, ...MATTERS, BY_FUND];

/** Topics whose money is told by what pays for it, too. */
export const PAID_FOR: ReadonlySet<string> = new Set([
  'performance',
  'procurement',
  'assets',
  'three-publics',
  'agency-operating',
]);
