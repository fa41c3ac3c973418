/** A visit to a web site as a reader would make it: whether it opened, and how soon. Private addresses and what robots.txt forbids are not visited. */
import { Fault } from '../fault.ts';
import { checkedUrl, type LinkOptions, openUrl } from './fetch.ts';
import { isAllowedBy, robotsOf } from './robots.ts';

export interface SiteVisit {
  readonly at: string;
  readonly isOpen: boolean;
  readonly status: number | null;
  readonly ms: number;
  readonly note: string | null;
}

const MOST_REDIRECTS = 3;
const TIMEOUT_MS = 30_000;

/** @throws Fault `wrong` or `forbidden` where the address is not to be visited at all */
export async function visitSite(link: string, options: LinkOptions, now = () => new Date()): Promise<SiteVisit> {
  let url = checkedUrl(link, options.hosts);
  const rules = await robotsOf(url, options);
  if (!isAllowedBy(rules, url.pathname + url.search))
    throw new Fault('forbidden', '网站的 robots.txt 不许访问这个地址。');
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const begun = now();
  const visit = (isOpen: boolean, status: number | null, note: string | null): SiteVisit => ({
    at: begun.toISOString(),
    isOpen,
    status,
    ms: Math.round(now().getTime() - begun.getTime()),
    note,
  });
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const answer = await openUrl(url, options, signal);
      const { statusCode = 0, headers } = answer;
      answer.destroy();
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        url = checkedUrl(new URL(headers.location, url).href, options.hosts);
        continue;
      }
      return visit(statusCode < 400, statusCode, statusCode < 400 ? null : `HTTP ${statusCode}`);
    }
    return visit(false, null, '转了太多次');
  } catch (error) {
    if (error instanceof Fault && error.obstacle === 'unreachable') return visit(false, null, error.message);
    throw error;
  }
}
