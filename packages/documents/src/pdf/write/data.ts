/** A composed layout as the plain data that the Typst page design takes. */

import { alignOf, isHeadRow, rowsRepeated } from '../../cell-align.ts';
import { hasOneTable } from '../../compose/one-table.ts';
import { joinOverTable } from '../../compose/over-table.ts';
import { textWidth } from '../../compose/widths.ts';
import { fitColumns } from '../../fit-columns.ts';
import type { Block, Layout, Page, Paragraph, ParagraphStyle, Table } from '../../layout.ts';
import { headsNext } from '../../sub-heading.ts';
import { familiesOf } from './fonts.ts';

type Printed =
  | { readonly is: 'note' | 'todo'; readonly text: string }
  /** `heads`: it stays on the page of what follows. */
  | { readonly is: 'body'; readonly text: string; readonly heads: boolean }
  | { readonly is: 'cover'; readonly text: string; readonly fit: number; readonly below: boolean }
  | { readonly is: 'contents'; readonly level: number; readonly text: string; readonly target?: string }
  /** A heading or a caption: how it looks, and its level in the outline, which skips none (PDF/UA). */
  | {
      readonly is: 'title';
      readonly look: '1' | '2' | '3' | 'caption' | 'cover';
      readonly outline: number;
      readonly text: string;
      /** The largest size, in points, at which it fits a line; titles do not wrap where they can stand on one. */
      readonly fit: number;
      readonly target?: string;
    }
  /** Agency, period and unit side by side over a table. */
  | { readonly is: 'line'; readonly parts: readonly string[] }
  | {
      readonly is: 'table';
      readonly head: number;
      readonly size: number;
      /** Points left above and below a row's text: more where a table has its page to itself. */
      readonly pad: number;
      /** Points left and right of a cell's text. */
      readonly inset: number;
      /** Low enough to stand on one page. */
      readonly whole: boolean;
      readonly columns: readonly number[];
      readonly cells: readonly PrintedCell[];
    };

interface PrintedCell {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly align: 'left' | 'center' | 'right';
  readonly head: boolean;
  readonly text: string;
}

export interface PdfData {
  readonly title: string;
  readonly author: string;
  /** Sizes of the parts of a page, in points, and the margins, in millimetres, where a place has its own. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, 'bold' | 'regular'>>;
  /** Families of fonts of the parts of a page, where a place has a face for them. */
  readonly fonts: Readonly<Record<string, readonly string[]>>;
  readonly margins: readonly number[];
  readonly sections: readonly {
    readonly flipped: boolean;
    readonly cover: boolean;
    /** Of the usual space between lines and in rows, so much. */
    readonly closeness: number;
    readonly blocks: readonly Printed[];
  }[];
}

/** Above, right, below, left. */
const USUAL_MARGINS = [25, 25, 22, 25];

/** A layout as the page design takes it: plain data, nothing of it markup. */
export function pdfData(layout: Layout, { title, author }: { title: string; author: string }): PdfData {
  const outline = new Outline(layout);
  const { margins = USUAL_MARGINS, ...styles } = layout.style ?? {};
  const sizes = Object.entries(styles).flatMap(([part, { size }]) =>
    size === undefined ? [] : [[part, size] as const],
  );
  const weights = Object.entries(styles).flatMap(([part, { bold }]) =>
    bold === undefined ? [] : [[part, bold ? 'bold' : 'regular'] as const],
  );
  const fonts = Object.entries(styles).flatMap(([part, { face }]) =>
    face === undefined ? [] : [[part, familiesOf(face)] as const],
  );
  return {
    title,
    author,
    sizes: Object.fromEntries(sizes),
    weights: Object.fromEntries(weights),
    fonts: Object.fromEntries(fonts),
    margins,
    sections: layout.pages.map((page) => sectionOf(page, outline, margins)),
  };
}

/** Levels of titles in the order of the document: one goes at most one level below the one before. */
class Outline {
  #last = 0;
  #heading = 0;
  readonly #targets: ReadonlySet<string>;

  constructor({ pages }: Layout) {
    this.#targets = new Set(pages.flatMap(({ blocks }) => blocks.flatMap(targetOf)));
  }

  /** Whether an entry of the contents leads anywhere. */
  has(target: string): boolean {
    return this.#targets.has(target);
  }

  level(style: ParagraphStyle): number {
    const wanted = style.is === 'heading' ? style.level : this.#heading + 1;
    this.#last = Math.min(wanted, this.#last + 1);
    if (style.is === 'heading') this.#heading = this.#last;
    return this.#last;
  }
}

function targetOf(block: Block): string[] {
  if (block.kind === 'table' || block.style?.is === 'contents') return [];
  return block.style && 'target' in block.style && block.style.target ? [block.style.target] : [];
}

