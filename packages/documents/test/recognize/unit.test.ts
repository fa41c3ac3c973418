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
  ['单位：十万元', '', 12_000_000_000, []],
  ['', '2026年支出预算有所增加。', 1_200_000_000, ['unit-assumed']],
])('unit “%s”, words “%s”', async (unit, words, fen, told) => {
  const { disclosures, problems } = await read(unit, words);
  const row = disclosures[0]!.statements[0]!.rows.find(({ key }) => key === '201')!;
  expect(row.cells.total?.fen).toBe(fen);
  expect(row.unread ?? []).toEqual(fen === undefined ? ['total', 'basic', 'project'] : []);
  expect(problems.map(({ code }) => code).filter((code) => code.startsWith('unit'))).toEqual(told);
});

it.each([
  ['53,385,000.00', 5_338_500_000, 'unit-assumed'],
  ['5,338,500.00', undefined, 'unit-unknown'],
  ['533.85', 533_850_000, 'unit-assumed'],
  ['5.33', undefined, 'unit-unknown'],
])('the size of %s tells its unit, or it is not read', async (printed, fen, told) => {
  const text = `部门支出总表\n科目编码\\t科目名称\\t合计\n201\\t一般公共服务支出\\t${printed}\n合计\\t\\t${printed}`;
  const { disclosures, problems } = await readDocument('a.txt', new TextEncoder().encode(text.replaceAll('\\t', '\t')));
  expect(disclosures[0]!.statements[0]!.rows.find(({ key }) => key === '201')!.cells.total?.fen).toBe(fen);
  expect(problems.map(({ code }) => code)).toContain(told);
});

it('a table without a unit has that of the others, unless its figures are theirs in another', async () => {
  const revenue = (a: string, b: string, c: string) =>
    `部门收入总表\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t${a}\n205\t教育支出\t${b}\n合计\t\t${c}`;
  const expenditure = `部门支出总表\n单位：万元\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t1,200.00\n205\t教育支出\t300.50\n合计\t\t1,500.50`;
  const read = async (table: string) => {
    const text = new TextEncoder().encode(`${table}\n\n${expenditure}\n`);
    const { disclosures, problems } = await readDocument('a.txt', text);
    const { rows } = disclosures[0]!.statements.find(({ form }) => form === 'revenue')!;
    return [
      rows.find(({ key }) => key === '201')!.cells.total!.fen,
      problems.some(({ code }) => code === 'unit-assumed'),
    ];
  };
  expect(await read(revenue('12,000,000', '3,005,000', '15,005,000'))).toEqual([1_200_000_000, true]);
  expect(await read(revenue('1,200.00', '300.50', '1,500.50'))).toEqual([1_200_000_000, false]);
  expect(await read(revenue('7,200.00', '100.00', '7,300.00'))).toEqual([7_200_000_000, false]);
});
