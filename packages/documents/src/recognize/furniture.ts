/**
 * What stands on page after page and belongs to none: running headers and footers. They are taken out of the stream, so that they
 * neither tear a table apart nor begin another document; what they say is kept, for it may name the agency.
 */
import { squeeze } from '@mingsuan/core/text/fold';
import type { Block, Layout, Page, Paragraph } from '../layout.ts';
import { readCaptionLine } from './caption.ts';

export interface Cleaned {
  readonly layout: Layout;
  /** Each running line once. */
  readonly running: readonly string[];
}

/** On fewer pages a line that stands first may be a title that is printed again. */
const FEWEST = 3;

/** Words of a page are longer or have a full stop; the address below a printed web page is long too. */
const LONGEST = 300;

/** What a browser prints above and below a page, however many there are: when, and from which address. */
const PRINTED_AT = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s*(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s|$)/;
const PRINTED_FROM = /^(?:https?|file):\/\/\S+\s+\d{1,4}\/\d{1,4}$/;

/** Takes out first and last lines that at least three pages and a third of all share, and that are no caption of a table. */
export function withoutFurniture(layout: Layout): Cleaned {
  const filled = layout.pages.filter((page) => page.blocks.length > 0);
  const first = repeated(filled, 0);
  const last = repeated(filled, -1);
  const running = new Set<string>();
  const pages = layout.pages.map((page): Page => {
    const isFurniture = (block: Block | undefined, lines: ReadonlySet<string>, printed: RegExp): block is Paragraph =>
      block?.kind === 'paragraph' && (lines.has(lineOf(block)) || printed.test(block.text));
    const head = isFurniture(page.blocks[0], first, PRINTED_AT) ? 1 : 0;
    const foot = page.blocks.length > head && isFurniture(page.blocks.at(-1), last, PRINTED_FROM) ? 1 : 0;
    if (head) running.add((page.blocks[0] as Paragraph).text.trim());
    if (foot) running.add((page.blocks.at(-1) as Paragraph).text.trim());
    return head + foot === 0 ? page : { ...page, blocks: page.blocks.slice(head, page.blocks.length - foot) };
  });
  return { layout: { ...layout, pages }, running: [...running] };
}

/** The same line but for its page number, which a browser prints behind the address of what it printed. */
const lineOf = ({ text }: Paragraph) =>
  squeeze(text).replace(/[-—–]?第?\d{1,4}(?:页|\/\d{1,4})?(?:[,，]?共\d+页)?[-—–]?$/, '');

function repeated(pages: readonly Page[], at: 0 | -1): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const block = page.blocks.at(at);
    if (block?.kind !== 'paragraph' || block.text.length > LONGEST || /[。；]/.test(block.text)) continue;
    const line = lineOf(block);
    if (line.length < 4 || readCaptionLine(block)) continue;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([line, n]) => (n >= FEWEST && n * 3 >= pages.length ? [line] : [])));
}
