import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../src/layout.ts';
import { readText } from '../src/text/index.ts';

const outline = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((cell) => cell.text).join('|')),
  );
const read = (text: string) => outline(readText(text).pages.flatMap((page) => page.blocks));

describe('readText', () => {
  it.each([
    ['lines with tabs make one table', '标题\n甲\t1\n乙\t2\n\n丙\t3', ['标题', ['甲|1', '乙|2'], ['丙|3']]],
    ['rows are padded to the widest', '甲\t1\t\n乙\t2\t3', [['甲|1|', '乙|2|3']]],
    [
      'Markdown tables lose their rule line',
      '| 项目 | 金额 |\n|---|---:|\n| **合计** | 1.00 |',
      [['项目|金额', '合计|1.00']],
    ],
    [
      'contents with tabs stay lines',
      '部门预算收支总表.....\t1\n部门预算收入总表.....\t3',
      ['部门预算收支总表.....\t1', '部门预算收入总表.....\t3'],
    ],
    [
      'a damaged bookmark is a page number too',
      '一、总体情况\t18\n三、机关运行经费安排情况\t错误！未定义书签。',
      ['一、总体情况\t18', '三、机关运行经费安排情况\t错误！未定义书签。'],
    ],
    ['commas part the fields of records', '项目,金额\n甲,1', [['项目|金额', '甲|1']]],
    [
      'a last field may be a sentence',
      '项目,金额,目标\n甲,1,完成检查。\n乙,2,"完成培训,考核。"',
      [['项目|金额|目标', '甲|1|完成检查。', '乙|2|完成培训,考核。']],
    ],
    [
      'half-width commas of sentences part nothing',
      '收入预算100万元,比上年增加5万元。\n支出预算100万元,其中基本支出60万元,项目支出40万元。',
      ['收入预算100万元,比上年增加5万元。', '支出预算100万元,其中基本支出60万元,项目支出40万元。'],
    ],
    ['Markdown marks go', '## **说明**\n- 1、**事业收入**：指', ['说明', '1、事业收入：指']],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected));

  it('a form feed ends a page, and lines are counted through', () => {
    const { pages } = readText('甲\n\f乙\n丙\t1');
    expect(pages.map((page) => page.blocks.map((block) => block.origin))).toEqual([
      [{ page: 1, line: 1 }],
      [
        { page: 2, line: 2 },
        { page: 2, line: 3 },
      ],
    ]);
  });

  it('gives back any grid of plain cells', () => {
    const cell = fc.stringMatching(/^[一-龥a-z0-9.,（）]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = rows.map((row) => row.join('\t')).join('\n');
        expect(read(text)).toEqual([rows.map((row) => row.join('|'))]);
      }),
    );
  });
});
