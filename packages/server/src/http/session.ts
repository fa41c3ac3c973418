/**
 * Who is signed in, by a cookie that no script reads and no other site's page sends. A request that writes by it names the page that
 * it comes from, as browsers do.
 */
import type { SignedIn } from '@mingsuan/store';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';
import { ApiProblem } from './problem.ts';

const NAME = 'mingsuan-session';

type Cookied = Pick<Config, 'publicUrl'>;

const optionsOf = ({ publicUrl }: Cookied) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: publicUrl?.startsWith('https:') === true }) as const;

/** Empty where there is none. */
export const sessionToken = (c: Context<AppEnv>): string => getCookie(c, NAME) ?? '';

/** Lets the browser keep a session's token until the session ends at the latest. */
export const keepSession = (c: Context<AppEnv>, token: string, expires: Date, config: Cookied): void =>
  setCookie(c, NAME, token, { ...optionsOf(config), expires });

/** Lets the browser forget it. */
export const forgetSession = (c: Context<AppEnv>, config: Cookied): void => {
  deleteCookie(c, NAME, optionsOf(config));
};

/** Whose session a token is of, if it is one. */
export type FindSignedIn = (token: string) => Promise<SignedIn | undefined>;

/** Lets nobody pass but who is signed in, and nothing of the answer be kept. @throws ApiProblem 401 or 403 */
export function signedInOnly(find: FindSignedIn): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const token = sessionToken(c);
    const person = token === '' ? undefined : await find(token);
    if (!person) throw new ApiProblem(401, '请先登录。', { 'www-authenticate': 'Session realm="mingsuan"' });
    const { method } = c.req;
    if (method !== 'GET' && method !== 'HEAD' && c.req.header('origin') === undefined) {
      throw new ApiProblem(403, '登录后的修改请在本网站的页面上操作。');
    }
    c.set('person', person);
    c.header('cache-control', 'private, no-store');
    await next();
  };
}

/** Who is signed in, behind `signedInOnly`. */
export function personOf(c: Context<AppEnv>): SignedIn {
  const person = c.get('person');
  if (!person) throw new Error('personOf outside signedInOnly');
  return person;
}
