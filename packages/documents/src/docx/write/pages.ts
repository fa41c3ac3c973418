/**
 * On which page each target will stand: a good guess for the contents until Word or WPS has counted the pages itself.
 * It counts full-width characters and lines, as styles.ts and table.ts print them. Lengths are twentieths of a point.
 */
import { rowsRepeated } from '../../cell-align.ts';
import { hasOneTable } from '../../compose/one-table.ts';
import type { Block, Layout, Page } from '../../layout.ts';
import { type Margins, marginsOf, roomOf } from './paper.ts';

const BODY = { char: 280, line: 500 };
const TITLE = 800;
const HEADING = 570;
const OVER_TABLE = 300;
const CELL = { char: 180, line: 235, padding: 30, rule: 15, margins: 120 };

/** Rows of a table that has its page to itself stand wider, up to this, and leave so much of the page. */
const WIDEST_PADDING = 110;
const FILLED = 0.9;

/** The page that each target probably is on, counted from 1. */
export function guessPages({ pages, style }: Layout): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const margins = marginsOf(style?.margins);
  let number = 0;
  for (const page of pages) {
    number += 1;
    number = fillPage(page, margins, number, found);
  }
  return found;
}

/** What the rows of a page's tables have above and below their text. */
export function rowPadding(page: Page, margins: Margins): number {
  if (!hasOneTable(page)) return CELL.padding;
  const { width, height } = roomOf(page, margins);
  const used = page.blocks.flatMap((block) => heightsOf(block, width)).reduce((sum, each) => sum + each, 0);
  const rows = page.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
  const more = Math.floor((FILLED * height - used) / (2 * Math.max(1, rows)));
  return Math.min(WIDEST_PADDING, CELL.padding + Math.max(0, more));
}

function fillPage(page: Page, margins: Margins, first: number, found: Map<string, number>): number {
  const room = roomOf(page, margins);
  let [number, used] = [first, 0];
  const take = (height: number, repeated = 0) => {
    if (used > 0 && used + height > room.height) {
      number += 1;
      used = repeated;
    }
    used += height;
  };
  for (const block of page.blocks) {
    const heights = heightsOf(block, room.width, rowPadding(page, margins));
    const head = block.kind === 'table' ? rowsRepeated(block) : 0;
    const repeated = heights.slice(0, head).reduce((sum, height) => sum + height, 0);
    for (const height of heights) take(height, repeated);
    const style = block.kind === 'paragraph' ? block.style : undefined;
    if (style && 'target' in style && style.target && style.is !== 'contents') found.set(style.target, number);
  }
  return number;
}

/** The heights of its lines or rows: a page may end between them. */
function heightsOf(block: Block, width: number, padding = CELL.padding): readonly number[] {
  if (block.kind === 'paragraph') {
    const style = block.style?.is ?? 'body';
    if (block.style?.is === 'heading' && block.style.level > 1) return [HEADING];
    if (style === 'heading' || style === 'caption' || style === 'cover') return [TITLE];
    if (style !== 'body' && style !== 'todo') return [OVER_TABLE];
    const lines = Math.max(1, Math.ceil((2 + widthOf(block.text)) / Math.floor(width / BODY.char)));
    return Array.from({ length: lines }, () => BODY.line);
  }
  const count = block.rows[0]?.length ?? 1;
  const widths = block.print?.columns.map((column) => column.width) ?? Array.from({ length: count }, () => 1);
  const total = widths.reduce((sum, each) => sum + each, 0);
  return block.rows.map((row) => {
    const lines = row.map(({ text, colSpan = 1, covered }, x) => {
      if (covered || text === '') return 1;
      const share = widths.slice(x, x + colSpan).reduce((sum, each) => sum + each, 0) / total;
      return Math.ceil(widthOf(text) / Math.max(1, Math.floor((share * width - CELL.margins) / CELL.char)));
    });
    return Math.max(...lines) * CELL.line + 2 * padding + CELL.rule;
  });
}

/** In full-width characters: a digit or letter takes half of one. */
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char < '\u2000' ? 0.5 : 1), 0);
