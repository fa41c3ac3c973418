/** What every distortion is made of: chance that is the same each time, and a layout with other blocks, tables or texts. */
import type { Block, Layout, Page, Paragraph, Table } from '../../packages/documents/src/layout.ts';
import { readCaptionLine } from '../../packages/documents/src/recognize/caption.ts';

/** A number from 0 to 1, each time another. */
export type Random = () => number;

/** Numbers that are the same whenever they begin with the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type Distortion = (layout: Layout, random: Random) => Layout;

export const withBlocks = (layout: Layout, blocks: (page: Page) => readonly Block[]): Layout => ({
  ...layout,
  pages: layout.pages.map((page) => ({ ...page, blocks: blocks(page) })),
});

export const withTables = (layout: Layout, change: (table: Table) => readonly Block[]): Layout =>
  withBlocks(layout, ({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? change(block) : [block])));

export const withTexts = (layout: Layout, change: (text: string) => string): Layout =>
  withBlocks(layout, ({ blocks }) =>
    blocks.map((block): Block => {
      if (block.kind === 'table')
        return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) }))) };
      const { lines, ...rest } = block;
      return { ...rest, text: change(block.text) };
    }),
  );

export const isTitle = (text: string): boolean => {
  const line: Paragraph = { kind: 'paragraph', text, origin: {} };
  return text.length < 60 && readCaptionLine(line)?.title !== undefined;
};
