/**
 * Tab-separated text, comma-separated values and Markdown → Layout. A line with a tab (or a Markdown table row) is a table row; rows that follow
 * each other are one table; a form feed ends a page. Lines of contents (标题……页码) stay paragraphs.
 */
import { MOST_COLUMNS } from '../bounds.ts';
import type { Block, Layout, Page, Paragraph, Table, TableCell } from '../layout.ts';
import { stripped } from '../strip.ts';
import { UnreadableInput } from '../unreadable.ts';
import { readCsv } from './read-csv.ts';

/** Rows times columns of one table: the widest row makes all of them as wide. */
const MAX_POSITIONS = 1_000_000;

const CONTENTS_PAGE = /^(?:\d{1,4}|错误[!！].*|-+)$/;
const CONTENTS_TITLE =
  /[.．…·]{2,}\s*$|表$|说明$|情况$|事项$|解释$|信息$|收支预算$|^第.+部分|^[一二三四五六七八九十]+、|^-+$/;

/** Text as a layout: pages at form feeds, tables where lines have tabs or pipes. */
export function readText(text: string): Layout {
  const csv = readCsv(text);
  if (csv) return csv;
  const pages: Page[] = [];
  let line = 0;
  for (const [index, pageText] of text.split('\f').entries()) {
    const lines = pageText.split(/\r\n|\r|\n/);
    pages.push({ number: index + 1, blocks: blocksOf(lines, line, index + 1, text.includes('\f')) });
    line += lines.length - 1;
  }
  return { pages, problems: [] };
}

function blocksOf(lines: readonly string[], offset: number, page: number, paged: boolean): Block[] {
  const blocks: Block[] = [];
  let group: { cells: string[]; line: number }[] = [];
  const origin = (line: number) => (paged ? { page, line } : { line });
  const flush = () => {
    if (group.length > 0) blocks.push(...(isContents(group) ? contents(group, origin) : [table(group, origin)]));
    group = [];
  };
  for (const [index, raw] of lines.entries()) {
    const line = offset + index + 1;
    const cells = tableCells(raw);
    if (cells) {
      if (!cells.every((cell) => /^:?-*:?$/.test(cell.trim())) || cells.every((cell) => cell.trim() === ''))
        group.push({ cells, line });
      continue;
    }
    flush();
    const text = plainText(raw);
    if (text) blocks.push(paragraph(text, origin(line)));
  }
  flush();
  return blocks;
}

/** The cells of a table row, or undefined for running text. */
function tableCells(line: string): string[] | undefined {
  if (line.includes('\t')) return stripped(line, ' ').split('\t');
  const markdown = /^\s*\|(.*)\|\s*$/.exec(line);
  return markdown ? markdown[1]!.split(/(?<!\\)\|/) : undefined;
}

/** An entry of Markdown's contents: a list item that is a link within the document. */
const CONTENTS_LINK = /^\s*[-*+]\s+\[(.+)\]\(#[^)]*\)\s*$/;

/** Running text without the marks of Markdown (bold, headings, anchors, list bullets before a numbering, escapes). */
function plainText(line: string): string {
  const entry = CONTENTS_LINK.exec(line);
  const text = entry ? `${entry[1]}.....` : line.replace(/^\s*#+\s+/, '');
  return text
    .replace(/(?<!\\)\*\*(?!\s*$)|(?<=\S)\*\*\s*$/g, '')
    .replace(/^<a id="[^"]*"><\/a>/, '')
    .replace(/^\s*-\s+(?=\d+[、.．])/, '')
    .replace(/\\([\\*_`<>[\]#+|-])/g, '$1')
    .trim();
}

function isContents(group: readonly { cells: string[] }[]): boolean {
  let titles = 0;
  for (const { cells } of group) {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (filled.length !== 2 || !CONTENTS_PAGE.test(filled[1]!)) return false;
    if (CONTENTS_TITLE.test(filled[0]!)) titles++;
  }
  return titles * 2 > group.length;
}

function contents(
  group: readonly { cells: string[]; line: number }[],
  origin: (line: number) => Paragraph['origin'],
): Block[] {
  return group.map(({ cells, line }) => paragraph(cells.map((cell) => cell.trim()).join('\t'), origin(line)));
}

function table(
  group: readonly { cells: string[]; line: number }[],
  origin: (line: number) => Paragraph['origin'],
): Table {
  // One more than is read, so that what is left out gets told.
  const width = Math.min(
    group.reduce((most, { cells }) => Math.max(most, cells.length), 0),
    MOST_COLUMNS + 1,
  );
  if (width * group.length > MAX_POSITIONS)
    throw new UnreadableInput('too-large', '文本里的表格太大，不像预决算公开文本，请确认文件，或拆分后再读。');
  const rows = group.map(({ cells, line }) =>
    Array.from({ length: width }, (_, i): TableCell => ({ text: plainText(cells[i] ?? ''), origin: origin(line) })),
  );
  return { kind: 'table', rows, origin: origin(group[0]!.line) };
}

function paragraph(text: string, origin: Paragraph['origin']): Paragraph {
  return { kind: 'paragraph', text, origin };
}
