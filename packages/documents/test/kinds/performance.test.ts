/** Targets of projects and of whole agencies in the shapes that provinces print, made up. */
import { OVERALL_PERFORMANCE, PERFORMANCE } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/read.ts';
import { keepsItsMeaning, readMade, told } from './made.ts';

const amount = (text: string) => ({ fen: Math.round(Number(text.replaceAll(',', '')) * 1_000_000), text });
const number = (text: string, units: number) => ({ units, scale: 0, text });

const read = async (text: string) => {
  const { disclosure } = await readMade(text);
  return told(rowsOf(disclosure, PERFORMANCE)) as Record<string, unknown>[];
};

/** A web page, for its cells may be merged. */
const readPage = async (rows: string) => {
  const page = `<html><body><h1>某市某局2026年部门预算</h1><p>项目支出绩效目标表</p><table border="1">${rows}</table></body></html>`;
  const { disclosures } = await readDocument('a.html', new TextEncoder().encode(page));
  return told(rowsOf(disclosures[0]!, PERFORMANCE)) as Record<string, unknown>[];
};
const tr = (...cells: readonly string[]) =>
  `<tr>${cells.map((cell) => cell.replace(/^(?:(\d+)x(\d+) )?(.*)$/, (_, r = '1', c = '1', text) => `<td rowspan="${r}" colspan="${c}">${text}</td>`)).join('')}</tr>`;

const SHEET = `某项目支出绩效目标表

(2026年度)

项目名称|道路维修|||
主管部门|某市某局||实施单位|某市道路管理处
项目资金（万元）|年度预算资金总额：||31.00|
|其中：财政拨款||30.00|
|其他资金||1.00|
年度总体目标|完成三条道路的维修|||
绩效指标|一级指标|二级指标|三级指标|年度指标值
|成本指标|经济成本指标|维修总成本|≤31万元
|产出指标|数量指标|维修道路|≥3条
||质量指标|验收合格率|=100%
|满意度指标|服务对象满意度指标|市民满意度|≥90%
`;

/** With the office that answers for one of them. */
const ANSWERED = SHEET.replace('|年度指标值\n', '|年度指标值|责任科室\n').replace('≥3条', '≥3条|养护科');

