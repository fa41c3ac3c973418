/**
 * HTML → Layout: a web page's text and tables as they are seen. What only serves the site (scripts, menus, lines that are
 * nothing but links to elsewhere) is left out. Also what finance systems export as `.xls` and is HTML within.
 */
import type { Problem } from '@mingsuan/core/disclosure';
import { Parser } from 'htmlparser2';
import { Flow } from '../flow/flow.ts';
import { Pictures } from '../flow/pictures.ts';
import type { Layout } from '../layout.ts';
import { superscript } from '../superscript.ts';
import { UnreadableInput } from '../unreadable.ts';
import { pageTitle } from './page-title.ts';

/** Elements whose content is not part of what the page says. */
const SKIPPED = new Set(
  'script style noscript template head nav footer aside select option button iframe svg object textarea xml'.split(' '),
);
const BLOCKS = new Set(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary ul'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements within elements; unclosed tags of careless pages add up to some hundreds. */
const MAX_DEPTH = 5000;
const ATTACHMENT = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)(?:[?#]|$)/i;

/** A page as it is seen, and problems for what it holds and is not read. */
export function readHtml(html: string): Layout {
  const flow = new Flow();
  const attachments = new Set<string>();
  let line: string[] = [];
  let endsWithSpace = false;
  let hasOwnWords = false;
  let linkDepth = 0;
  let preDepth = 0;
  let raised = 0;
  const pictures = new Pictures(true);
  /** Pictures of the line that is being read: their bytes, or undefined where they stand elsewhere. */
  let alone: (Uint8Array | undefined)[] = [];
  /** How many of those that stand elsewhere are as large as a table. */
  let large = 0;
  /** How many elements are open below the outermost one that is left out; 0 where none is. */
  let skipped = 0;
  let depth = 0;

  const endLine = () => {
    const text = line.join('');
    if (text.trim() !== '') flow.paragraph(text, !hasOwnWords);
    if (hasOwnWords) pictures.text();
    else if (text.trim() === '') pictures.stand(alone.filter((bytes) => bytes === undefined).length, large);
    for (const bytes of alone) if (bytes) flow.picture(bytes);
    alone = [];
    large = 0;
    line = [];
    endsWithSpace = false;
    hasOwnWords = false;
  };
  const openers: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => void>> = {
    table: () => flow.openTable(),
    tr: () => flow.openRow(),
    td: (attributes) => flow.openCell(shapeOf(attributes)),
    th: (attributes) => flow.openCell(shapeOf(attributes)),
    a({ href }) {
      if (href === undefined) return;
      if (ATTACHMENT.test(href)) attachments.add(href);
      // Links within the page are its own contents.
      if (!href.startsWith('#')) linkDepth += 1;
    },
    pre() {
      preDepth += 1;
    },
    sup() {
      raised += 1;
    },
    img(attributes) {
      if (linkDepth > 0) return;
      const bytes = embedded(attributes.src ?? '');
      alone.push(bytes);
      if (!bytes && isLarge(attributes)) large += 1;
    },
  };
  const closers: Readonly<Record<string, () => void>> = {
    table: () => flow.closeTable(),
    a() {
      linkDepth = Math.max(0, linkDepth - 1);
    },
    pre() {
      preDepth -= 1;
    },
    sup() {
      raised = Math.max(0, raised - 1);
    },
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH)
          throw new UnreadableInput('damaged', '网页的标签层层套叠、没有结束，请在浏览器里打印为 PDF 后再读。');
        if (skipped > 0 || SKIPPED.has(name) || isInvisible(attributes)) {
          if (!VOID.has(name)) skipped += 1;
          return;
        }
        if (BLOCKS.has(name) || isTablePart(name)) endLine();
        openers[name]?.(attributes);
      },
      ontext(text) {
        if (skipped > 0) return;
        if (preDepth > 0) {
          const [first = '', ...others] = text.split(/\r\n|\r|\n/);
          add(first);
          for (const other of others) {
            endLine();
            add(other);
          }
        } else add((raised > 0 ? superscript(text) : text).replace(/[ \t\r\n\f]+/g, ' '));
      },
      onclosetag(name) {
        depth -= 1;
        if (skipped > 0) {
          if (!VOID.has(name)) skipped -= 1;
          return;
        }
        if (BLOCKS.has(name) || isTablePart(name)) endLine();
        closers[name]?.();
      },
    },
    { decodeEntities: true },
  );
  const add = (text: string) => {
    const added = endsWithSpace ? text.replace(/^ /, '') : text;
    if (added !== '') {
      line.push(added);
      endsWithSpace = added.endsWith(' ');
    }
    if (linkDepth === 0 && /[\p{L}\p{N}]/u.test(text)) hasOwnWords = true;
  };
  parser.write(html);
  parser.end();
  endLine();
  const content = flow.content();
  const { blocks } = content;
  const hasTables = blocks.some(({ kind }) => kind === 'table');
  const problems = [...pictures.problems(), ...(hasTables ? [] : unreadAttachments(attachments.size))];
  const title = pageTitle(html);
  return { pages: [{ number: 1, blocks }], problems, pictures: content.pictures, ...(title ? { title } : {}) };
}

/** Signs and buttons of a site are smaller, in pixels. */
const TABLE_WIDTH = 400;
const TABLE_HEIGHT = 150;

/** Whether a picture is stated to be as large as a table would be. */
function isLarge({ width, height, style = '' }: Readonly<Record<string, string>>): boolean {
  const stated = (name: string, attribute = '') =>
    Number.parseFloat(new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([\\d.]+)px`, 'i').exec(style)?.[1] ?? attribute);
  return stated('width', width) >= TABLE_WIDTH && stated('height', height) >= TABLE_HEIGHT;
}

/** A picture that the page itself holds. */
function embedded(src: string): Uint8Array | undefined {
  const [, packed] = /^data:image\/(?:png|jpe?g|tiff?);base64,([\s\S]+)$/.exec(src.trim()) ?? [];
  return packed === undefined ? undefined : Buffer.from(packed, 'base64');
}

const isTablePart = (name: string): boolean => name === 'table' || name === 'tr' || name === 'td' || name === 'th';

const isInvisible = ({ style = '', hidden }: Readonly<Record<string, string>>): boolean =>
  hidden !== undefined || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style);

function shapeOf({ colspan, rowspan }: Readonly<Record<string, string>>): { colSpan: number; rowSpan: number } {
  // rowspan="0" reaches to the end of the table.
  return { colSpan: spanOf(colspan) || 1, rowSpan: rowspan === '0' ? Number.MAX_SAFE_INTEGER : spanOf(rowspan) || 1 };
}

const spanOf = (value: string | undefined): number => Math.max(0, Number.parseInt(value ?? '1', 10) || 0);

function unreadAttachments(count: number): Problem[] {
  if (count === 0) return [];
  const message = `网页里没有表格，另附有 ${count} 个附件，没有读；如报表在附件里，请下载后再读。`;
  return [{ code: 'attachments', message }];
}
