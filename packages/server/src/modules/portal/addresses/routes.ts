/** What search engines and shared links ask: the head of a page, the list of all addresses, what may be visited. */
import { LANGUAGES } from '@mingsuan/core/language';
import { urlOf } from '../../../http/base-url.ts';
import type { Api } from '../../../http/env.ts';
import type { HeadOf } from '../../../http/pages.ts';
import type { Services } from '../../../services.ts';
import { fileFrom, XML } from './contract.ts';
import { addresses } from './service.ts';

/** Heads of pages by their paths. */
export function headsOf({ store, config }: Services): HeadOf {
  const service = addresses(store);
  return async (c) => {
    const language = LANGUAGES.find((one) => one === c.req.query('lang')) ?? 'zh';
    const described = await service.describe(new URL(c.req.url).pathname, language);
    if (!described) return undefined;
    const { path, isGone = false, ...words } = described;
    const address = `${urlOf(c, config)}${path}`;
    const addresses = { zh: address, en: `${address}?lang=en` };
    return { ...words, language, addresses, isGone };
  };
}

/** `/robots.txt`, `/sitemap.xml` */
export function addressRoutes(app: Api, { store, config }: Services): void {
  const service = addresses(store);
  app.get('/robots.txt', (c) =>
    c.text(
      `User-agent: *\nDisallow: /api/\nDisallow: /check/\nDisallow: /operator/\nSitemap: ${urlOf(c, config)}/sitemap.xml\n`,
    ),
  );
  app.get('/sitemap.xml', async (c) => {
    const base = urlOf(c, config);
    const from = fileFrom(c.req.query('after'));
    // A list of lists: no file grows with all that there is.
    const body =
      from !== undefined
        ? urls(
            'urlset',
            'url',
            (await service.list(from)).map((path) => base + path),
          )
        : urls(
            'sitemapindex',
            'sitemap',
            (await service.files()).map((one) => `${base}/sitemap.xml?after=${one}`),
          );
    return c.body(body, 200, { 'content-type': XML, 'cache-control': 'public, max-age=3600' });
  });
}

const urls = (list: string, item: string, locations: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...locations.map((location) => `<${item}><loc>${location}</loc></${item}>`),
    `</${list}>`,
  ].join('\n');
