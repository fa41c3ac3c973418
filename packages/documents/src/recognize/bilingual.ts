/** A document that says everything in two languages is read by its Chinese: the words of the other are none that a form is known by. */
import { hasChinese, hasLatinWords, inChinese, isInTwoScripts, withoutLatin } from '@mingsuan/core/text/scripts';
import type { Block, Layout, TableCell } from '../layout.ts';

/** Fewer texts in two scripts are names or samples of the other. */
const FEWEST = 5;

/** The layout in Chinese alone where it is bilingual: the same cells at the same places, and no lines of the other language. */
export function inOneLanguage(layout: Layout): Layout {
  const texts = layout.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [block.text])),
  );
  const chinese = isInScripts(texts) ? inChinese : isBesideLatin(layout) ? withoutLatin : undefined;
  if (chinese === undefined) return layout;
  const pages = layout.pages.map((page) => ({
    ...page,
    blocks: page.blocks.flatMap((block) => inOne(block, chinese)),
  }));
  return { ...layout, pages };
}

const isInScripts = (texts: readonly string[]): boolean => texts.filter(isInTwoScripts).length >= FEWEST;

/** Of the labels of its tables a document in Chinese alone has less than this share with words in Latin letters. */
const LEAST_SHARE = 1 / 5;
const LONGEST_LABEL = 80;

function isBesideLatin({ pages }: Layout): boolean {
  const labels = new Set(
    pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.rows.flatMap((row) =>
              row.flatMap(({ text }) => (text.length <= LONGEST_LABEL && hasChinese(text) ? [text] : [])),
            )
          : [],
      ),
    ),
  );
  const both = [...labels].filter(hasLatinWords).length;
  if (both >= FEWEST && both >= labels.size * LEAST_SHARE) return true;
  // Headers printed once more below those in Chinese, table by table.
  const tables = pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const again = tables.filter(({ rows }) => rows.slice(1, MOST_HEADER_ROWS).some(isInLatin)).length;
  return again > 1 && again * 2 > tables.length;
}

const MOST_HEADER_ROWS = 8;

/** Whether a row says something in several cells, all in words of Latin letters. */
function isInLatin(row: readonly TableCell[]): boolean {
  const filled = row.filter(({ text }) => text.trim() !== '');
  return filled.length > 1 && filled.every(({ text }) => !hasChinese(text) && hasLatinWords(text));
}

function inOne(block: Block, inChinese: (text: string) => string): Block[] {
  if (block.kind === 'table') {
    const rows = block.rows.filter((row) => !isInLatin(row) || inChinese(row.map(({ text }) => text).join(' ')) !== '');
    return [{ ...block, rows: rows.map((row) => row.map((cell) => ({ ...cell, text: inChinese(cell.text) }))) }];
  }
  const text = inChinese(block.text);
  if (text === block.text) return [block];
  const lines = block.lines
    ?.map((line) => ({ ...line, text: inChinese(line.text) }))
    .filter((line) => line.text !== '');
  return text === '' ? [] : [{ ...block, text, ...(lines ? { lines } : {}) }];
}
