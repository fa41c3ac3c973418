/** Final accounts and the budget that they carry out, checked together. */
import { checkDocuments } from '@mingsuan/core/check';
import { readDocument } from '@mingsuan/documents/read';
import { expect, it } from 'vitest';

const table = (total: string) => `一般公共预算财政拨款支出表

单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
201\t一般公共服务支出\t${total}\t${total}\t
20103\t政府办公厅（室）及相关机构事务\t${total}\t${total}\t
2010301\t行政运行\t${total}\t${total}\t
合计\t\t${total}\t${total}\t
`;
const budget = `某市数据局2024年部门预算

${table('100.00')}`;
const accounts = (initial: string) => `某市数据局2024年部门决算

${table('110.00')}

第三部分 2024年度部门决算情况说明

一、一般公共预算财政拨款支出决算情况说明

2024年度一般公共预算财政拨款支出年初预算为${initial}万元，支出决算为110.00万元。
`;

const found = async (initial: string, beside = budget) => {
  const read = (text: string) => readDocument('a.txt', new TextEncoder().encode(text));
  const [first] = checkDocuments([await read(accounts(initial)), await read(beside)]);
  return first!.findings.filter(({ rule }) => rule === 'accounts-initial-budget').map(({ message }) => message);
};

it('the initial budget that the accounts tell is that of the budget', async () => {
  expect(await found('100.00')).toEqual([]);
  expect(await found('100')).toEqual([]);
  expect(await found('102.00')).toEqual([
    expect.stringContaining('写的年初预算数与预算公开的不符：预算表中为 100.00 万元，相差 2.00 万元'),
  ]);
});

it('another year, or another agency, is no budget of theirs', async () => {
  expect(await found('102.00', budget.replace('2024', '2023'))).toEqual([]);
  expect(await found('102.00', budget.replace('数据局', '财政局'))).toEqual([]);
});
