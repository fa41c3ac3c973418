/** All sentence patterns, by topic. Adding a sentence adds a line to its topic's table; reader and writer both have it then. */
import { APPROPRIATION } from './appropriation.ts';
import { ITEMS } from './items.ts';
import { MATTERS } from './matters.ts';
import { THREE_PUBLICS } from './three-publics.ts';
import type { Topic } from './topic.ts';
import { TOTALS } from './totals.ts';
import { WRITTEN } from './written/index.ts';

export type { Topic } from './topic.ts';

export const TOPICS: readonly Topic[] = [...TOTALS, ...APPROPRIATION, ...ITEMS, ...THREE_PUBLICS, ...MATTERS].map(
  (topic) => ({ ...topic, ...(WRITTEN[topic.id] ? { written: WRITTEN[topic.id] } : {}) }),
);
