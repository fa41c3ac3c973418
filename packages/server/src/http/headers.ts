/** What every answer tells the browser: run nothing but our own scripts, guess no types, show us in no frame. */
import type { MiddlewareHandler } from 'hono';

/** For everything that is no page of ours: nothing may run and nothing may load. */
const CLOSED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** For a PDF, which the browser's viewer does not show in a sandbox. */
export const PDF_POLICY =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'";

/** For a page of ours: whatever runs or styles it comes from here as a file. `styles` may add the hash of one that stands inline. */
export const pagePolicy = (styles = "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    // Pictures that the operator alone may see are fetched with the token.
    "img-src 'self' blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export const PAGE_POLICY = pagePolicy();

/** For a page of ours within another's. Browsers that know `frame-ancestors` pass over `x-frame-options`. */
export const EMBED_POLICY = PAGE_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CLOSED,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-permitted-cross-domain-policies': 'none',
};

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};
