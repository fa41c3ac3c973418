/** A look into a page of a site: where its links lead, and of which day its newest item is. Politely: robots.txt, one request of a host at a time. */
import { dayOf } from '@mingsuan/core/performance/availability';
import type { LinkSeen, SiteCheck } from '@mingsuan/core/performance/site-content';
import { type PageLinks, pageLinks } from '@mingsuan/documents/html/page-links';
import { decodeText } from '@mingsuan/documents/input/decode';
import { Fault } from '../fault.ts';
import { checkedUrl, fetchLink, type LinkOptions } from './fetch.ts';
import type { Pace } from './pace.ts';
import { isAllowedBy, robotsOf } from './robots.ts';
import { visitSite } from './visit.ts';

/** More links of one page are not asked in one look. */
const MOST_LINKS = 200;
const MOST_PAGE_BYTES = 4 * 1024 * 1024;
/** Answers that say nothing of whether a reader gets the page: signed-in only, refused to programs, too many requests. */
const TELLS_NOTHING = new Set([401, 403, 405, 407, 429]);

interface Look {
  readonly options: LinkOptions;
  readonly pace: Pace;
  readonly now?: () => Date;
}

/** Asks each link of the page, the dead ones twice. @throws Fault where the page is not to be visited at all */
export async function lookAtLinks(link: string, look: Look): Promise<SiteCheck> {
  const { now = () => new Date() } = look;
  const at = now().toISOString();
  const page = await pageOf(link, look);
  if ('why' in page) return { at, kind: 'unseen', why: page.why };
  const asked = page.links.slice(0, MOST_LINKS);
  const beyond = page.links.slice(MOST_LINKS).map((url): LinkSeen => ({ url, why: `一次只访问 ${MOST_LINKS} 个链接` }));
  const seen = await askAll(asked, look);
  // What failed once may have failed by chance.
  const again = await askAll(
    seen.flatMap(({ url, state }) => (state === 'dead' ? [url] : [])),
    look,
  );
  const final = [...seen.filter(({ state }) => state !== 'dead'), ...again];
  const of = (state: Asked['state']) =>
    final.filter((one) => one.state === state).map(({ url, why }) => ({ url, why }));
  return { at, kind: 'links', open: of('open').length, dead: of('dead'), unknown: [...of('unknown'), ...beyond] };
}

/** The newest day of the page's items, those to come left out. @throws Fault where the page is not to be visited at all */
export async function lookAtColumn(link: string, look: Look): Promise<SiteCheck> {
  const { now = () => new Date() } = look;
  const at = now().toISOString();
  const page = await pageOf(link, look);
  if ('why' in page) return { at, kind: 'unseen', why: page.why };
  const today = dayOf(at);
  const days = page.days.filter((day) => day <= today).sort();
  return { at, kind: 'column', newest: days.at(-1) ?? null, items: days.length };
}

/** @throws Fault `wrong` or `forbidden` */
async function pageOf(link: string, { options, pace }: Look): Promise<PageLinks | { readonly why: string }> {
  const url = checkedUrl(link, options.hosts);
  await pace.turn(url.href);
  if (!isAllowedBy(await robotsOf(url, options), url.pathname + url.search))
    throw new Fault('forbidden', '网站的 robots.txt 不许访问这个地址。');
  try {
    const { bytes } = await fetchLink(url.href, {
      ...options,
      mostBytes: Math.min(options.mostBytes, MOST_PAGE_BYTES),
    });
    const decoded = decodeText(bytes);
    return decoded ? pageLinks(decoded.text, url.href) : { why: '不是网页' };
  } catch (error) {
    if (error instanceof Fault && (error.obstacle === 'unreachable' || error.obstacle === 'too-large'))
      return { why: error.message };
    throw error;
  }
}

interface Asked extends LinkSeen {
  readonly state: 'open' | 'dead' | 'unknown';
}

async function askAll(urls: readonly string[], { options, pace, now }: Look): Promise<readonly Asked[]> {
  const seen: Asked[] = [];
  for (const url of urls) seen.push(await ask(url, options, pace, now));
  return seen;
}

async function ask(url: string, options: LinkOptions, pace: Pace, now?: () => Date): Promise<Asked> {
  try {
    checkedUrl(url, options.hosts);
    await pace.turn(url);
    const { isOpen, status, note } = await visitSite(url, options, now);
    if (isOpen) return { url, state: 'open', why: '' };
    const state = status !== null && TELLS_NOTHING.has(status) ? 'unknown' : 'dead';
    return { url, state, why: note ?? '' };
  } catch (error) {
    // A host that may not be asked, or a path that robots.txt forbids.
    if (error instanceof Fault) return { url, state: 'unknown', why: error.message };
    throw error;
  }
}
