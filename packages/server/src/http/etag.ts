/** A tag of what a JSON answer says, so that a browser that has it gets no second copy. */
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export const REVALIDATE = 'no-cache';

export const tagged: MiddlewareHandler = async (c, next) => {
  await next();
  const { res, req } = c;
  if (req.method !== 'GET' && req.method !== 'HEAD') return;
  if (res.status !== 200 || res.headers.has('cache-control')) return;
  if (!res.headers.get('content-type')?.startsWith('application/json')) return;
  const body = await res.arrayBuffer();
  const headers = new Headers(res.headers);
  const tag = tagOf(new Uint8Array(body));
  headers.set('etag', tag);
  headers.set('cache-control', REVALIDATE);
  const known = isKnown(req.header('if-none-match'), tag);
  if (known) headers.delete('content-type');
  c.res = undefined;
  c.res = new Response(known ? null : body, { status: known ? 304 : 200, headers });
};

/** The tag of a content: alike for the same bytes, another for any other. */
export const tagOf = (content: Uint8Array | string): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;

/** Whether a tag is among those of If-None-Match, which compressing may have made weak. */
export function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag);
}
