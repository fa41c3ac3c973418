/**
 * Who may change what is published and see inside: whoever has the administrator's token. Where none is set, the person at
 * this very machine, and no page of another site in that person's browser.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';
import { ApiProblem } from './problem.ts';
import { addressOf, isLoopback } from './visitor.ts';

type Wanted = Pick<Config, 'adminToken' | 'proxies' | 'host' | 'publicUrl'>;

/** Whether nobody at all is the operator: no token is set, and others than the person at this machine reach the server. */
export const hasNoOperator = ({ adminToken, proxies, host, publicUrl }: Wanted): boolean =>
  adminToken === undefined && (proxies > 0 || publicUrl !== undefined || !isLocalHost(host));

/** What proxies add to a request, one or the other. */
const FORWARDED = ['forwarded', 'via', 'x-real-ip', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

/** Whether a proxy handed the request on. nginx, where nothing is set, adds nothing, but speaks HTTP/1.0 or closes each connection; no browser does. */
const isForwarded = (c: Context<AppEnv>): boolean =>
  FORWARDED.some((name) => c.req.header(name) !== undefined) ||
  c.env?.incoming?.httpVersion === '1.0' ||
  c.req.header('connection')?.toLowerCase() === 'close';

/** Lets nobody pass but the operator. @throws ApiProblem 401 or 403 */
export function operatorOnly(config: Wanted): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    requireOperator(c, config);
    await next();
  };
}

/** Where there is no token, the name that was asked for counts too: a page of another site may have had its own name point here. */
export function requireOperator(c: Context<AppEnv>, config: Wanted): void {
  const { adminToken } = config;
  if (adminToken === undefined) {
    const isAtMachine = isLoopback(addressOf(c, 0)) && isLocalHost(new URL(c.req.url).hostname) && !isForwarded(c);
    if (isAtMachine && !hasNoOperator(config)) return;
    throw new ApiProblem(
      403,
      '没有设置管理员令牌时，只能在本机操作，不经反向代理；请设置 MINGSUAN_ADMIN_TOKEN 后重启，再带令牌操作。',
    );
  }
  const given = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (given !== undefined && isSame(given, adminToken)) return;
  throw new ApiProblem(401, '需要管理员令牌，请在请求头里写 Authorization: Bearer 令牌。', {
    'www-authenticate': 'Bearer realm="mingsuan"',
  });
}

/** Whether whoever asks is the operator. */
export function isOperator(c: Context<AppEnv>, config: Wanted): boolean {
  try {
    requireOperator(c, config);
    return true;
  } catch {
    return false;
  }
}

/** A browser says where a writing request comes from; another site's page has nothing to write here. A proxy may have asked for us by another name. */
export const sameOriginWrites =
  ({ publicUrl }: Pick<Config, 'publicUrl'>): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { method } = c.req;
    const origin = c.req.header('origin');
    const isOwn =
      origin === undefined ||
      hostOfOrigin(origin) === new URL(c.req.url).host ||
      (publicUrl !== undefined && origin === new URL(publicUrl).origin);
    if (method !== 'GET' && method !== 'HEAD' && !isOwn) {
      throw new ApiProblem(
        403,
        '不接受别的网站发来的修改请求，请在本网站的页面上操作；经反向代理的，请设置 MINGSUAN_URL。',
      );
    }
    await next();
  };

function hostOfOrigin(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

const isLocalHost = (name: string): boolean =>
  name === 'localhost' || name === '[::1]' || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
