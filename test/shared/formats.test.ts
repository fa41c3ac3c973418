import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText } from '@mingsuan/documents/input/clean';
import { decodeText } from '@mingsuan/documents/input/decode';
import type { Block, TableCell } from '@mingsuan/documents/layout';
import { readDocument } from '@mingsuan/documents/read';
import { readText } from '@mingsuan/documents/text/index';
import { describe, expect, it } from 'vitest';
import { c, docx, p, xlsx } from '../../packages/documents/test/office/make-office.ts';
import { compact } from './compact.ts';

/** The texts of ../shared, put into the other formats here, read the same from each. */
const folder = join(import.meta.dirname, '../../../shared/seeds');
const names = existsSync(folder) ? readdirSync(folder) : [];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const html = (blocks: readonly Block[]) =>
  new TextEncoder().encode(
    `<html>${each(
      blocks,
      (text) => `<p>${escaped(text)}</p>`,
      (rows) => `<table>${rows}</table>`,
      (cells) => `<tr>${cells}</tr>`,
      ({ text }) => `<td>${escaped(text)}</td>`,
    )}`,
  );

const word = (blocks: readonly Block[]) =>
  docx(
    each(
      blocks,
      (text) => p(escaped(text)),
      (rows) => `<w:tbl>${rows}</w:tbl>`,
      (cells) => `<w:tr>${cells}</w:tr>`,
      ({ text }) => `<w:tc>${p(escaped(text))}</w:tc>`,
    ),
  );

/** A sheet for each table, with the text before it; tables have borders, and amounts are numbers that their format prints as the text does. */
function excel(blocks: readonly Block[]): Uint8Array {
  const ends = blocks.flatMap((block, i) => (block.kind === 'table' ? [i + 1] : []));
  const sheets = [...ends, blocks.length].map((end, i) => ({
    name: `表${i + 1}`,
    rows: blocks
      .slice(ends[i - 1] ?? 0, end)
      .flatMap((block) =>
        block.kind === 'paragraph'
          ? [c(block.text)]
          : block.rows.map((row) => row.map(({ text }) => cell(text)).join('')),
      ),
  }));
  return xlsx({ sheets, formats: ['General', '0.00'] });
}

const cell = (text: string) =>
  /^-?\d+\.\d\d$/.test(text.trim()) ? c(Number(text), 3) : text === '' ? '<c s="2"/>' : c(text, 2);

function each(
  blocks: readonly Block[],
  paragraph: (text: string) => string,
  table: (rows: string) => string,
  row: (cells: string) => string,
  cellOf: (cell: TableCell) => string,
): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? paragraph(block.text)
        : table(block.rows.map((cells) => row(cells.map(cellOf).join(''))).join('')),
    )
    .join('');
}

/** HTML has no tabs, so contents with page numbers are text in it; all else is the same. */
const linesOf = (reading: string, format: string) =>
  reading.split('\n').filter((line) => format !== 'html' || !line.startsWith('section '));

describe.skipIf(names.length === 0)('the texts of ../shared in other formats', () => {
  it.each(
    names.flatMap((name) =>
      Object.entries({ html, docx: word, xlsx: excel }).map(([format, make]) => ({ name, format, make })),
    ),
  )('$name as $format', async ({ name, format, make }) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const { pages } = readText(cleanText(decodeText(bytes)!.text).text);
    const made = make(pages.flatMap(({ blocks }) => blocks));
    const [read, expected] = [await readDocument(`${name}.${format}`, made), await readDocument(name, bytes)].map(
      compact,
    );
    expect(linesOf(read!, format)).toEqual(linesOf(expected!, format));
  });
});
