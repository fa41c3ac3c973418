/** The sentences that explanations are written with, by topic and id (plans: explain/plans). The reader has them too. */
import { FUND_SENTENCES } from './funds.ts';
import { ITEM_SENTENCES } from './items.ts';
import {
  AGENCY_OPERATING_SENTENCES,
  ASSET_SENTENCES,
  PERFORMANCE_SENTENCES,
  PROCUREMENT_SENTENCES,
} from './matters.ts';
import { PLAIN_SENTENCES } from './plain.ts';
import { PUBLICS_SENTENCES } from './publics.ts';
import { TOTAL_SENTENCES } from './totals.ts';

const BY_TOPIC = {
  ...TOTAL_SENTENCES,
  ...FUND_SENTENCES,
  items: ITEM_SENTENCES,
  'three-publics': PUBLICS_SENTENCES,
  'agency-operating': AGENCY_OPERATING_SENTENCES,
  procurement: PROCUREMENT_SENTENCES,
  performance: PERFORMANCE_SENTENCES,
  assets: ASSET_SENTENCES,
  /** Sentences without a figure belong to no topic. */
  plain: PLAIN_SENTENCES,
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

type Keys<T> = T extends unknown ? keyof T : never;

export type SentenceId = Keys<(typeof BY_TOPIC)[keyof typeof BY_TOPIC]>;

export const WRITTEN: Readonly<Record<string, Readonly<Record<string, string>>>> = BY_TOPIC;

export const SENTENCES = Object.assign({}, ...Object.values(BY_TOPIC)) as Readonly<Record<SentenceId, string>>;
