import { describe, expect, test } from 'vitest';
import { guessPages } from '../../src/docx/write/pages.ts';
import { writeDocx } from '../../src/docx/write/write-docx.ts';
import { OPTIONS, SAMPLE } from './sample.ts';
import { entriesOf } from './unzip.ts';

describe('DOCX', () => {
  test('styles, heads that repeat, merged cells and a contents field', async () => {
    const xml = entriesOf(await writeDocx(SAMPLE, OPTIONS)).get('word/document.xml')!;
    for (const part of [
      '<w:pStyle w:val="Heading2"/>',
      '<w:pStyle w:val="Heading4"/>',
      '<w:tblHeader/>',
      '<w:gridSpan w:val="2"/>',
      '<w:vMerge w:val="restart"/>',
      'TOC \\h \\o',
      'w:orient="landscape"',
      '“一户”&lt;一门&gt;&amp;“二表”',
    ])
      expect(xml, part).toContain(part);
  });

  test('a short numbered line stays with what it heads', async () => {
    const body = (text: string) => ({ kind: 'paragraph' as const, text, origin: {}, style: { is: 'body' } as const });
    const pages = [{ number: 1, blocks: [body('（一）机关运行经费'), body('预算1万元。')] }];
    const xml = entriesOf(await writeDocx({ pages, problems: [] }, OPTIONS)).get('word/document.xml')!;
    expect(xml.match(/<w:keepNext\/>/g)).toHaveLength(1);
  });

  test('the outline holds what the contents list and nothing else, so that an update in Word keeps them', async () => {
    const text = '不入目录的表';
    const more = { kind: 'paragraph' as const, text, origin: {}, style: { is: 'caption', target: 'p9' } as const };
    const [cover, contents, ...rest] = SAMPLE.pages;
    const pages = [cover!, contents!, ...rest, { ...rest.at(-1)!, blocks: [more] }];
    const xml = entriesOf(await writeDocx({ ...SAMPLE, pages }, OPTIONS)).get('word/document.xml')!;
    const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0;
    expect(count(/w:pStyle w:val="Heading\d"/g)).toBe(count(/w:pStyle w:val="TOC\d"/g));
    expect(xml).toContain('w:pStyle w:val="PlainHeading4"');
  });

  test('contents worded otherwise than the headings are lines of their own: an update changes page numbers and no words', async () => {
    const [cover, contents, ...rest] = SAMPLE.pages;
    const blocks = contents!.blocks.map((block) =>
      block.kind === 'paragraph' && block.style?.is === 'contents' ? { ...block, text: `其一、${block.text}` } : block,
    );
    const pages = [cover!, { ...contents!, blocks }, ...rest];
    const xml = entriesOf(await writeDocx({ ...SAMPLE, pages }, OPTIONS)).get('word/document.xml')!;
    expect(xml).not.toContain('TOC \\h');
    expect(xml.match(/<w:fldSimple w:instr="PAGEREF \w+ \\h"/g)).toHaveLength(
      xml.match(/w:pStyle w:val="TOC\d"/g)!.length,
    );
  });

  test('rows stand wider where a table has its page to itself, and no wider than the page has room for', async () => {
    const paddingOf = async (rows: number, beside: number) => {
      const row = [{ text: '甲', origin: {} }];
      const table = { kind: 'table' as const, origin: {}, rows: Array.from({ length: rows }, () => row) };
      const line = { kind: 'paragraph' as const, text: '说明', origin: {} };
      const blocks = [table, ...Array.from({ length: beside }, () => line)];
      const layout = { pages: [{ number: 1, width: 595, height: 842, blocks }], problems: [] };
      const xml = entriesOf(await writeDocx(layout, OPTIONS)).get('word/document.xml')!;
      return Number(/<w:top w:type="dxa" w:w="(\d+)"/.exec(xml)?.[1] ?? /<w:top w:w="(\d+)"/.exec(xml)?.[1]);
    };
    const [few, many, beside] = [await paddingOf(5, 0), await paddingOf(60, 0), await paddingOf(5, 9)];
    expect([few, many, beside]).toEqual([110, 30, 30]);
  });

  test('pages are guessed from what stands on them', () => {
    expect([...guessPages(SAMPLE)]).toEqual([
      ['t1', 3],
      ['s2', 4],
    ]);
    const long = { kind: 'paragraph' as const, text: '字'.repeat(2000), origin: {} };
    const after = {
      kind: 'paragraph' as const,
      text: '后',
      origin: {},
      style: { is: 'heading', level: 1, target: 'x' } as const,
    };
    expect(
      guessPages({ pages: [{ number: 1, width: 1, height: 2, blocks: [long, after] }], problems: [] }).get('x'),
    ).toBe(3);
  });
});
