import { checkDocument } from '@mingsuan/core/check';
import type { Statement } from '@mingsuan/core/disclosure';
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

it('columns may be headed by items with their codes, and appropriations of one fund are not all of them', () => {
  const { disclosures, coverage } = read(
    '一般公共预算财政拨款支出预算表（按政府预算经济分类）\n\n功能科目编码|功能科目名称|合计|501机关工资福利支出|502机关商品和服务支出\n201|一般公共服务支出|7.00|4.00|3.00\n20103|政府办公厅（室）及相关机构事务|7.00|4.00|3.00\n2010301|行政运行|7.00|4.00|3.00\n|合计|7.00|4.00|3.00',
  );
  expect(disclosures[0]!.statements.map(({ form, columns }) => [form, columns.map(({ id }) => id)])).toEqual([
    ['by-function', ['total', 'total-by-501', 'total-by-502']],
  ]);
  expect(coverage.amounts).toMatchObject({ printed: 12, read: 12 });
});

it('expenditure in lines is the total’s columns, and an economic class below a line one of that line', () => {
  const { disclosures, coverage } = read(
    `支出总体情况表\n\n支出项目类别|2026年预算\n一、基本支出|9.00\n（一）工资福利支出|6.00\n（二）商品和服务支出|3.00\n二、项目支出|4.00\n本年支出合计|13.00\n支出总计|13.00`,
  );
  const [statement] = disclosures[0]!.statements;
  expect(Object.entries(statement!.rows[0]!.cells).map(([id, { text }]) => `${id} ${text}`)).toEqual([
    'basic 9.00',
    'basic-by-301 6.00',
    'basic-by-302 3.00',
    'project 4.00',
    'total 13.00',
    'grand-total 13.00',
  ]);
  expect(coverage.amounts).toMatchObject({ printed: 6, read: 6 });
});

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

describe('a table whose rows go by the items of “三公”经费', () => {
  const listed = (hospitality: string) =>
    `机构运行信息表\n\n项目|行次|统计数|项目|行次|统计数
一、“三公”经费支出|1|—|三、机关运行经费|7|30.00
（一）支出合计|2|9.00|（一）行政单位|8|30.00
1.因公出国（境）费|3|0.00|四、政府采购支出信息|9|—
2.公务用车购置及运行维护费|4|6.00|（一）政府采购支出合计|10|80.00
3.公务接待费|5|${hospitality}|1.政府采购货物支出|11|80.00
4.公务接待批次（批）|6|20|2.政府采购服务支出|12|0.00`;

  it('is no list of projects, whatever its title says; lists side by side are read one after the other', () => {
    const { disclosures, coverage } = read(listed('3.00'));
    const [{ tables, statements }] = disclosures as never as [{ tables: { form: string }[]; statements: Statement[] }];
    expect([...statements, ...tables].map(({ form }) => form)).toEqual(['three-publics', 'operating', 'procurement']);
    expect(statements[1]!.rows.map(({ key }) => key)).toEqual(['机关运行经费', '行政单位']);
    expect(coverage.amounts.read).toBe(coverage.amounts.printed);
  });

  it('adds up to the sum below its heading', () => {
    const rules = (table: string) =>
      checkDocument(read(table) as never).findings.flatMap(({ rule }) => (rule === 'three-publics-sum' ? [rule] : []));
    expect([rules(listed('3.00')), rules(listed('4.00'))]).toEqual([[], ['three-publics-sum']]);
  });

  it('may print what was planned and what was spent one above the other', () => {
    const rowsOf = (above: string, below: string) => {
      const text = `“三公”经费及会议费支出决算表\n\n项目|小计|因公出国（境）费用|公务接待费|公务用车购置及运行维护费|会议费\n${above}|8.00|0.00|2.00|6.00|1.00\n${below}|7.00|0.00|1.00|6.00|0.50`;
      return read(text).disclosures[0]!.statements[0]!.rows.map(({ key, cells }) => [
        key,
        cells.hospitality?.text,
        cells['hospitality@budget']?.text,
      ]);
    };
    expect(rowsOf('预算数', '决算数')).toEqual([['total', '1.00', '2.00']]);
    // Of two units neither is the whole.
    expect(rowsOf('甲单位', '乙单位')).toEqual([
      ['甲单位', '2.00', undefined],
      ['乙单位', '1.00', undefined],
    ]);
  });

  it('may tell its changes under a title that ends in 情况', () => {
    const { disclosures, coverage } = read(
      '“三公”经费预算增减变化情况\n\n项目|2025年预算数|2026年测算数|2026年预算数增减|增减原因\n合计|9.00|8.00|-1.00|\n1、因公出国（境）费用|0.00|0.00|0.00|\n2、公务接待费|3.00|2.00|-1.00|压减\n3、公务用车费|6.00|6.00|0.00|',
    );
    expect(disclosures[0]!.statements[0]!.rows[2]!.cells).toMatchObject({
      'total@previous': { text: '3.00' },
      total: { text: '2.00' },
      'total-change': { text: '-1.00' },
    });
    expect(coverage.amounts.read).toBe(coverage.amounts.printed);
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

describe('a table whose title names two forms', () => {
  const items = '30101|基本工资|6.00|6.00|6.00|\n30201|办公费|3.00|3.00|3.00|\n|合计|9.00|9.00|9.00|';
  it('is the one whose own columns it has, though it stands alone', () => {
    const heads = '科目编码|科目名称|合计|财政拨款|一般公共预算|财政专户管理资金';
    expect(forms(`基本支出预算情况表\n${heads}\n${items}`)).toEqual(['basic-sources']);
  });
  it('is what its title says first where it has those columns', () => {
    const kinds = '科目编码|科目名称|合计|人员经费|公用经费|备注';
    expect(forms(`基本支出预算情况表\n${kinds}\n${items}`)).toEqual(['basic']);
  });
});
