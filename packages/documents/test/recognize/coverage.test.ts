import { coverageOfEach } from '@mingsuan/core/words/coverage';
import { expect, test } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

const REVENUE = `2024年部门预算

部门预算收入总表

302 示例市数据局

单位：万元

科目编码\t科目名称\t合计\t财政拨款
\t合计\t100.00\t100.00
2010301\t行政运行\t100.00\t100.00
`;
const UNKNOWN = `
某某活动费用分摊表

单位：万元

甲\t乙\t丙
会场\t1.50\t2.50
`;

const coverage = (text: string) => recognize(readText(text)).coverage;

test('all that is printed was read', () => {
  const { amounts, tables, unreadPlaces } = coverage(REVENUE);
  expect(amounts).toEqual({ printed: 4, read: 4, generic: 0, unread: 0 });
  expect([tables, unreadPlaces]).toEqual([{ printed: 1, read: 1, generic: 0, unread: 0 }, 0]);
});

test('a table without a name is kept under its shape, by its own title', () => {
  const { tables, perTable } = coverage(REVENUE + UNKNOWN);
  expect(tables).toEqual({ printed: 2, read: 1, generic: 1, unread: 0 });
  expect(perTable[1]).toMatchObject({
    title: '某某活动费用分摊表',
    state: 'generic',
    amounts: { printed: 2, generic: 2 },
  });
});

test('what is no budget was not read', () => {
  const { unreadPlaces, amounts } = coverage('购物清单\n\n名称\t价\n米\t1.50\n');
  expect([unreadPlaces, amounts]).toEqual([1, { printed: 1, read: 0, generic: 0, unread: 1 }]);
});

test('words: figures that are understood, of all; thresholds are none', () => {
  const words = `
第二部分 情况说明

一、收支说明

2024年收入预算100.00万元。单价100万元以上的设备没有。那什么有3个。
`;
  expect(coverage(REVENUE + words).words).toEqual({ figures: 2, understood: 1 });
});

test('words: full-width figures are figures as others are', () => {
  const words = `
第二部分 情况说明

一、收支说明

２０２４年收入预算１００.００万元。
`;
  expect(coverage(REVENUE + words).words).toEqual({ figures: 1, understood: 1 });
});

test('whole numbers without separators are amounts where they were read as money', () => {
  const bare = REVENUE.replaceAll('100.00', '1531');
  expect(coverage(bare).amounts).toEqual({ printed: 4, read: 4, generic: 0, unread: 0 });
  // 序号 and years are none; large ones in a table that nobody knows are.
  const other = UNKNOWN.replace('1.50\t2.50', '3\t2500');
  expect(coverage(bare + other).amounts).toMatchObject({ printed: 5, read: 4 });
});

test('amounts in full width are counted as any', () => {
  const wide = REVENUE.replace(/\d+(?:,\d{3})*\.\d\d/g, (text) =>
    text.replace(/[\d.,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  );
  expect(recognize(readText(wide)).coverage.amounts).toEqual(recognize(readText(REVENUE)).coverage.amounts);
});

test('in a file of two units each has its own tables and words; what is nobody’s counts with each', () => {
  const unit = (code: string, name: string, sum: string) =>
    `${REVENUE.replace('302 示例市数据局', `${code} ${name}`).replaceAll('100.00', sum)}
第二部分 情况说明

一、收支说明

2024年收入预算${sum}万元。
`;
  const { disclosures, coverage: whole } = recognize(
    readText(unit('302001', '示例市数据局', '100.00') + unit('302003', '示例市数据中心', '70.00') + UNKNOWN),
  );
  expect(disclosures).toHaveLength(2);
  const [first, second] = coverageOfEach(whole, disclosures);
  expect([first!.amounts.read, first!.words]).toEqual([4, { figures: 1, understood: 1 }]);
  expect([second!.amounts.read, second!.words]).toEqual([4, { figures: 1, understood: 1 }]);
  expect(second!.tables.generic + first!.tables.generic).toBeGreaterThan(0);
});