describe(PERFORMANCE.name, () => {
  it('numbers tell where a level begins, whose label stands below its first rows', async () => {
    const numbered = SHEET.replace(
      /\|产出指标\|[\s\S]*$/,
      `|产出指标|数量指标|指标1：维修道路|≥3条
|||指标2：清理排水沟|≥9条
|||指标1：验收合格率|=100%
||质量指标|指标2：返修率|≤1%
|满意度指标|服务对象满意度指标|指标1：市民满意度|≥90%
`,
    );
    expect(await read(numbered)).toMatchObject([
      {
        indicators: [
          { level2: '经济成本指标' },
          { level2: '数量指标' },
          { level2: '数量指标' },
          { level1: '产出指标', level2: '质量指标', level3: '指标1：验收合格率' },
          { level1: '产出指标', level2: '质量指标' },
          { level2: '服务对象满意度指标' },
        ],
      },
    ]);
  });

  it('the office that answers for an indicator, where there is a column for it', async () => {
    const officesIn = async (text: string) =>
      ((await read(text))[0]!.indicators as { readonly office?: string }[]).map(({ office }) => office);
    expect(await officesIn(ANSWERED)).toEqual([undefined, '养护科', undefined, undefined]);
    expect(new Set(await officesIn(SHEET))).toEqual(new Set([undefined]));
  });

  it('labelled lines above a grid: who, what it costs, the goal', async () => {
    expect(await read(SHEET)).toMatchObject([
      {
        project: '道路维修',
        department: '某市某局',
        unit: '某市道路管理处',
        goal: '完成三条道路的维修',
        funds: [
          { source: '年度预算资金总额', amount: amount('31.00') },
          { source: '财政拨款', amount: amount('30.00') },
          { source: '其他资金', amount: amount('1.00') },
        ],
        indicators: [
          { level1: '成本指标', level2: '经济成本指标', level3: '维修总成本', target: '≤31万元' },
          { level1: '产出指标', level2: '数量指标', level3: '维修道路', target: '≥3条' },
          { level1: '产出指标', level2: '质量指标', level3: '验收合格率', target: '=100%' },
          { level1: '满意度指标', level3: '市民满意度', target: '≥90%' },
        ],
      },
    ]);
  });

  it('a label beside all rows is no header: what stands below is read', async () => {
    const rows = [
      tr('项目名称', '1x4 道路维修'),
      tr('6x1 绩效目标指标', '一级指标', '二级指标', '三级指标', '指标值'),
      tr('成本指标', '经济成本指标', '维修总成本', '≤31万元'),
      tr('3x1 产出指标', '数量指标', '维修道路', '≥3条'),
      tr('2x1 质量指标', '验收合格率', '=100%'),
      tr('返修情况', '明显减少'),
      tr('满意度指标', '服务对象满意度指标', '市民满意度', '≥90%'),
    ].join('');
    const [target] = await readPage(rows);
    expect(target!.indicators).toMatchObject([
      { level3: '维修总成本' },
      { level1: '产出指标', level2: '数量指标', level3: '维修道路' },
      { level1: '产出指标', level2: '质量指标', level3: '验收合格率' },
      { level1: '产出指标', level2: '质量指标', level3: '返修情况', target: '明显减少' },
      { level1: '满意度指标', level3: '市民满意度' },
    ]);
  });

  it('many projects in one table, each with its funds, its goal and a sign and a unit apart', async () => {
    const rows = [
      tr(
        '项目名称',
        '项目总额',
        '财政资金',
        '绩效目标',
        '一级指标',
        '二级指标',
        '三级指标',
        '指标性质',
        '本年绩效指标值',
        '度量单位',
      ),
      tr('2x1 甲项目', '2x1 10.00', '2x1 9.00', '2x1 做成甲事', '产出指标', '数量指标', '甲数', '≥', '3', '个'),
      tr('产出指标', '质量指标', '甲率', '＝', '100', '%'),
      tr('1x1 乙项目', '5.00', '5.00', '做成乙事', '效益指标', '社会效益指标', '乙的影响', '定性', '优', ''),
    ].join('');
    expect(await readPage(rows)).toMatchObject([
      {
        project: '甲项目',
        goal: '做成甲事',
        funds: [{ amount: amount('10.00') }, { source: '财政拨款', amount: amount('9.00') }],
        indicators: [{ target: '≥3个' }, { target: '=100%' }],
      },
      { project: '乙项目', goal: '做成乙事', indicators: [{ level1: '效益指标', target: '优' }] },
    ]);
  });

  it('projects of two units under one name are two, each with its unit', async () => {
    const rows = [
      tr('单位名称', '项目名称', '金额', '绩效目标'),
      tr('甲局', '日常运行', '10.00', '保障日常工作，系统运行平稳。'),
      tr('乙院', '日常运行', '5.00', '保障日常工作，房屋维修及时。'),
    ].join('');
    expect(await readPage(rows)).toMatchObject([
      { project: '日常运行', unit: '甲局', goal: '保障日常工作，系统运行平稳。' },
      { project: '日常运行', unit: '乙院', goal: '保障日常工作，房屋维修及时。' },
    ]);
  });

  it('a task told in a line of its own is of the goal; a form’s title names no project', async () => {
    const task = '主要政策任务：减免基本服务费用，拓展绿色安葬渠道，倡导文明节俭的新风尚。';
    const told = SHEET.replace('绩效指标|', `${task}||||\n绩效指标|`);
    expect(await read(told)).toMatchObject([{ goal: `完成三条道路的维修\n${task}` }]);
    const blank = SHEET.replace('某项目支出绩效目标表', '专项资金总体绩效目标表').replace(
      '项目名称|道路维修',
      '项目名称|',
    );
    expect((await read(blank))[0]).not.toHaveProperty('project');
  });

  it('goals of the term and of the year stand below their labels; labels alone are no goal', async () => {
    const page = (...goals: readonly string[]) =>
      readPage(
        [
          tr('1x2 项目名称', '1x3 道路维修'),
          tr('2x1 总体目标', '1x2 实施期总目标', '1x2 年度总目标'),
          tr(...goals.map((goal) => `1x2 ${goal}`)),
          tr('3x1 绩效指标', '一级指标', '二级指标', '三级指标', '指标值'),
          tr('产出指标', '数量指标', '维修道路', '≥3条'),
          tr('效益指标', '社会效益指标', '出行改善', '明显'),
        ].join(''),
      );
    expect(await page('三年修完全市道路', '今年修三条道路')).toMatchObject([
      { project: '道路维修', goal: '三年修完全市道路\n今年修三条道路', indicators: [{}, {}] },
    ]);
    expect((await page('', ''))[0]).not.toHaveProperty('goal');
  });

  it('no header at all: levels, signs and what stands right of them tell the columns', async () => {
    const [target] = await read(`项目绩效目标表

产出指标|数量指标|维修道路|≥|3|条|30
产出指标|质量指标|验收率|=|100|%|30
满意度指标|服务对象满意度指标|市民满意度|≥|90|%|10
`);
    expect(target!.indicators).toMatchObject([
      { level1: '产出指标', level2: '数量指标', level3: '维修道路', target: '≥3条', weight: number('30', 30) },
      { level2: '质量指标', level3: '验收率', target: '=100%' },
      { level1: '满意度指标', target: '≥90%', weight: number('10', 10) },
    ]);
  });

  it('headers that nobody lists', async () => {
    const [target] = await read(`项目绩效目标表

指标大类|指标小类|干什么|怎么比|多少|量词
产出指标|数量指标|维修道路|≥|3|条
产出指标|质量指标|验收率|=|100|%
`);
    expect(target!.indicators).toMatchObject([
      { level1: '产出指标', level2: '数量指标', level3: '维修道路', target: '≥3条' },
      { level2: '质量指标', level3: '验收率', target: '=100%' },
    ]);
  });

  it('a second level tells the first where a page break took its text', async () => {
    const [target] = await read(`项目绩效目标表

一级指标|二级指标|三级指标|指标值
产出指标|数量指标|维修道路|≥3条
|时效指标|按期完成率|100%
|社会效益指标|事故减少|明显
|可持续影响指标|使用年限|≥5年
`);
    expect(target!.indicators).toMatchObject([
      { level1: '产出指标' },
      { level1: '产出指标' },
      { level1: '效益指标', level2: '社会效益指标' },
      { level1: '效益指标', level2: '可持续影响指标' },
    ]);
  });

  it('indicators without levels, with weights', async () => {
    const [target] = await read(`某项目绩效目标表

项目名称|水库移民||||
当年预算|12,700.00|补助区县|12,700.00||
指标名称|指标性质|指标值|计量单位|指标权重(%)|是否核心
验收率|≥|90|%|20|是
项目数量|≥|86|个数|30|否
`);
    expect(target).toMatchObject({
      project: '水库移民',
      funds: [{ source: '当年预算' }, { source: '补助区县' }],
      indicators: [
        { level3: '验收率', target: '≥90%', weight: number('20', 20) },
        { level3: '项目数量', target: '≥86个数', weight: number('30', 30) },
      ],
    });
  });

  it('all indicators of a project in one cell, with targets of the term and of the year', async () => {
    const targets = await read(`项目支出绩效目标表

单位：万元

项目名称（资金使用单位）|总计|财政拨款|绩效目标|绩效指标
合计|30.00|30.00||
热线运营|12.00|12.00|办好热线|1、1-产出指标；11-数量指标；受理次数；实施周期指标值:≥90次；年度指标值:≥30次。2、4-成本指标；41-经济成本指标；总成本；实施周期指标值:≤36万元；年度指标值:≤12万元。
大厅运营|18.00|18.00|办好大厅|1、1-产出指标；12-质量指标；办结率；实施周期指标值:100%；年度指标值:100%。
`);
    expect(targets).toMatchObject([
      {
        project: '热线运营',
        goal: '办好热线',
        indicators: [
          { level1: '产出指标', level2: '数量指标', level3: '受理次数', termTarget: '≥90次', target: '≥30次' },
          { level1: '成本指标', level2: '经济成本指标', level3: '总成本', target: '≤12万元' },
        ],
      },
      { project: '大厅运营', indicators: [{ level2: '质量指标', level3: '办结率', target: '100%' }] },
    ]);
  });

  keepsItsMeaning('performance', ANSWERED);
});

