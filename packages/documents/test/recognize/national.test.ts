import type { Statement } from '@mingsuan/core/disclosure';
import { formOfTitle } from '@mingsuan/core/forms/index';
import { rowName } from '@mingsuan/core/model/address';
import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

/** `行次 键: 列=文字 …` lines of a statement, blank cells left out. */
function shape(statement: Statement | undefined): string[] {
  return (statement?.rows ?? []).map((row) => {
    const cells = Object.entries(row.cells).map(([id, cell]) => `${id}=${cell.text}`);
    return [row.side?.[0], rowName(row), row.partOf ? `<${row.partOf}` : '', ...cells].filter(Boolean).join(' ');
  });
}

const read = (text: string) => recognize(readText(text));

describe('layouts of other provinces, printed as the national templates print them', () => {
  it('reads final accounts with 行次 columns and 栏次 rows', () => {
    const { disclosures, problems } = read(`某省档案馆2022年度部门决算

收入支出决算总表
公开01表
部门：某省档案馆	单位：万元
收入			支出		
项目	行次	金额	项目	行次	金额
栏次		1	栏次		2
一、一般公共预算财政拨款收入	1	1,204.50	一、一般公共服务支出	32	1,180.20
二、政府性基金预算财政拨款收入	2		八、社会保障和就业支出	39	30.30
本年收入合计	27	1,204.50	本年支出合计	58	1,210.50
使用非财政拨款结余	28		结余分配	59	
年初结转和结余	29	16.00	年末结转和结余	60	10.00
总计	31	1,220.50	总计	62	1,220.50
`);
    expect(problems).toEqual([]);
    expect(disclosures[0]!.template).toBe('national-final-2020');
    expect(disclosures[0]).toMatchObject({
      agency: { name: '某省档案馆', level: 'department' },
      year: 2022,
      stage: 'final-accounts',
    });
    expect(shape(disclosures[0]!.statements[0])).toEqual([
      'r 一般公共预算财政拨款收入 amount=1,204.50',
      'r 政府性基金预算财政拨款收入',
      'r 本年收入合计 amount=1,204.50',
      'r 使用非财政拨款结余',
      'r 年初结转和结余 amount=16.00',
      'r 总计 amount=1,220.50',
      'e 一般公共服务支出 amount=1,180.20',
      'e 社会保障和就业支出 amount=30.30',
      'e 本年支出合计 amount=1,210.50',
      'e 结余分配',
      'e 年末结转和结余 amount=10.00',
      'e 总计 amount=1,220.50',
    ]);
  });

  it('reads 类 款 项 beside the 合计 row and codes in one column', () => {
    const { disclosures } = read(`收入决算表
公开02表
部门：某省档案馆			单位：万元
项目				本年收入合计	财政拨款收入	上级补助收入	其他收入
功能分类科目编码			科目名称				
类	款	项	栏次	1	2	3	4
			合计	1,204.50	1,200.00		4.50
201			一般公共服务支出	1,204.50	1,200.00		4.50
20126			档案事务	1,204.50	1,200.00		4.50
2012604			档案馆	1,204.50	1,200.00		4.50
`);
    expect(shape(disclosures[0]!.statements[0])).toEqual([
      'total total=1,204.50 appropriation=1,200.00 other=4.50',
      '201 total=1,204.50 appropriation=1,200.00 other=4.50',
      '20126 total=1,204.50 appropriation=1,200.00 other=4.50',
      '2012604 total=1,204.50 appropriation=1,200.00 other=4.50',
    ]);
  });

  it('reads three panels of basic expenditure and its closing row', () => {
    const { disclosures, problems } = read(`一般公共预算财政拨款基本支出决算表
公开06表
单位：万元
人员经费			公用经费					
科目编码	科目名称	决算数	科目编码	科目名称	决算数	科目编码	科目名称	决算数
301	工资福利支出	900.10	302	商品和服务支出	88.00	310	资本性支出	2.00
30101	基本工资	900.10	30201	办公费	88.00	31002	办公设备购置	2.00
人员经费合计		900.10	公用经费合计					90.00
`);
    expect(problems.filter((p) => p.code === 'row-without-label')).toEqual([]);
    expect(shape(disclosures[0]!.statements[0])).toEqual([
      '301 total=900.10',
      '30101 total=900.10',
      'total personnel=900.10 operating=90.00',
      '302 total=88.00',
      '30201 total=88.00',
      '310 total=2.00',
      '31002 total=2.00',
    ]);
  });

  it('reads 预算数 and 决算数 side by side, whichever stands above', () => {
    const { disclosures } = read(`财政拨款“三公”经费支出决算表
单位：万元
预算数						决算数					
合计	因公出国（境）费	公务用车购置及运行费			公务接待费	合计	因公出国（境）费	公务用车购置及运行费			公务接待费
		小计	公务用车购置费	公务用车运行费				小计	公务用车购置费	公务用车运行费	
1	2	3	4	5	6	7	8	9	10	11	12
9.50		8.00		8.00	1.50	7.20		6.40		6.40	0.80
`);
    expect(shape(disclosures[0]!.statements[0])).toEqual([
      'total total@budget=9.50 vehicles@budget=8.00 vehicle-running@budget=8.00 hospitality@budget=1.50 total=7.20 vehicles=6.40 vehicle-running=6.40 hospitality=0.80',
    ]);
  });

  it('keeps last year apart from this year', () => {
    const { disclosures } = read(`一般公共预算支出表
单位：万元
功能分类科目		2023年执行数	2024年预算数		
科目编码	科目名称		小计	基本支出	项目支出
201	一般公共服务支出	90.00	100.00	60.00	40.00
20126	档案事务	90.00	100.00	60.00	40.00
合计		90.00	100.00	60.00	40.00
`);
    expect(shape(disclosures[0]!.statements[0])[0]).toBe(
      '201 total@previous=90.00 total=100.00 basic=60.00 project=40.00',
    );
  });

  it('keys rows of a table by budget unit by the unit, not by classification', () => {
    const { disclosures } = read(`部门收入总表
单位：万元
部门（单位）代码	部门（单位）名称	合计	本年收入		上年结转结余
			小计	一般公共预算	
302	某局	10.00	9.00	9.00	1.00
302001	某局本级	10.00	9.00	9.00	1.00
`);
    expect(shape(disclosures[0]!.statements[0])).toEqual([
      '某局 total=10.00 subtotal=9.00 general-public=9.00 carryover=1.00',
      '某局本级 total=10.00 subtotal=9.00 general-public=9.00 carryover=1.00',
    ]);
  });

  it('counts unnumbered funds under the carried-over line as its parts', () => {
    const { disclosures } = read(`财政拨款收入支出决算总表
单位：万元
收入		支出				
项目	决算数	项目	合计	一般公共预算财政拨款	政府性基金预算财政拨款	国有资本经营预算财政拨款
一、一般公共预算财政拨款	10.00	一、一般公共服务支出	11.00	11.00		
本年收入合计	10.00	本年支出合计	11.00	11.00		
年初财政拨款结转和结余	1.00	年末财政拨款结转和结余				
一般公共预算财政拨款	1.00					
总计	11.00	总计	11.00	11.00		
`);
    expect(shape(disclosures[0]!.statements[0])).toContain(
      'r 一般公共预算财政拨款 <年初财政拨款结转和结余 amount=1.00',
    );
  });

  it('keeps the units apart where one table lists the items of several', () => {
    const rows = [
      '科目编码|||单位代码|单位名称（科目）|合计|基本支出|项目支出',
      '类|款|项|||||',
      '||||合计|30.00|20.00|10.00',
      '|||302001|某局本级|20.00|15.00|5.00',
      '201|03|01|302001|行政运行|20.00|15.00|5.00',
      '|||302002|某中心|10.00|5.00|5.00',
      '201|03|01|302002|行政运行|10.00|5.00|5.00',
    ];
    const { disclosures } = read(`表3\n部门支出总表\n单位：万元\n${rows.join('\n').replaceAll('|', '\t')}`);
    expect(shape(disclosures[0]!.statements[0])).toEqual([
      'total total=30.00 basic=20.00 project=10.00',
      '某局本级 total=20.00 basic=15.00 project=5.00',
      '302001:2010301 total=20.00 basic=15.00 project=5.00',
      '某中心 total=10.00 basic=5.00 project=5.00',
      '302002:2010301 total=10.00 basic=5.00 project=5.00',
    ]);
  });

  it.each([
    ['表一 部门收支总表', 'balance'],
    ['附表1-2：部门收入总表', 'revenue'],
    ['部门公开表3', undefined],
    ['预算03表 部门支出总表（续表）', 'expenditure'],
    ['某市财政局2024年财政拨款收支总表', 'appropriation-balance'],
    ['一般公共预算支出表（按功能分类科目）', 'general-public'],
    ['一般公共预算支出表（按经济分类）', 'general-economic'],
    ['部门综合预算财政拨款结转资金支出表', 'general-public'],
    ['财政拨款“三公”经费、会议费、培训费支出预算表', 'three-publics'],
    ['部门项目支出表', 'projects'],
    ['政府性基金预算财政拨款收入支出决算表', 'government-fund'],
    ['国有资本经营预算财政拨款支出决算表', 'state-capital'],
    ['一般公共预算财政拨款基本支出决算明细表', 'basic'],
    ['二、收入决算情况说明', undefined],
    ['本表反映部门本年度收入情况，详见下表', undefined],
  ])('%s', (title, form) => expect(formOfTitle(title)?.id).toBe(form));
});
