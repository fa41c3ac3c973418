import { describe, expect, test } from 'vitest';
import { MOST_CHARACTERS, MOST_COLUMNS, withinBounds } from '../src/bounds.ts';
import type { Layout, Paragraph, Table } from '../src/layout.ts';
import { readDocument } from '../src/read.ts';

const layout = (block: Paragraph | Table): Layout => ({ pages: [{ number: 1, blocks: [block] }], problems: [] });
const blocksOf = ({ pages }: Layout) => pages.flatMap(({ blocks }) => blocks);

describe('a paragraph longer than people write', () => {
  const sentence = '收入预算100万元。';
  const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text, origin: { line: 3 } });

  test('is read in several, cut behind sentences, and nothing is lost', () => {
    const text = sentence.repeat(1000);
    const bounded = withinBounds(layout(paragraph(text)));
    const parts = blocksOf(bounded).map((block) => (block as Paragraph).text);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join('')).toBe(text);
    for (const part of parts) expect([part.length <= MOST_CHARACTERS, part.endsWith('。')]).toEqual([true, true]);
    expect(bounded.problems).toMatchObject([
      { code: 'long-text', message: expect.stringContaining('第 3 行'), origin: { line: 3 } },
    ]);
  });

  test('keeps its printed lines, each in the part that it begins in', () => {
    const lines = Array.from({ length: 900 }, (_, i) => ({
      text: sentence,
      origin: { page: 1 + Math.floor(i / 400) },
    }));
    const whole = { ...paragraph(sentence.repeat(900)), lines };
    const parts = blocksOf(withinBounds(layout(whole))) as Paragraph[];
    expect(parts.flatMap((part) => part.lines)).toEqual(lines);
    for (const part of parts) expect(part.lines?.map(({ text }) => text).join('')).toBe(part.text);
  });

  test('of one character without end is cut all the same', () => {
    const parts = blocksOf(withinBounds(layout(paragraph('一'.repeat(MOST_CHARACTERS * 2 + 1))))) as Paragraph[];
    expect(parts.map(({ text }) => text.length)).toEqual([MOST_CHARACTERS, MOST_CHARACTERS, 1]);
  });

  test('as people write it stays the same object', () => {
    const plain = layout(paragraph(sentence.repeat(50)));
    expect(withinBounds(plain)).toBe(plain);
  });
});

test('a table wider than any is read as far as its first columns, and that is told', async () => {
  const text = `支出总表\n单位：万元\n科目编码\t科目名称\t合计${'\t1'.repeat(5000)}\n201\t教育\t1.00${'\t1'.repeat(5000)}\n`;
  const { problems } = await readDocument('a.txt', new TextEncoder().encode(`示例市教育局2026年部门预算\n${text}`));
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'wide-table', message: expect.stringContaining(`${MOST_COLUMNS} 列`) }),
  );
});

test('a cell longer than any is cut off, and that is told', () => {
  const cell = { text: '长'.repeat(MOST_CHARACTERS + 5), origin: { sheet: '表', address: 'B2' } };
  const bounded = withinBounds(layout({ kind: 'table', rows: [[cell, cell]], origin: { sheet: '表', address: 'A1' } }));
  const [table] = blocksOf(bounded) as Table[];
  expect(table!.rows[0]!.map(({ text }) => text.length)).toEqual([MOST_CHARACTERS, MOST_CHARACTERS]);
  expect(bounded.problems).toMatchObject([{ code: 'long-text', message: expect.stringContaining('2 格') }]);
});

test('a wide row makes no table of millions of cells', async () => {
  const text = `${'1\t'.repeat(500)}\n${'1\t2\n'.repeat(5000)}`;
  await expect(readDocument('a.txt', new TextEncoder().encode(text))).rejects.toMatchObject({ code: 'too-large' });
});

const HEADER = '科目编码\t科目名称\t合计\t基本支出\t项目支出\n';
const ROW = '2010101\t行政运行\t1.00\t1.00\t0.00\n';

/** Each took minutes, or the whole stack, where time grew with the square of its length. */
test.each([
  ['a header printed again and again', 'a.txt', `支出总表\n单位：万元\n${(HEADER + ROW).repeat(8000)}`],
  ['tags that are none', 'a.html', `<html><body>${'<'.repeat(300_000)}</body></html>`],
  [
    'headings and contents without end',
    'a.txt',
    `目录\n${Array.from({ length: 20_000 }, (_, i) => `${i}、说明`).join('\n')}`,
  ],
  ['tables without end', 'a.html', `<html><body>${'<table><tr><td>甲</td><td>1</td></tr></table>'.repeat(8000)}`],
])('%s: read to the end', async (_, name, text) => {
  const { disclosures } = await readDocument(name, new TextEncoder().encode(text));
  expect(disclosures.length).toBeLessThan(2);
});