function sectionOf(page: Page, outline: Outline, margins: readonly number[]): PdfData['sections'][number] {
  const blocks = joinOverTable(page.blocks).map((block): Printed => {
    if (block.kind === 'table') return printedTable(block, isWide(page), hasOneTable(page), margins);
    if (block.kind === 'paragraph') return printedParagraph(block, outline, isWide(page));
    const texts = block.parts.map(({ text }) => text);
    // A unit that stands alone stands at the right.
    return { is: 'line', parts: texts.length === 1 && block.parts[0]?.style?.is === 'unit' ? ['', ...texts] : texts };
  });
  return { flipped: isWide(page), cover: blocks.some(isCover), closeness: 1, blocks };
}

const isCover = (block: Printed) => block.is === 'cover' || (block.is === 'title' && block.look === 'cover');

const isWide = ({ width, height }: Page): boolean => (width ?? 0) > (height ?? 0);

function printedParagraph({ text, style }: Paragraph, outline: Outline, wide: boolean): Printed {
  switch (style?.is) {
    case 'heading':
    case 'caption': {
      const look = style.is === 'heading' ? (`${style.level}` as const) : 'caption';
      const title = { is: 'title', look, outline: outline.level(style), text, fit: fitOf(text, wide) } as const;
      return style.target ? { ...title, target: style.target } : title;
    }
    case 'contents':
      return {
        text,
        is: 'contents',
        level: style.level,
        ...(outline.has(style.target) ? { target: style.target } : {}),
      };
    case 'cover': {
      const fit = fitOf(text, wide);
      if (!style.target) return { text, is: style.is, fit, below: style.below === true };
      // The cover of a unit's part stands in the outline, for the contents lead to it.
      const level = outline.level({ is: 'heading', level: 1 });
      return { is: 'title', look: 'cover', outline: level, text, fit, target: style.target };
    }
    case 'number':
      return { text, is: 'note' };
    case 'note':
    case 'todo':
      return { text, is: style.is };
    default:
      return { text, is: 'body', heads: headsNext({ text, ...(style ? { style } : {}) }) };
  }
}

/** Points that a title may take of a line, a margin left so that it is seen to be whole; below the smallest size it wraps. */
const ROOM = { upright: 380, wide: 610 };
const SMALLEST_TITLE = 10;

function fitOf(text: string, wide: boolean): number {
  const size = Math.floor((wide ? ROOM.wide : ROOM.upright) / Math.max(1, textWidth(text)));
  return size >= SMALLEST_TITLE ? size : 99;
}

/** A4 in millimetres. */
const A4 = { short: 210, long: 297 };
const POINTS_PER_MM = 72 / 25.4;
const INSET = 3;

/** Columns that stand close get a smaller print. */
function printedTable(table: Table, wide: boolean, alone: boolean, margins: readonly number[]): Printed {
  const { rows, print } = table;
  const count = rows[0]?.length ?? 0;
  const columns = print?.columns ?? Array.from({ length: count }, () => ({ width: 1, align: 'left' as const }));
  const head = rowsRepeated(table);
  const roomy = wide ? 9 : 6;
  const cells = rows.flatMap((row, y) =>
    row.flatMap((cell, x): PrintedCell[] => {
      const { text, colSpan: colspan = 1, rowSpan: rowspan = 1, covered } = cell;
      const isHead = isHeadRow(print, y);
      const align = alignOf(cell, columns[x]?.align, isHead);
      return covered ? [] : [{ x, y, colspan, rowspan, align, head: isHead, text }];
    }),
  );
  const [, right = 0, , left = 0] = margins;
  const {
    size,
    inset,
    columns: widths,
  } = fitColumns(table, {
    width: ((wide ? A4.long : A4.short) - left - right) * POINTS_PER_MM,
    size: count > roomy + 4 ? 7 : count > roomy ? 8 : 9.5,
    inset: INSET,
  });
  const height = heightOf(rows, widths, size, wide);
  const room = Math.max(0, (wide ? HIGHEST.wide : HIGHEST.upright) - height);
  const pad = PAD + (alone ? Math.min(MORE_PAD, Math.floor(room / (2 * rows.length))) : 0);
  return { is: 'table', head, size, pad, inset, whole: height < WHOLE, columns: widths, cells };
}

/** Points of a page that a table may fill below its title, and what its rows have around their text. */
const HIGHEST = { upright: 560, wide: 320 };
const PAD = 4;
const MORE_PAD = 5;

/** A table lower than this, in points, is not broken over two pages. */
const WHOLE = 330;

function heightOf(rows: Table['rows'], widths: readonly number[], size: number, wide: boolean): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const heights = rows.map((row) => {
    const lines = row.map(({ text, colSpan = 1 }, x) => {
      const share = widths.slice(x, x + colSpan).reduce((sum, width) => sum + width, 0) / total;
      return Math.ceil((textWidth(text) * size) / Math.max(size, share * (wide ? ROOM.wide : ROOM.upright)));
    });
    return Math.max(1, ...lines) * size * 1.5 + 8;
  });
  return heights.reduce((sum, height) => sum + height, 0);
}
