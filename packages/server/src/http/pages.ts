/**
 * The web build, served from memory: only what the build folder holds can be asked for, whatever a path says. Paths of the
 * site that are no files get its index page, which knows them.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LANGUAGES, type Language } from '@mingsuan/core/language';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from './env.ts';
import { isKnown, REVALIDATE, tagOf } from './etag.ts';
import { EMBED_POLICY, PAGE_POLICY } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const PACKED = /^(text\/|application\/(json|manifest)|image\/svg)/;
/** The build names files in here by their content: they never change. */
const HASHED = /^\/assets\//;
const FOREVER = 'public, max-age=31536000, immutable';

interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  readonly plain: Uint8Array;
  packed(encoding: 'br' | 'gzip'): Promise<Uint8Array>;
}

export interface Pages {
  /** Undefined where there is no such file. */
  get(path: string): Promise<Asset | undefined>;
  /** The index page; undefined where nothing is built. */
  index(): Promise<Asset | undefined>;
}

/** The build in a folder, loaded when it is first asked for and again when there is a new one. */
export function openPages(folder: string): Pages {
  let assets = new Map<string, Asset>();
  let built = 0;
  /** A new build is seen by its index page. */
  const refresh = async (): Promise<void> => {
    const changed = await stat(join(folder, 'index.html')).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    if (changed === built) return;
    assets = changed === 0 ? new Map() : await loadAll(folder);
    built = changed;
  };
  return {
    get: async (path) => {
      const known = assets.get(path);
      if (known && HASHED.test(path)) return known;
      await refresh();
      return assets.get(path);
    },
    index: async () => {
      await refresh();
      return assets.get('/index.html');
    },
  };
}

async function loadAll(folder: string): Promise<Map<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const loaded = await Promise.all(
    files.map(async (file) => {
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      return [path, assetOf(path, await readFile(file))] as const;
    }),
  );
  return new Map(loaded);
}

function assetOf(path: string, plain: Uint8Array): Asset {
  const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const done = new Map<string, Promise<Uint8Array>>();
  return {
    type,
    etag: tagOf(plain),
    cacheControl: HASHED.test(path) ? FOREVER : REVALIDATE,
    plain,
    packed: (encoding) => {
      const known = done.get(encoding) ?? pack(encoding, plain);
      done.set(encoding, known);
      return known;
    },
  };
}

const asGzip = promisify(gzip);
const asBrotli = promisify(brotliCompress);
const BROTLI_QUALITY = 9;

const pack = (encoding: 'br' | 'gzip', bytes: Uint8Array): Promise<Uint8Array> =>
  encoding === 'gzip'
    ? asGzip(bytes, { level: 9 })
    : asBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });

/** What the head of a page says of it, for search engines and for whoever is sent a link. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  /** The one address of what several lead to, in each language. */
  readonly addresses: Readonly<Record<Language, string>>;
  /** Whether what stood there was taken back: the page says so, with 410. */
  readonly isGone: boolean;
}

/** The head of the page that is asked for; undefined where it has nothing of its own to say. */
export type HeadOf = (c: Context<AppEnv>) => Promise<PageHead | undefined>;

/** Only what shows published figures may stand in another's page. */
const EMBEDDABLE = /^\/(?:a|item)\//;
const isEmbedded = (c: Context): boolean => EMBEDDABLE.test(c.req.path) && c.req.query('embed') === '1';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const HREFLANG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

function headed(index: Asset, head: PageHead | undefined): Asset {
  if (!head) return index;
  const [title, description, canonical] = [head.title, head.description, head.addresses[head.language]].map(escaped);
  const others = LANGUAGES.map(
    (language) =>
      `<link rel="alternate" hreflang="${HREFLANG[language]}" href="${escaped(head.addresses[language])}" />`,
  ).join('');
  const html = new TextDecoder()
    .decode(index.plain)
    .replace(/<html lang="[^"]*"/, () => `<html lang="${HREFLANG[head.language]}"`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace(
      /<meta name="description"[^>]*>/,
      () =>
        `<meta name="description" content="${description}" /><link rel="canonical" href="${canonical}" />${others}` +
        `<meta property="og:type" content="website" /><meta property="og:site_name" content="${head.language === 'en' ? 'Mingsuan' : '明算'}" />` +
        `<meta property="og:title" content="${title}" /><meta property="og:description" content="${description}" />` +
        `<meta property="og:url" content="${canonical}" />`,
    );
  return assetOf('/index.html', new TextEncoder().encode(html));
}

/** Answers what is a file or a page of the site, and leaves the rest to who comes next. */
export function servePages(pages: Pages, headOf: HeadOf = async () => undefined): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { method, path } = c.req;
    if (method !== 'GET' && method !== 'HEAD') return next();
    const asset = path === '/' ? undefined : await pages.get(path);
    if (asset) return answer(c, asset);
    const isPage = extname(path) === '' && !path.startsWith('/api/');
    const index = isPage ? await pages.index() : undefined;
    if (index) {
      const head = await headOf(c);
      return answer(c, headed(index, head), { isEmbedded: isEmbedded(c), status: head?.isGone ? 410 : 200 });
    }
    if (path === '/') return c.redirect('/api/docs');
    return next();
  };
}

interface Manner {
  readonly isEmbedded?: boolean;
  readonly status?: 200 | 410;
}

async function answer(c: Context, asset: Asset, { isEmbedded = false, status = 200 }: Manner = {}): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': asset.type,
    'cache-control': asset.cacheControl,
    'content-security-policy': isEmbedded ? EMBED_POLICY : PAGE_POLICY,
    etag: asset.etag,
    vary: 'Accept-Encoding',
  };
  if (isKnown(c.req.header('if-none-match'), asset.etag)) return new Response(null, { status: 304, headers });
  const encoding = PACKED.test(asset.type) ? encodingOf(c.req.header('accept-encoding')) : undefined;
  const body = encoding ? await asset.packed(encoding) : asset.plain;
  if (encoding) headers['content-encoding'] = encoding;
  headers['content-length'] = String(body.length);
  return new Response(c.req.method === 'HEAD' ? null : (body as Uint8Array<ArrayBuffer>), { status, headers });
}

function encodingOf(accepted = ''): 'br' | 'gzip' | undefined {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}
