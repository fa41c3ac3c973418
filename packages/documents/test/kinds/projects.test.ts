/** Lists of projects in the shapes that provinces print, made up. */
import { PROJECTS } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { describe, expect, it } from 'vitest';
import { keepsItsMeaning, readMade, told } from './made.ts';

const amount = (text: string) => ({ fen: Number(text.replaceAll(',', '')) * 1_000_000, text });
const read = async (text: string) => {
  const { disclosure, problems } = await readMade(text);
  return { rows: told(rowsOf(disclosure, PROJECTS)) as Record<string, unknown>[], problems };
};
const levels = (rows: readonly Record<string, unknown>[]) => rows.map(({ kind, label }) => `${kind} ${label}`);

const BY_SOURCE = `项目支出预算情况表

单位：万元

项目名称|项目类别|合计|财政拨款||||财政专户管理资金|单位资金|上年结余、结转
|||小计|一般公共预算|政府性基金预算|国有资本经营预算|||
合 计||50.00|42.00|40.00|2.00|||3.00|5.00
设备更新|其他运转类|30.00|30.00|30.00||||
道路维修|特定目标类|20.00|12.00|10.00|2.00|||3.00|5.00
`;

const PLAN = `部门项目支出中期规划预算表

单位：万元

单位名称|项目类别|项目名称|本级||
|||2026年|2027年|2028年
某局|专项业务类|设备更新|30.00|31.00|32.00
某局|专项业务类|道路维修|20.00|21.00|
合计|||50.00|52.00|32.00
`;

