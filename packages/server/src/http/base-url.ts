import type { Context } from 'hono';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';

/** The server's own address, as the operator or else the request says. */
export function urlOf(c: Context<AppEnv>, { publicUrl, proxies }: Pick<Config, 'publicUrl' | 'proxies'>): string {
  if (publicUrl !== undefined) return publicUrl;
  const url = new URL(c.req.url);
  const protocol = proxies > 0 && c.req.header('x-forwarded-proto') === 'https' ? 'https:' : url.protocol;
  return `${protocol}//${url.host}`;
}
