/**
 * No paragraph, cell or row of a layout is longer than people make them. Much of what follows takes time with the square of
 * such a length; bounded, it takes time with the length of the document, whoever made it. What is done is told in problems.
 */
import type { Origin, Problem } from '@mingsuan/core/disclosure';
import type { Block, Layout, Paragraph, Table, TableCell } from './layout.ts';
import { UnreadableInput } from './unreadable.ts';

/** Paragraphs of published texts have some hundreds of characters, cells of performance tables at most as many. */
export const MOST_CHARACTERS = 4000;
/** Statements have up to 30 columns. */
export const MOST_COLUMNS = 400;

/** Lines of text and rows of tables in all; a whole city's volume has fewer. */
const MOST_LINES = 100_000;

/**
 * A layout within bounds: long paragraphs in several, long cells and rows cut off. The same object where nothing was beyond.
 * @throws UnreadableInput `too-large` where it has more lines than any publication
 */
export function withinBounds(layout: Layout): Layout {
  const lines = layout.pages.reduce((sum, { blocks }) => blocks.reduce((s, block) => s + linesIn(block), sum), 0);
  if (lines > MOST_LINES)
    throw new UnreadableInput(
      'too-large',
      `文件有 ${lines} 行文字和表格，超过了上限 ${MOST_LINES} 行，不像预决算公开文本，请确认文件，或拆分后再读。`,
    );
  const problems: Problem[] = [];
  const pages = layout.pages.map((page) => {
    if (!page.blocks.some(isBeyond)) return page;
    const blocks = page.blocks.flatMap((block): readonly Block[] => {
      if (!isBeyond(block)) return [block];
      return block.kind === 'paragraph' ? divided(block, problems) : [cutTable(block, problems)];
    });
    return { ...page, blocks };
  });
  return problems.length === 0 ? layout : { pages, problems: [...layout.problems, ...problems] };
}

const linesIn = (block: Block): number => (block.kind === 'paragraph' ? 1 : block.rows.length);

const isLong = ({ text }: { readonly text: string }): boolean => text.length > MOST_CHARACTERS;

const isBeyond = (block: Block): boolean =>
  block.kind === 'paragraph'
    ? isLong(block)
    : block.rows.some((row) => row.length > MOST_COLUMNS || row.some((cell) => isLong(cell)));

/** Several paragraphs, cut behind a sentence where there is one; printed lines go with the part that they begin in. */
function divided(paragraph: Paragraph, problems: Problem[]): Paragraph[] {
  const { lines, ...rest } = paragraph;
  const parts: Paragraph[] = [];
  let line = 0;
  let begins = 0;
  for (let at = 0; at < paragraph.text.length; ) {
    const end = cutAt(paragraph.text, at);
    const own = [];
    for (; lines && line < lines.length && (begins < end || end === paragraph.text.length); line += 1) {
      own.push(lines[line]!);
      begins += lines[line]!.text.length;
    }
    const text = paragraph.text.slice(at, end).trim();
    const origin = own[0]?.origin ?? paragraph.origin;
    parts.push({ ...rest, text, origin, ...(own.length > 1 ? { lines: own } : {}) });
    at = end;
  }
  problems.push({
    code: 'long-text',
    message: `${placeOf(paragraph.origin)}有一段长达 ${paragraph.text.length} 字，已分成 ${parts.length} 段来读；请核对原文件有没有损坏。`,
    origin: paragraph.origin,
  });
  return parts;
}

function cutAt(text: string, from: number): number {
  const end = from + MOST_CHARACTERS;
  if (end >= text.length) return text.length;
  const stop = text.lastIndexOf('。', end - 1);
  return stop > from + MOST_CHARACTERS / 2 ? stop + 1 : end;
}

function cutTable(table: Table, problems: Problem[]): Table {
  const where = placeOf(table.origin);
  if (table.rows[0]!.length > MOST_COLUMNS)
    problems.push({
      code: 'wide-table',
      message: `${where}的表超过 ${MOST_COLUMNS} 列，只读了前 ${MOST_COLUMNS} 列；请核对原文件有没有损坏。`,
      origin: table.origin,
    });
  const rows = table.rows.map((row) => row.slice(0, MOST_COLUMNS));
  const long = rows.flat().filter(isLong);
  if (long.length > 0)
    problems.push({
      code: 'long-text',
      message: `${where}的表有 ${long.length} 格超过 ${MOST_CHARACTERS} 字，只读了每格的前 ${MOST_CHARACTERS} 字；请核对原文件有没有损坏。`,
      origin: long[0]!.origin,
    });
  return { ...table, rows: rows.map((row) => row.map(cutCell)) };
}

const cutCell = (cell: TableCell): TableCell =>
  isLong(cell) ? { ...cell, text: cell.text.slice(0, MOST_CHARACTERS) } : cell;

function placeOf({ page, sheet, address, line }: Origin): string {
  if (sheet !== undefined) return `工作表“${sheet}”${address ?? ''}`;
  return page !== undefined ? `第 ${page} 页` : line !== undefined ? `第 ${line} 行` : '文件里';
}
