import { bodyLimit } from 'hono/body-limit';
import { problem } from './problem.ts';

const MOST_JSON = 64 * 1024;

export const smallBody = bodyLimit({
  maxSize: MOST_JSON,
  onError: () => problem(413, '请求的内容太大，请缩短后再试。'),
});
