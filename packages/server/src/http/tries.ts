/** Where a password, a one-time link or an answer of a provider is taken, a visitor may try a few times a minute. */
import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';
import { ApiProblem } from './problem.ts';
import { rateLimit } from './rate-limit.ts';
import { addressOf, visitorOf } from './visitor.ts';

/** Attempts a minute of one visitor. */
const ATTEMPTS = 20;

/** @throws ApiProblem 429 */
export function fewTries({
  ratePerMinute,
  proxies,
}: Pick<Config, 'ratePerMinute' | 'proxies'>): MiddlewareHandler<AppEnv> {
  const limit = rateLimit(ratePerMinute === 0 ? 0 : Math.min(ATTEMPTS, ratePerMinute));
  return async (c, next) => {
    const wait = limit.take(visitorOf(addressOf(c, proxies)));
    if (wait > 0) throw new ApiProblem(429, `尝试太多，请 ${wait} 秒后再试。`, { 'retry-after': String(wait) });
    await next();
  };
}
