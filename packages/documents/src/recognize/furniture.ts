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

/** Takes out first and last lines that at least three pages and a third of all share, and that are no caption of a table. */
export function withoutFurniture(layout: Layout): Cleaned {
  const filled = layout.pages.filter((page) => page.blocks.length > 0);
  const first = repeated(filled, 0);
  const last = repeated(filled, -1);
  if (first.size + last.size === 0) return { layout, running: [] };
  const running = new Set<string>();
  const pages = layout.pages.map((page): Page => {
    const isFurniture = (block: Block | undefined, lines: ReadonlySet<string>): block is Paragraph =>
      block?.kind === 'paragraph' && lines.has(lineOf(block));
    const head = isFurniture(page.blocks[0], first) ? 1 : 0;
    const foot = page.blocks.length > head && isFurniture(page.blocks.at(-1), last) ? 1 : 0;
    if (head) running.add((page.blocks[0] as Paragraph).text.trim());
    if (foot) running.add((page.blocks.at(-1) as Paragraph).text.trim());
    return head + foot === 0 ? page : { ...page, blocks: page.blocks.slice(head, page.blocks.length - foot) };
  });
  return { layout: { ...layout, pages }, running: [...running] };
}

/** The same line but for its page number. */
const lineOf = ({ text }: Paragraph) => squeeze(text).replace(/[-—–]?第?\d{1,4}页?(?:共\d+页)?[-—–]?$/, '');

function repeated(pages: readonly Page[], at: 0 | -1): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const block = page.blocks.at(at);
    if (block?.kind !== 'paragraph' || block.text.length > 60 || /[。；]/.test(block.text)) continue;
    const line = lineOf(block);
    if (line.length < 4 || readCaptionLine(block)) continue;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([line, n]) => (n >= FEWEST && n * 3 >= pages.length ? [line] : [])));
}
