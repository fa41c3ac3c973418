import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

/** A budget of tables as printed: a line a row, `|` between cells; `above` stands over a table. */
const read = (...tables: readonly string[]) =>
  recognize(
    readText(
      ['某市某局2026年部门预算', '单位：万元', ...tables.map((table) => table.replaceAll('|', '\t'))].join(
        '\n\n上文。\n\n',
      ),
    ),
  );
const forms = (...tables: readonly string[]) =>
  read(...tables).disclosures.flatMap(({ statements }) => statements.map(({ form }) => form));

const BALANCE =
  '项目|预算数|项目|预算数\n一、一般公共预算拨款收入|9.00|一、一般公共服务支出|7.00\n二、事业收入|3.00|二、教育支出|5.00\n三、上级补助收入||三、其他支出|\n收入总计|12.00|支出总计|12.00';
const APPROPRIATIONS =
  '项目|预算数|项目|预算数\n一、本年收入|9.00|一、本年支出|9.00\n（一）一般公共预算拨款|9.00|（一）一般公共服务支出|7.00\n（二）政府性基金预算拨款||（二）教育支出|2.00\n（三）国有资本经营预算拨款|||\n收入总计|9.00|支出总计|9.00';
const spent = (total: string, basic: string, project: string) =>
  `科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|7.00|4.00|3.00\n20113|商贸事务|7.00|4.00|3.00\n205|教育支出|${Number(total) - 7}.00|1.00|${Number(project) - 3}.00\n|合计|${total}|${basic}|${project}`;

describe('a table without a title', () => {
  it('with lines on two sides is a balance: of all money, or of appropriations only', () => {
    expect(forms(BALANCE, APPROPRIATIONS)).toEqual(['balance', 'appropriation-balance']);
  });

  it('by functional items is the one whose total another table repeats', () => {
    expect(forms(BALANCE, APPROPRIATIONS, spent('9.00', '5.00', '4.00'))).toContain('general-public');
    expect(forms(BALANCE, APPROPRIATIONS, spent('12.00', '5.00', '7.00'))).toContain('expenditure');
  });

  it('is none of the nine where its total stands in neither balance: its rows and columns are told, and no more', () => {
    const { disclosures, problems } = read(BALANCE, APPROPRIATIONS, spent('11.00', '5.00', '6.00'));
    expect(disclosures[0]!.statements.map(({ form }) => form)).toEqual([
      'balance',
      'appropriation-balance',
      'by-function',
    ]);
    expect(problems.map(({ code }) => code)).toContain('other-table');
  });

  it('by economic items with personnel and operating costs is the basic expenditure, and said so', () => {
    const { disclosures, problems } = read(
      '科目编码|科目名称|合计|人员经费|公用经费\n301|工资福利支出|3.00|3.00|\n30101|基本工资|3.00|3.00|\n302|商品和服务支出|2.00||2.00\n|合计|5.00|3.00|2.00',
    );
    expect(disclosures[0]!.statements.map(({ form }) => form)).toEqual(['basic']);
    expect(problems.map(({ code }) => code)).toContain('named-by-structure');
  });

  it('is none of the nine where its title speaks of something else', () => {
    const transfers = `某市对下转移支付表\n\n${spent('9.00', '5.00', '4.00').replaceAll('|', '\t')}`;
    expect(forms(BALANCE, APPROPRIATIONS, transfers)).toEqual(['balance', 'appropriation-balance', 'by-function']);
  });
});

it('by economic items with personnel and operating costs at its foot only is the basic expenditure too', () => {
  const table = `科目编码|科目名称|决算数|科目编码|科目名称|决算数
301|工资福利支出|5.00|302|商品和服务支出|2.00
30101|基本工资|3.00|30201|办公费|1.00
30102|津贴补贴|2.00|30202|印刷费|1.00
人员经费合计||5.00|公用经费合计||2.00`;
  expect(forms(table)).toEqual(['basic']);
});
