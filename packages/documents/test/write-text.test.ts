import { describe, expect, it } from 'vitest';
import type { Block, Layout, TableCell } from '../src/layout.ts';
import { writeMarkdown } from '../src/markdown/write-markdown.ts';
import { readText, writeText } from '../src/text/index.ts';

const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({ text, origin: {}, ...more });
const page = (number: number, ...blocks: Block[]) => ({ number, blocks });
const LAYOUT: Layout = {
  pages: [
    page(
      1,
      { kind: 'paragraph', text: '目录', origin: {}, style: { is: 'heading', level: 1 } },
      { kind: 'paragraph', text: '部门收入总表', origin: {}, style: { is: 'contents', level: 2, target: 'p1' } },
    ),
    page(
      2,
      { kind: 'paragraph', text: '部门收入总表', origin: {}, style: { is: 'caption', target: 'p1' } },
      {
        kind: 'table',
        origin: {},
        rows: [
          [cell('项目', { rowSpan: 2 }), cell('收入', { colSpan: 2 }), cell('', { covered: 'left' })],
          [cell('', { covered: 'above' }), cell('合计'), cell('其他')],
          [cell('甲|乙 *重点*'), cell('1.00'), cell('')],
        ],
        print: {
          headRows: 2,
          name: '收入',
          columns: [
            { width: 1, align: 'left' },
            { width: 1, align: 'right' },
            { width: 1, align: 'right' },
          ],
        },
      },
      { kind: 'paragraph', text: '单价<3万元，见[2019]5号。', origin: {}, style: { is: 'body' } },
    ),
  ],
  problems: [],
};

describe('writeText', () => {
  it('separates cells by tabs and pages by form feeds, and ends contents in dots', () => {
    expect(writeText(LAYOUT)).toBe(
      '目录\n\n部门收入总表.....\n\f\n部门收入总表\n\n项目\t收入\t\n\t合计\t其他\n甲|乙 *重点*\t1.00\t\n\n单价<3万元，见[2019]5号。\n',
    );
  });
});

describe('writeMarkdown', () => {
  it('has one header row, right-aligned figures, and contents that are links', () => {
    expect(writeMarkdown(LAYOUT)).toBe(`## 目录

  - [部门收入总表](#p1)

#### <a id="p1"></a>部门收入总表

| 项目 | 收入 |  |
| --- | ---: | ---: |
|  | 合计 | 其他 |
| 甲\\|乙 \\*重点\\* | 1.00 |  |

单价\\<3万元，见\\[2019\\]5号。
`);
  });

  it('is read back as the text is', () => {
    const texts = (layout: Layout) =>
      layout.pages.flatMap(({ blocks }) =>
        blocks.map((block) =>
          block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((c) => c.text)),
        ),
      );
    expect(texts(readText(writeMarkdown(LAYOUT)))).toEqual(texts(readText(writeText(LAYOUT))));
  });
});
