/** A web page as who looks for dead links and for news reads it: where it leads, and the days that stand beside its items. */
import { Parser } from 'htmlparser2';

export interface PageLinks {
  /** Absolute http(s) addresses without what follows `#`, each once, in the page's order: links and pictures. */
  readonly links: readonly string[];
  /** Days of items, `2026-03-02`, one for each item that has one. */
  readonly days: readonly string[];
}

const HIDDEN = new Set('script style noscript template'.split(' '));
/** A line ends where one of these begins or ends; an item is a line that leads somewhere. */
const LINES = new Set('article br dd div dl dt h1 h2 h3 h4 h5 h6 li ol p section table td tr ul'.split(' '));

const DAY = /(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?/;
/** Whose item is of a day prints it first or last: a day within a title is another's. */
const AT_BEGINNING = new RegExp(`^[\\s[(（【〔·•|-]*${DAY.source}(?!\\d|日|[起至前后以])`);
const AT_END = new RegExp(`(?<!\\d)${DAY.source}[\\s\\])）】〕|]*$`);
/** Content systems file what they publish by its day: `/202603/t20260302_1234.html`, `/art/2026/3/2/`. */
const IN_ADDRESS = /\/t(20\d\d)(\d\d)(\d\d)_\d+\.s?html?$|\/(20\d\d)[-/](\d{1,2})[-/](\d{1,2})\//;

/** @param address of the page, which its links are relative to */
export function pageLinks(html: string, address: string): PageLinks {
  const links = new Set<string>();
  const days: string[] = [];
  let base = address;
  let hidden = 0;
  let line = '';
  let leads: string[] = [];
  /** The line before led somewhere and had no day of its own. */
  let waiting = false;
  /** A day stood alone on the line before. */
  let alone: string | undefined;

  const absolute = (link: string): string | undefined => {
    const url = URL.canParse(link.trim(), base) ? new URL(link.trim(), base) : undefined;
    if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
    url.hash = '';
    return url.href;
  };
  const endLine = () => {
    const text = line.trim();
    const isItem = leads.length > 0;
    const printed = dayAt(AT_BEGINNING, text) ?? dayAt(AT_END, text);
    const day = printed ?? (isItem ? leads.map(dayInAddress).find((found) => found !== undefined) : undefined);
    if (isItem) {
      const own = day ?? alone;
      if (own !== undefined) days.push(own);
      waiting = own === undefined;
      alone = undefined;
    } else if (text !== '') {
      const isAlone = printed !== undefined && text.replace(DAY, '').replace(/[\s[\]()（）【】〔〕|·•]/g, '') === '';
      if (isAlone && waiting) days.push(printed);
      alone = isAlone && !waiting ? printed : undefined;
      waiting = false;
    }
    line = '';
    leads = [];
  };
  const parser = new Parser({
    onopentag(name, { href, src }) {
      if (HIDDEN.has(name)) hidden += 1;
      if (LINES.has(name)) endLine();
      if (name === 'base' && href !== undefined) base = absolute(href) ?? base;
      const link = name === 'a' ? href : name === 'img' ? src : undefined;
      const found = link === undefined || link.startsWith('#') ? undefined : absolute(link);
      if (found === undefined) return;
      links.add(found);
      if (name === 'a') leads.push(found);
    },
    ontext(text) {
      if (hidden === 0) line += text;
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden -= 1;
      if (LINES.has(name)) endLine();
    },
  });
  parser.write(html);
  parser.end();
  endLine();
  return { links: [...links], days };
}

const dayAt = (pattern: RegExp, text: string): string | undefined => {
  const [, year, month, day] = pattern.exec(text) ?? [];
  return dayOf(year, month, day);
};

function dayInAddress(url: string): string | undefined {
  const found = IN_ADDRESS.exec(new URL(url).pathname);
  return found ? dayOf(found[1] ?? found[4], found[2] ?? found[5], found[3] ?? found[6]) : undefined;
}

/** Undefined where there is no such day. */
function dayOf(year: string | undefined, month = '', day = ''): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ? date : undefined;
}
