/** Blocks → pages: each page has one orientation, and what stands alone gets a page of its own. */
import type { Block, Page, Table } from '../layout.ts';

export interface Sheet {
  readonly blocks: readonly Block[];
  readonly landscape: boolean;
  /** Begins a page, and nothing follows on it. */
  readonly alone: boolean;
  /** Begins a page; others may follow on it. */
  readonly fresh?: boolean;
}

/** A4, in points. */
const SHORT = 595.28;
const LONG = 841.89;

/** Ems of a table's type that fit between the margins of an upright page. */
export const UPRIGHT_EMS = 46;

/** Texts may wrap down to this many ems a column; figures never do. */
const NARROWEST_TEXT = 7;

/** Whether a table asks for a page on its side. */
export function isWide(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'table' && leastWidth(block) > UPRIGHT_EMS);
}

function leastWidth({ print }: Table): number {
  const least = (print?.columns ?? []).map(({ width, align }) =>
    align === 'right' ? width : Math.min(width, NARROWEST_TEXT),
  );
  return least.reduce((sum, width) => sum + width, 0);
}

/** Sheets on pages, wide tables on pages of their own. */
export function pagesOf(sheets: readonly Sheet[]): Page[] {
  const pages: { blocks: Block[]; landscape: boolean; open: boolean }[] = [];
  for (const { blocks, landscape, alone, fresh = false } of sheets) {
    if (blocks.length === 0) continue;
    const last = pages.at(-1);
    if (last?.open && !alone && !fresh && last.landscape === landscape) last.blocks.push(...blocks);
    else pages.push({ blocks: [...blocks], landscape, open: !alone });
  }
  return pages.map(({ blocks, landscape }, i) => ({
    number: i + 1,
    width: landscape ? LONG : SHORT,
    height: landscape ? SHORT : LONG,
    blocks: blocks.map((block) => ({ ...block, origin: { page: i + 1 } })),
  }));
}
