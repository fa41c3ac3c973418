import { checkDocument } from '@mingsuan/core/check';
import { readDocument } from '@mingsuan/documents/read';
import { expect, it } from 'vitest';

const table = (basic: string) => `部门支出总表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
201\t一般公共服务支出\t12.50\t${basic}\t2.50
20126\t档案事务\t12.50\t${basic}\t2.50
合计\t\t12.50\t${basic}\t2.50
`;
const findings = async (basic: string) => {
  const reading = await readDocument('a.txt', new TextEncoder().encode(table(basic)));
  return { rules: checkDocument(reading).findings.map((f) => f.rule), problems: reading.problems.map((p) => p.code) };
};

/** A cell that is no number is unknown: it is reported once, and no equation takes it for zero. */
it.each([
  ['10.00', [], []],
  ['1O.00', [], ['not-a-number', 'not-a-number', 'not-a-number']],
  ['', ['expenditure-kinds'], []],
])('基本支出 “%s”', async (basic, rules, problems) => {
  const found = await findings(basic);
  expect(found.problems.filter((code) => code === 'not-a-number')).toEqual(problems);
  expect([...new Set(found.rules)]).toEqual(rules);
});
