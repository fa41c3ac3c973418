import { expect, it } from 'vitest';
import type { Paragraph } from '../../src/layout.ts';
import { readExplanation } from '../../src/recognize/explanation.ts';

const LONG = '2024年本单位一般公共预算基本支出安排用于保障机构正常运转的日常';

/** The paragraphs of one section, read from printed lines. */
const paragraphs = (...lines: string[]) =>
  readExplanation(
    lines.map((text, i): Paragraph => ({ kind: 'paragraph', text, origin: { page: i + 1 } })),
    [],
  ).flatMap((section) => section.paragraphs.map(({ text }) => text));

it.each<[what: string, lines: string[], joined: boolean]>([
  ['a page break within a sentence', [LONG, '支出，包括人员经费。'], true],
  ['a sentence that ended', [`${LONG}支出。`, '包括人员经费。'], false],
  ['a sentence that announces a list', [`${LONG}支出：`, '人员经费。'], false],
  [
    'an amount goes on with a line that is not full',
    ['按资金类型划分，一般公共预算拨款', '453.84元，其他资金1元。'],
    true,
  ],
  ['not with a page’s number', ['12', '453.84元。'], false],
  ['nor with a heading', ['六、年度预算安排', '453.84元。'], false],
  ['what begins with 及 goes on behind a quotation', [`${LONG}“事业收入”“经营收入”`, '及“其他收入”。'], true],
  ['a short line of its own', ['一般公共预算', '支出情况如下'], false],
  ['numbering begins an entry', [LONG, '（二）项目支出。'], false],
  ['the next begins a sentence of its own', [LONG, '2023年本单位支出。'], false],
  ['a labelled line behind another', ['资金执行时间：2026年1月1日至2026年12月31日', '项目名称：宣传经费'], false],
  ['unless the one before cannot stop there', [`${LONG}支出比`, '2023年增加。'], true],
])('torn paragraphs: %s', (_, lines, joined) => {
  expect(paragraphs(...lines)).toEqual(joined ? [lines.join('')] : lines);
});

it('contents that name the sections of one part say nothing of those of another', () => {
  const lines = [
    '第一部分 概况',
    '一、主要职能',
    '职能。',
    '第二部分 情况说明',
    '一、总体情况',
    '甲。',
    '二、收入',
    '乙。',
  ];
  const contents = ['第一部分 概况', '一、主要职能', '二、机构设置', '第二部分 情况说明'];
  const sections = readExplanation(
    lines.map((text, i): Paragraph => ({ kind: 'paragraph', text, origin: { page: i + 1 } })),
    contents.map((title) => ({ title, text: title, origin: {} })),
  );
  expect(sections.map(({ title }) => title)).toEqual(['概况', '主要职能', '情况说明', '总体情况', '收入']);
});
