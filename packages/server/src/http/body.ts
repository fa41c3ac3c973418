import { bodyLimit } from 'hono/body-limit';
import { problem } from './problem.ts';

const MOST_JSON = 64 * 1024;
/** Of a whole ledger: 5,000 lines are about 1 MB. */
const MOST_LEDGER = 8 * 1024 * 1024;

const limitedTo = (maxSize: number) =>
  bodyLimit({ maxSize, onError: () => problem(413, '请求的内容太大，请缩短后再试。') });

/** For what a person writes. */
export const smallBody = limitedTo(MOST_JSON);

/** For what an item of work holds. */
export const ledgerBody = limitedTo(MOST_LEDGER);