describe(PROJECTS.name, () => {
  it('reads every column, sources of every name among them', async () => {
    const { rows, problems } = await read(BY_SOURCE);
    expect(rows).toMatchObject([
      { kind: 'total', label: '合计', cells: { total: amount('50.00'), appropriation: amount('42.00') } },
      { kind: 'project', project: '设备更新', category: '其他运转类', cells: { 'general-public': amount('30.00') } },
      {
        kind: 'project',
        project: '道路维修',
        cells: {
          total: amount('20.00'),
          appropriation: amount('12.00'),
          'general-public': amount('10.00'),
          'government-fund': amount('2.00'),
          'unit-funds': amount('3.00'),
          carryover: amount('5.00'),
        },
      },
    ]);
    expect(problems).not.toContain('record-sums');
  });

  it('of two projects one may be named like an item', async () => {
    const { rows } = await read(BY_SOURCE.replace('设备更新', '基本公共卫生服务'));
    expect(levels(rows)).toEqual(['total 合计', 'project 基本公共卫生服务', 'project 道路维修']);
  });

  it('codes of the classifications say what a project is spent on, whatever heads them', async () => {
    const { rows } = await read(`财政拨款结转资金支出表

单位：万元

预算单位|预算项目名称|金额|甲码|甲名|乙码|乙名|备注
某局|拨付上年专项资金|9.00|2150510|工业和信息产业支持|50299|其他商品和服务支出|
某局|安全监管专项|2.61|2150605|安全监管监察专项|50299|其他商品和服务支出|
`);
    expect(rows).toMatchObject([
      { project: '拨付上年专项资金', function: '2150510', governmental: '50299', cells: { total: amount('9.00') } },
      { project: '安全监管专项', function: '2150605', governmental: '50299', cells: { total: amount('2.61') } },
    ]);
  });

  it('levels that nothing but the sums tell', async () => {
    const { rows } = await read(`专项业务经费支出表

单位：万元

单位编码|单位（项目）名称|项目金额|项目简介
|合计|50.00|
101|某市某局|50.00|
101001|某市某局本级|50.00|
|通用项目|20.00|
|大型活动|20.00|举办一次全市大型活动，邀请各区代表参加，统一组织和安排。
|专用项目|30.00|
|印制|12.00|印制文件、刊物、公报等，供全市各单位使用，全年分四期。
|咨询|18.00|聘请法律顾问和专家，提供咨询和论证服务，出具书面的意见。
`);
    expect(levels(rows)).toEqual([
      'total 合计',
      'subtotal 某市某局',
      'subtotal 某市某局本级',
      'subtotal 通用项目',
      'project 大型活动',
      'subtotal 专用项目',
      'project 印制',
      'project 咨询',
    ]);
    expect(rows[4]).toMatchObject({ purpose: expect.stringContaining('大型活动') });
  });

  it('headers that nobody lists: names, amounts and sentences are told by their cells', async () => {
    const { rows, problems } = await read(`某某事项一览表（项目）

单位：万元

事项|拟投入|本级|下级|干什么
总计|30.00|25.00|5.00|
购买设备一批|10.00|10.00||为窗口购置自助终端和打印设备，方便群众办理业务，减少排队时间。
修缮办公用房|20.00|15.00|5.00|对老旧办公楼进行防水、消防和电路的改造，消除多年的安全隐患。
`);
    expect(rows).toMatchObject([
      { kind: 'total', cells: { total: amount('30.00') } },
      { project: '购买设备一批', cells: { total: amount('10.00') }, purpose: expect.any(String) },
      { project: '修缮办公用房', cells: { total: amount('20.00') }, purpose: expect.any(String) },
    ]);
    expect(problems).not.toContain('table-not-recognised');
  });

  it('a total that its projects do not add up to is doubted', async () => {
    const { problems } = await read(BY_SOURCE.replace('合 计||50.00', '合 计||80.00'));
    expect(problems).toContain('record-sums');
  });

  it.each([
    ['economic items', '工资福利支出|10.00\n商品和服务支出|20.00'],
    ['items with their codes', '[302]商品和服务支出|10.00\n[30201]办公费|20.00'],
  ])('a table of %s is no list of projects', async (_, lines) => {
    const { rows } = await read(`项目支出情况表\n\n单位：万元\n\n支出项目类别|总计\n合计|30.00\n${lines}\n`);
    expect(rows).toEqual([]);
  });

  it('a plan of several years costs what its own year does, and what the later ones do beside it', async () => {
    const { rows } = await read(PLAN);
    const ofYears = (own: string, next: string) => ({ total: amount(own), 'year-2': amount(next) });
    expect(rows).toMatchObject([
      {
        project: '设备更新',
        category: '专项业务类',
        cells: { ...ofYears('30.00', '31.00'), 'year-3': amount('32.00') },
      },
      { project: '道路维修', cells: ofYears('20.00', '21.00') },
      { kind: 'total', cells: { ...ofYears('50.00', '52.00'), 'year-3': amount('32.00') } },
    ]);
    expect(rows[1]!.cells).not.toHaveProperty('year-3');
  });

  it('accounts print what there was for a project, what was spent, and what is left', async () => {
    const { rows } = await read(
      '项目收入支出决算表\n\n单位：万元\n\n科目编码|科目名称|项目名称|资金来源合计|年初结转和结余|本年收入|本年支出|年末结转和结余\n合计|||30.00|1.00|29.00|28.00|2.00\n2010602|一般行政管理事务|系统运维|20.00|1.00|19.00|18.00|2.00\n2010699|其他财政事务支出|会计考务|10.00|0.00|10.00|10.00|0.00\n',
    );
    const [, first] = rows;
    expect(levels(rows)).toEqual(['total 合计', 'project 系统运维', 'project 会计考务']);
    expect(first!.cells).toMatchObject({
      ...{ available: amount('20.00'), carryover: amount('1.00'), revenue: amount('19.00') },
      ...{ total: amount('18.00'), 'year-end': amount('2.00') },
    });
  });

  it('a history of several years costs what its last one does', async () => {
    const { rows } = await read(
      PLAN.replace('2026年|2027年|2028年', '2024年|2025年|2026年').replaceAll('本级', '金额'),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([{ total: amount('32.00') }, {}, { total: amount('32.00') }]);
  });

  keepsItsMeaning('projects', BY_SOURCE);
  describe('of several years', () => keepsItsMeaning('projects', PLAN));
});
