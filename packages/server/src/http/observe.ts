/** One line of log and one count for each request. Paths are logged without their query: it may tell what people look for. */
import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Services } from '../services.ts';
import type { AppEnv } from './env.ts';

/** Before everything else, so that what is refused is logged and counted too. */
export function observe({ log, metrics }: Pick<Services, 'log' | 'metrics'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const began = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    const ms = performance.now() - began;
    const { method, path } = c.req;
    const { status } = c.res;
    c.res.headers.set('x-request-id', requestId);
    metrics.answered(knownMethod(method), routeOf(c), status, ms / 1000);
    log[status >= 500 ? 'error' : 'info']({ requestId, method, path, status, ms: Math.round(ms) }, 'request');
  };
}

/** The pattern of what answered; what only passed by on the way matches every method. */
const routeOf = (c: Context<AppEnv>): string =>
  matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'pages';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];
const knownMethod = (method: string): string => (METHODS.includes(method) ? method : 'other');
