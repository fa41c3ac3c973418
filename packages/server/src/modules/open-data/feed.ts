/** What came in last as a feed: Atom (RFC 4287) and JSON Feed 1.1. */
import { saysLevel } from '@mingsuan/core/model/agency-title';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import { inWan } from '@mingsuan/core/money';
import type { NewsItem } from '@mingsuan/store';
import { LICENCE } from '../../licence.ts';

export interface Feed {
  /** `https://host` */
  readonly site: string;
  /** Of the feed itself. */
  readonly url: string;
  /** Of the page that it follows. */
  readonly page: string;
  readonly title: string;
  readonly items: readonly NewsItem[];
}

const LEVELS = { department: '部门', unit: '单位' } as const;

const titleOf = ({ agency, level, year, stage, edition }: NewsItem): string =>
  `${agency}${saysLevel(agency) ? '' : `（${LEVELS[level]}）`}${year === null ? '' : `${year}年`}${kindOf(stage).name}${edition > 1 ? `（第 ${edition} 版）` : ''}`;

/** One sentence: what came in. */
export const summaryOf = (item: NewsItem): string =>
  item.expenditure === null
    ? `收录了${titleOf(item)}。`
    : `收录了${titleOf(item)}，支出总计 ${inWan(item.expenditure)} 万元。`;

/** A version is an entry of its own. */
const idOf = (site: string, { disclosureId, version }: NewsItem) => `${site}/disclosure/${disclosureId}#v${version}`;

/** What is new as a JSON Feed 1.1. */
export const jsonFeed = ({ site, url, page, title, items }: Feed): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  home_page_url: page,
  feed_url: url,
  language: 'zh-CN',
  items: items.map((item) => ({
    id: idOf(site, item),
    url: `${site}/disclosure/${item.disclosureId}`,
    title: titleOf(item),
    content_text: summaryOf(item),
    date_published: item.at,
  })),
});

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** An empty feed is as old as time. */
const EPOCH = '1970-01-01T00:00:00Z';

/** What is new as an Atom feed (RFC 4287). */
export const atomFeed = ({ site, url, page, title, items }: Feed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${escaped(url)}</id>
<title>${escaped(title)}</title>
<updated>${items[0]?.at ?? EPOCH}</updated>
<link rel="self" type="application/atom+xml" href="${escaped(url)}"/>
<link rel="alternate" type="text/html" href="${escaped(page)}"/>
<link rel="license" href="${LICENCE.url}"/>
<author><name>明算</name></author>
${items
  .map(
    (item) => `<entry>
<id>${escaped(idOf(site, item))}</id>
<title>${escaped(titleOf(item))}</title>
<updated>${item.at}</updated>
<link rel="alternate" type="text/html" href="${escaped(`${site}/disclosure/${item.disclosureId}`)}"/>
<summary>${escaped(summaryOf(item))}</summary>
</entry>`,
  )
  .join('\n')}
</feed>
`;
