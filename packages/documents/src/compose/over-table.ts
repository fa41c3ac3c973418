/** Agency, period and unit between a caption and its table: one printed line. */
import type { Block, Paragraph } from '../layout.ts';

export interface OverTable {
  readonly kind: 'over-table';
  readonly parts: readonly Paragraph[];
}

const STYLES = new Set(['agency', 'period', 'unit']);

/** The blocks with the paragraphs over each table joined. */
export function joinOverTable(blocks: readonly Block[]): readonly (Block | OverTable)[] {
  const joined: (Block | OverTable)[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'table' || !STYLES.has(block.style?.is ?? '')) joined.push(block);
    else if (last?.kind === 'over-table') joined[joined.length - 1] = { ...last, parts: [...last.parts, block] };
    else joined.push({ kind: 'over-table', parts: [block] });
  }
  return joined;
}
