/** A small composed document: a cover, contents, a table across and a section of words. */
import type { Layout, Paragraph, ParagraphStyle, TableCell } from '../../src/layout.ts';

const paragraph = (text: string, style: ParagraphStyle): Paragraph => ({ kind: 'paragraph', text, origin: {}, style });
const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({ text, origin: {}, ...more });
const money = (text: string, fen: number, more: Partial<TableCell> = {}) =>
  cell(text, { amount: { fen, unit: '万元' }, ...more });

export const SAMPLE: Layout = {
  problems: [],
  pages: [
    {
      number: 1,
      width: 595,
      height: 842,
      blocks: [paragraph('示例市数据局', { is: 'cover' }), paragraph('2023年部门预算', { is: 'cover' })],
    },
    {
      number: 2,
      width: 595,
      height: 842,
      blocks: [
        paragraph('部门预算支出总表', { is: 'contents', level: 2, target: 't1' }),
        paragraph('二、部门预算安排的总体情况', { is: 'contents', level: 2, target: 's2' }),
      ],
    },
    {
      number: 3,
      width: 842,
      height: 595,
      blocks: [
        paragraph('部门预算支出总表', { is: 'caption', target: 't1' }),
        paragraph('302 示例市数据局', { is: 'agency' }),
        paragraph('预算年度：2023', { is: 'period' }),
        paragraph('单位：万元', { is: 'unit' }),
        {
          kind: 'table',
          origin: {},
          print: {
            headRows: 2,
            name: '支出总表',
            columns: [
              { width: 2, align: 'left' },
              { width: 4, align: 'left' },
              { width: 2, align: 'right' },
              { width: 2, align: 'right' },
              { width: 2, align: 'right' },
            ],
          },
          rows: [
            [
              cell('功能分类科目', { colSpan: 2 }),
              cell('', { covered: 'left' }),
              cell('合计', { rowSpan: 2 }),
              cell('基本支出', { rowSpan: 2 }),
              cell('项目支出', { rowSpan: 2 }),
            ],
            [
              cell('科目编码'),
              cell('科目名称'),
              cell('', { covered: 'above' }),
              cell('', { covered: 'above' }),
              cell('', { covered: 'above' }),
            ],
            [
              cell(''),
              cell('合计'),
              money('1,234.57', 123_457_0000, { sum: [{ row: 3, column: 2, sign: 1 }] }),
              money('1000.10', 100_010_0000),
              money('234.470', 23_447_0000),
            ],
            [
              cell('201'),
              cell('一般公共服务支出'),
              money('1,234.57', 123_457_0000),
              money('1000.10', 100_010_0000),
              money('234.47', 23_447_0000),
            ],
          ],
        },
        paragraph('注：本表为示例。', { is: 'note' }),
      ],
    },
    {
      number: 4,
      width: 595,
      height: 842,
      blocks: [
        paragraph('二、部门预算安排的总体情况', { is: 'heading', level: 2, target: 's2' }),
        paragraph('2023年支出预算1,234.57万元，用于“一户”<一门>&“二表”。', { is: 'body' }),
        paragraph('【请填写：增减变化的原因】', { is: 'todo' }),
      ],
    },
  ],
};

export const OPTIONS = { title: '示例市数据局2023年部门预算', author: '示例市数据局' };
