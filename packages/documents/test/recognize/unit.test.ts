import { readDocument } from '@mingsuan/documents/read';
import { expect, it } from 'vitest';

const read = (unit: string, words: string) =>
  readDocument(
    'a.txt',
    new TextEncoder().encode(`部门支出总表
${unit}
科目编码\t科目名称\t合计\t基本支出\t项目支出
201\t一般公共服务支出\t1,200.00\t1,000.00\t200.00
合计\t\t1,200.00\t1,000.00\t200.00

2026年部门预算情况说明
${words}
`),
  );

it.each([
  ['单位：千元', '', 120_000_000, []],
  ['单位：元（人民币）', '', 120_000, []],
  ['', '2026年支出预算1200.00万元。', 1_200_000_000, ['unit-assumed']],
  ['', '2026年支出预算0.12万元，项目支出200元。', 120_000, ['unit-assumed']],
  ['', '2026年支出预算有所增加。', undefined, ['unit-unknown']],
])('unit “%s”, words “%s”', async (unit, words, fen, told) => {
  const { disclosures, problems } = await read(unit, words);
  const row = disclosures[0]!.statements[0]!.rows.find(({ key }) => key === '201')!;
  expect(row.cells.total?.fen).toBe(fen);
  expect(row.unread ?? []).toEqual(fen === undefined ? ['total', 'basic', 'project'] : []);
  expect(problems.map(({ code }) => code).filter((code) => code.startsWith('unit'))).toEqual(told);
});
