/**
 * Layout → tab-separated text, as `readText` reads it: a line a paragraph, a line a table row with a tab between cells,
 * a form feed between pages. Merged cells are blank where they are covered; contents end in dots instead of a page number.
 */
import type { Block, Layout } from '../layout.ts';

/** A layout as text, which `readText` reads back. */
export function writeText(layout: Layout): string {
  return `${layout.pages.map(({ blocks }) => blocks.map(blockText).join('\n\n')).join('\n\f\n')}\n`;
}

function blockText(block: Block): string {
  if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => cell.text).join('\t')).join('\n');
  return block.style?.is === 'contents' ? `${block.text}${LEADERS}` : block.text;
}

const LEADERS = '.....';
