import { describe, expect, test } from 'vitest';
import { pdfData } from '../../src/pdf/write/data.ts';
import { writePdf } from '../../src/pdf/write/write-pdf.ts';
import { readDocument } from '../../src/read.ts';
import { OPTIONS, SAMPLE } from './sample.ts';

describe('PDF', () => {
  test('what is written is read back', async () => {
    const { disclosures } = await readDocument('a.pdf', await writePdf(SAMPLE, OPTIONS));
    const [statement] = disclosures[0]!.statements;
    expect(statement).toMatchObject({ form: 'expenditure', title: '部门预算支出总表', unit: '万元' });
    expect(
      statement!.rows.map(({ key, cells }) => [key, ...Object.values(cells).map(({ fen, text }) => [fen, text])]),
    ).toEqual([
      ['total', [123_457_0000, '1,234.57'], [100_010_0000, '1000.10'], [23_447_0000, '234.470']],
      ['201', [123_457_0000, '1,234.57'], [100_010_0000, '1000.10'], [23_447_0000, '234.47']],
    ]);
    expect(disclosures[0]!.contents.map(({ title, page }) => [title, page])).toEqual([
      ['部门预算支出总表', 3],
      ['二、部门预算安排的总体情况', 4],
    ]);
  });

  test('a short numbered line stays with what it heads; a sentence does not', () => {
    const blocks = ['（一）机关运行经费', '（一）机关运行经费预算1万元。', '机关运行经费'].map((text) => ({
      kind: 'paragraph' as const,
      text,
      origin: {},
      style: { is: 'body' as const },
    }));
    const { sections } = pdfData({ pages: [{ number: 1, blocks }], problems: [] }, OPTIONS);
    expect(sections[0]!.blocks.map((block) => 'heads' in block && block.heads)).toEqual([true, false, false]);
  });

  test('it is tagged, named and has bookmarks', async () => {
    const pdf = Buffer.from(await writePdf(SAMPLE, OPTIONS)).toString('latin1');
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Outlines', '/TH', '/TD', 'pdfuaid', '/FontFile2'])
      expect(pdf, mark).toContain(mark);
  });

  test.each([
    ['none skipped', [1, 2, 3], [1, 2, 3]],
    ['one that skips goes one level down only', [3, 1, 3], [1, 1, 2]],
  ] as const)('levels of the outline: %s', (_, levels, expected) => {
    const blocks = levels.map((level) => ({
      kind: 'paragraph' as const,
      text: 'x',
      origin: {},
      style: { is: 'heading' as const, level },
    }));
    const { sections } = pdfData({ pages: [{ number: 1, blocks }], problems: [] }, OPTIONS);
    expect(sections[0]!.blocks.map((block) => block.is === 'title' && block.outline)).toEqual(expected);
  });
});
