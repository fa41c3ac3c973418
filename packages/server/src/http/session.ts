/**
 * Who is signed in, by a cookie that no script reads and no other site's page sends: a request that writes by it names the page that
 * it comes from, as browsers do. Or in whose name a program works, by a personal token within its scopes.
 */
import { type ByToken, SCOPES, type Scope, type SignedIn, TOKEN_PREFIX } from '@mingsuan/store';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';
import { ApiProblem } from './problem.ts';

const NAME = 'mingsuan-session';

type Cookied = Pick<Config, 'publicUrl'>;

/** No script reads it and no other site's page sends it. */
export const cookieOptions = ({ publicUrl }: Cookied) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: publicUrl?.startsWith('https:') === true }) as const;

/** Empty where there is none. */
export const sessionToken = (c: Context<AppEnv>): string => getCookie(c, NAME) ?? '';

/** Lets the browser keep a session's token until the session ends at the latest. */
export const keepSession = (c: Context<AppEnv>, token: string, expires: Date, config: Cookied): void =>
  setCookie(c, NAME, token, { ...cookieOptions(config), expires });

/** Lets the browser forget it. */
export const forgetSession = (c: Context<AppEnv>, config: Cookied): void => {
  deleteCookie(c, NAME, cookieOptions(config));
};

/** Whose session, or whose personal token, it is, if it is one. */
export interface FindSignedIn {
  (token: string): Promise<SignedIn | undefined>;
  byToken(token: string): Promise<ByToken | undefined>;
}

/** A personal token that a request brings; no cookie is one. */
const personalToken = (c: Context<AppEnv>): string | undefined => {
  const given = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  return given?.startsWith(TOKEN_PREFIX) ? given : undefined;
};

/** In whose name a program works here. @throws ApiProblem where it is no token, or not one for this */
async function byToken(c: Context<AppEnv>, find: FindSignedIn, token: string): Promise<SignedIn> {
  const person = await find.byToken(token);
  if (!person) {
    const challenge = { 'www-authenticate': 'Bearer realm="mingsuan", error="invalid_token"' };
    throw new ApiProblem(401, '令牌不对，或已经撤销、过期，请在“我的账号”里另建一个。', challenge);
  }
  const scope: Scope | undefined = c.get('scope');
  if (!scope) throw new ApiProblem(403, '这件事不能用令牌来做，请登录后在网页上做。');
  if (!person.scopes.includes(scope)) throw new ApiProblem(403, `这个令牌不能“${SCOPES[scope]}”，请另建一个。`);
  const { scopes: _, ...known } = person;
  return known;
}

/** Lets nobody pass but who is signed in, and nothing of the answer be kept. @throws ApiProblem 401 or 403 */
export function signedInOnly(find: FindSignedIn): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const personal = personalToken(c);
    const token = sessionToken(c);
    const person = personal ? await byToken(c, find, personal) : token === '' ? undefined : await find(token);
    if (!person) throw new ApiProblem(401, '请先登录。', { 'www-authenticate': 'Session realm="mingsuan"' });
    const { method } = c.req;
    // No browser sends a personal token by itself.
    const isRead = method === 'GET' || method === 'HEAD';
    if (!personal && !isRead && c.req.header('origin') === undefined) {
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
