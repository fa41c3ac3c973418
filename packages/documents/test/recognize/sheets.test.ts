import { describe, expect, test } from 'vitest';
import type { Block, Layout, TableCell } from '../../src/layout.ts';
import { recognize } from '../../src/recognize/recognize.ts';

const table = (...rows: string[]): Block => {
  const cells = rows.map((row) => row.split('|').map((text): TableCell => ({ text: text.trim(), origin: {} })));
  const width = Math.max(...cells.map((row) => row.length));
  for (const row of cells) while (row.length < width) row.push({ text: '', origin: {} });
  return { kind: 'table', rows: cells, origin: {} };
};
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, origin: {} });
const sheets = (...pages: [name: string, ...blocks: Block[]][]): Layout => ({
  pages: pages.map(([name, ...blocks], i) => ({ number: i + 1, name, blocks })),
  problems: [],
});
const titles = (layout: Layout) =>
  recognize(layout).disclosures.flatMap(({ statements }) =>
    statements.map(({ form, title, rows }) => [form, title, rows.length]),
  );

const HEADER = '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出';
const ROW = '201 | 一般公共服务支出 | 1.00 | 1.00 |';

describe('sheets of a workbook', () => {
  test.each<[string, Layout, (string | number)[][]]>([
    [
      'the name is the title where no line is one',
      sheets(['部门支出总表', table(HEADER, ROW)]),
      [['expenditure', '部门支出总表', 1]],
    ],
    [
      'a title above the table goes first',
      sheets(['部门支出总表', paragraph('2024年部门支出预算总表'), table(HEADER, ROW)]),
      [['expenditure', '2024年部门支出预算总表', 1]],
    ],
    [
      'a title row within the grid too, beside unit and agency',
      sheets(['Sheet1', table('部门支出总表', '编制部门： |  |  |  | 单位：元', HEADER, ROW)]),
      [['expenditure', '部门支出总表', 1]],
    ],
    [
      'several statements in one grid',
      sheets([
        '全部',
        table('部门支出总表', HEADER, ROW, ROW.replace('201', '202'), '表五', '部门一般公共预算支出表', HEADER, ROW),
      ]),
      [
        ['expenditure', '部门支出总表', 2],
        ['general-public', '部门一般公共预算支出表', 1],
      ],
    ],
    [
      'a named sheet does not go on with the one before',
      sheets(['部门支出总表', table(HEADER, ROW)], ['部门一般公共预算支出表', table(HEADER, ROW)]),
      [
        ['expenditure', '部门支出总表', 1],
        ['general-public', '部门一般公共预算支出表', 1],
      ],
    ],
    [
      'one without a telling name does',
      sheets(['Table 1', paragraph('部门支出总表'), table(HEADER, ROW)], ['Table 2', table(ROW.replace('201', '202'))]),
      [['expenditure', '部门支出总表', 2]],
    ],
  ])('%s', (_, layout, expected) => expect(titles(layout)).toEqual(expected));

  test('lines of one cell are not joined to one another', () => {
    const lines = ['本部门收入支出预算比上年增加，增加的主要原因是人员增加', '支出主要内容如下'];
    const cell = (text: string): Block => ({ kind: 'paragraph', text, origin: { sheet: '说明', address: 'A3' } });
    const [disclosure] = recognize(
      sheets(['说明', paragraph('2024年部门预算情况说明'), ...lines.map(cell)]),
    ).disclosures;
    expect(disclosure?.explanation.flatMap(({ paragraphs }) => paragraphs?.map(({ text }) => text))).toEqual(lines);
  });

  test('an empty sheet is no blank page', () => {
    const layout = sheets(['部门支出总表', table(HEADER, ROW)], ['Sheet2'], ['说明', paragraph('名词解释')]);
    expect(recognize(layout).problems.map(({ code }) => code)).not.toContain('blank-page');
  });
});