const OVERALL = `部门整体支出绩效目标表

（2026年度）

部门（单位）名称|某市某局|||
年度主要任务|任务名称|主要内容|总额（万元）|财政拨款
|机关运转|保障机关的基本工作运行|6466.25|6400.00
|道路养护|养护全市的道路、桥梁和隧道|2431.80|2431.80
|金额合计||8898.05|8831.80
年度总体目标|1.抓好养护；2.抓好安全。|||
年度绩效指标|一级指标|二级指标|三级指标|指标值
|产出指标|数量指标|养护道路|≥300公里
|满意度指标|服务对象满意度指标|市民满意度|≥90%
`;

describe(OVERALL_PERFORMANCE.name, () => {
  it('tasks with their amounts, the goal and the indicators', async () => {
    const { disclosure } = await readMade(OVERALL);
    expect(told(rowsOf(disclosure, OVERALL_PERFORMANCE))).toMatchObject([
      {
        agency: '某市某局',
        goal: '1.抓好养护；2.抓好安全。',
        tasks: [
          {
            name: '机关运转',
            content: '保障机关的基本工作运行',
            amount: amount('6466.25'),
            appropriation: amount('6400.00'),
          },
          { name: '道路养护', amount: amount('2431.80') },
        ],
        funds: [{ source: '金额合计', amount: amount('8898.05') }, { amount: amount('8831.80') }],
        indicators: [{ level3: '养护道路', target: '≥300公里' }, { level3: '市民满意度' }],
      },
    ]);
  });

  it.each(['部门整体支出绩效目标表\n\n', ''])(
    'tasks whose words are short, by their headers, titled “%s” or not',
    async (title) => {
      const short = OVERALL.replace(/^.*\n\n/, title).replace('保障机关的基本工作运行', '基本运行');
      const [sheet] = rowsOf((await readMade(short)).disclosure, OVERALL_PERFORMANCE);
      expect(told(sheet)).toMatchObject({
        tasks: [{ name: '机关运转', content: '基本运行', amount: amount('6466.25') }, { name: '道路养护' }],
        funds: [{ source: '金额合计', amount: amount('8898.05') }, { amount: amount('8831.80') }],
      });
    },
  );

  it('tasks end where another label stands beside the lines, and neither their sum nor what pays is one', async () => {
    const rows = [
      tr('1x2 部门名称', '1x3 某市某局'),
      tr('4x1 年度主要任务', '任务名称', '1x3 主要内容'),
      tr('公共法律服务', '1x3 办理法律援助案件'),
      tr('普法宣传', '1x3 开展活动'),
      tr('金额合计', '1x3 19.60'),
      tr('2x1 年度支出预算', '资金总额', '财政拨款', '1x2 其他资金'),
      tr('19.60', '18.20', '1x2 1.40'),
      tr('年度总体目标', '1x4 完成全年工作任务。'),
      tr('2x1 年度绩效指标', '一级指标', '二级指标', '三级指标', '指标值'),
      tr('产出指标', '数量指标', '法律援助案件', '≥500件'),
    ].join('');
    const page = `<html><body><h1>某市某局2026年部门预算</h1><p>部门整体支出绩效目标表</p><table border="1">${rows}</table></body></html>`;
    const { disclosures } = await readDocument('a.html', new TextEncoder().encode(page));
    const [sheet] = rowsOf(disclosures[0]!, OVERALL_PERFORMANCE);
    expect(sheet!.tasks!.map(({ name, content }) => [name, content])).toEqual([
      ['公共法律服务', '办理法律援助案件'],
      ['普法宣传', '开展活动'],
    ]);
  });

  it('amounts below the headers of their columns', async () => {
    const { disclosure } = await readMade(`部门整体支出绩效目标表

部门名称|某市某局||||
总体资金情况（万元）|预算支出总额|财政拨款||其他资金|
||基本支出|项目支出|基本支出|项目支出
|32.05|25.00|7.00||0.05
整体绩效目标|抓好审计。||||
活动|绩效指标||指标性质|指标值|度量单位
审计业务|产出指标数量指标完成审计项目数量||≥|77|项
审计业务|效益指标社会效益指标保障资金安全||定性|优|
`);
    expect(told(rowsOf(disclosure, OVERALL_PERFORMANCE))).toMatchObject([
      {
        funds: [
          { amount: amount('32.05') },
          { amount: amount('25.00') },
          { amount: amount('7.00') },
          { amount: amount('0.05') },
        ],
        goal: '抓好审计。',
        indicators: [
          { level1: '产出指标', level2: '数量指标', level3: '完成审计项目数量', target: '≥77项' },
          { level1: '效益指标', level2: '社会效益指标', level3: '保障资金安全', target: '优' },
        ],
      },
    ]);
  });

  it('a label with nothing beside it is no goal, nor is an indicator beside which the goal’s label is printed again', async () => {
    const rows = [
      tr('部门名称', '1x5 某市某局'),
      tr('2x1 整体绩效目标', '整体绩效目标', '1x4 抓好检查。'),
      tr('其他说明', '1x4 '),
      tr('3x1 整体绩效目标', '活动', '绩效指标', '指标性质', '指标值', '度量单位'),
      tr('检查', '产出指标数量指标检查项目数量', '≥', '150', '个'),
      tr('评审', '产出指标质量指标评审合格率', '=', '100', '%'),
      tr('整体绩效目标', '采购', '产出指标数量指标抽查数量', '≥', '15', '个'),
    ].join('');
    const page = `<html><body><h1>某市某局2026年部门预算</h1><p>部门整体支出绩效目标表</p><table border="1">${rows}</table></body></html>`;
    const { disclosures } = await readDocument('a.html', new TextEncoder().encode(page));
    const [sheet] = rowsOf(disclosures[0]!, OVERALL_PERFORMANCE);
    expect(sheet!.goal).toBe('抓好检查。');
    expect(sheet!.indicators.map(({ level3 }) => level3)).toEqual(['检查项目数量', '评审合格率', '抽查数量']);
  });

  keepsItsMeaning('overallPerformance', OVERALL);
});
