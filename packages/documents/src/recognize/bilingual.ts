/** A document that says everything in two languages is read by its Chinese: the words of the other are none that a form is known by. */
import { inChinese, isInTwoScripts } from '@mingsuan/core/text/scripts';
import type { Block, Layout } from '../layout.ts';

/** Fewer texts in two scripts are names or samples of the other. */
const FEWEST = 5;

/** The layout in Chinese alone where it is bilingual: the same cells at the same places, and no lines of the other language. */
export function inOneLanguage(layout: Layout): Layout {
  const texts = layout.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [block.text])),
  );
  if (texts.filter(isInTwoScripts).length < FEWEST) return layout;
  return { ...layout, pages: layout.pages.map((page) => ({ ...page, blocks: page.blocks.flatMap(inChineseOnly) })) };
}

function inChineseOnly(block: Block): Block[] {
  if (block.kind === 'table')
    return [{ ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: inChinese(cell.text) }))) }];
  const text = inChinese(block.text);
  if (text === block.text) return [block];
  const lines = block.lines
    ?.map((line) => ({ ...line, text: inChinese(line.text) }))
    .filter((line) => line.text !== '');
  return text === '' ? [] : [{ ...block, text, ...(lines ? { lines } : {}) }];
}
