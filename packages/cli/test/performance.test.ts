/** evaluate, monitor, execution: a budget's targets become forms, filled forms are scored, watched and reported. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXECUTION_REPORT, MONITORING, SELF_EVALUATION } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { readReportSentence } from '@mingsuan/core/performance/reports';
import { readDocument } from '@mingsuan/documents/read';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, mingsuan, type Outcome } from './helpers.ts';

const tabs = (text: string) => text.replaceAll('|', '\t');

/** All made up. */
const BUDGET = tabs(`某市水利局2024年部门预算

项目支出绩效目标表

项目名称|水库除险加固
项目资金|年度资金总额|100.00
绩效目标|完成两座水库加固
一级指标|二级指标|三级指标|年度指标值
产出指标|数量指标|加固水库|≥2座
产出指标|质量指标|验收合格率|≥100%
效益指标|社会效益指标|保障供水|效果明显
满意度指标|服务对象满意度指标|群众满意度|≥90%
`);

const FILLED = tabs(`某市水利局2024年部门决算

项目支出绩效自评表

单位：万元

项目名称|水库除险加固||||||
主管部门|某市水利局|||实施单位|河道管理处||
项目资金||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|100.00|100.00|50.00|||
年度总体目标|预期目标||||实际完成情况||
|完成两座水库加固||||完成两座||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
|产出指标|数量指标|加固水库|≥2座|2座|||
||质量指标|验收合格率|≥100%|98%|||一处返工，已整改
|效益指标|社会效益指标|保障供水|效果明显|部分达成70%|||枯水期供水不足
|满意度指标|服务对象满意度指标|群众满意度|≥90%|92%|||
总分|||||||
`);

const WATCHED = tabs(`某市水利局2024年部门预算

项目支出绩效运行监控表

单位：万元

项目名称|水库除险加固||||||
监控期间|1—6月||||||
项目资金||年初预算数|全年预算数|已执行数|执行率|全年预计执行数
|年度资金总额|100.00|100.00|20.00||100.00
绩效指标|一级指标|二级指标|三级指标|年度指标值|目前完成值|全年预计完成值|偏差原因|完成可能性
|产出指标|数量指标|加固水库|≥2座|1座|2座||确定能
|满意度指标|服务对象满意度指标|群众满意度|≥90%|60%|90%||有可能
`);

const workbook = (sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>) =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })) });

const LINES = [
  ['指标编号', '预算单位', '项目名称', '功能科目', '资金性质', '文号', '金额（万元）', '代编'],
  ['Z1', '河道管理处', '水库除险加固', '2130305', '一般公共预算', '某财〔2024〕1号', 100, ''],
  ['Z2', '局机关', '信息系统运维', '2130301', '一般公共预算', '某财〔2024〕1号', 30, ''],
];

const EXECUTION = await workbook({
  指标: LINES,
  调整: [
    ['指标编号', '调整类型', '月份', '增减额（万元）', '文号', '原因'],
    ['Z1', '追加', 5, 20, '某财〔2024〕9号', '增加一座'],
  ],
  支付: [
    ['指标编号', '支付日期', '支付金额', '合同编号'],
    ['Z1', '2024-03-05', 480000, '甲1'],
    ['Z2', '2024-06-30', '150,000.00', ''],
  ],
  合同: [
    ['指标编号', '签订日期', '合同金额', '合同编号'],
    ['Z1', '2024-02-01', 900000, '甲1'],
  ],
  项目情况: [
    ['预算单位', '项目名称', '上年同期支出', '原因'],
    ['河道管理处', '水库除险加固', 500000, '汛期停工'],
  ],
});

const FAULTY = await workbook({
  指标: LINES,
  支付: [
    ['指标编号', '支付日期', '支付金额'],
    ['Z1', '六月', 1],
    ['Z2', '2024-06-30', '30万'],
    ['Z9', 3, 100],
  ],
  别的: [['随便']],
});

const folder = folderOf({
  '预算.txt': BUDGET,
  '自评.txt': FILLED,
  '监控.txt': WATCHED,
  '执行.xlsx': EXECUTION,
  '错.xlsx': FAULTY,
  '没有.txt': '某市水利局2024年部门预算\n\n没有目标。\n',
});
const run = (...args: string[]): Promise<Outcome> => mingsuan(args, { cwd: folder.path });
const pretty = (...args: string[]): Promise<Outcome> => mingsuan(args, { cwd: folder.path, tty: true, columns: 160 });
const read = async (name: string) => (await readDocument(name, readFileSync(join(folder.path, name)))).disclosures[0]!;
afterAll(folder.remove);

describe('evaluate', () => {
  test.each(['xlsx', 'docx'])('targets become forms to be filled in, as %s', async (format) => {
    const name = `空表.${format}`;
    const { status, stderr } = await run('evaluate', '预算.txt', '-o', name);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('已由绩效目标生成 1 张表') });
    const found = await read(name);
    expect(found).toMatchObject({ agency: { name: '某市水利局' }, year: 2024 });
    expect(rowsOf(found, SELF_EVALUATION)).toMatchObject([
      {
        project: '水库除险加固',
        funds: [{ source: '年度资金总额', adjusted: { fen: 100_000_000 } }],
        goals: [{ expected: '完成两座水库加固' }],
        indicators: [{ level3: '加固水库', target: '≥2座' }, {}, {}, { level1: '满意度指标', target: '≥90%' }],
      },
    ]);
  });

  test('each part is printed with its formula', async () => {
    const { status, stdout } = await pretty('evaluate', '自评.txt');
    expect(stdout).toContain('口径：national-2020');
    expect(stdout).toMatch(/水库除险加固 {2}85\.50 分 {2}良/);
    expect(stdout).toMatch(/预算执行率 +5\.00 \/ 10 +10 × 500000\.00 ÷ 1000000\.00，最多 10/);
    expect(stdout).toMatch(/验收合格率 +24\.50 \/ 25 +25 × 98 ÷ 100/);
    expect(stdout).toMatch(/保障供水 +21\.00 \/ 30 +30 × 70%/);
    expect(stdout).toContain('请补：预算执行率低于 90%，请说明原因。');
    expect(status).toBe(1);
  });

  test('another profile, another result', async () => {
    const national = JSON.parse((await run('evaluate', '自评.txt')).stdout);
    const hubei = JSON.parse((await run('evaluate', '自评.txt', '--profile', 'hubei-2020')).stdout);
    expect(national).toMatchObject({ profile: { id: 'national-2020' }, projects: [{ total: '85.50', grade: '良' }] });
    expect(hubei).toMatchObject({ profile: { id: 'hubei-2020' }, projects: [{ total: '80.60' }] });
    expect(hubei.results).toMatchObject({ projects: 1, scored: 1, mean: '80.60', grades: { 良: 1 } });
  });

  test('money comes from the execution; forms and the report are written and read back', async () => {
    const { status, stdout } = await run(
      ...['evaluate', '自评.txt', '--execution', '执行.xlsx', '-o', '计分.xlsx', '--report', '报告.docx'],
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout).projects[0]).toMatchObject({ budget: 120_000_000, executed: 48_000_000, total: '84.50' });
    const [form] = rowsOf(await read('计分.xlsx'), SELF_EVALUATION);
    expect(form).toMatchObject({
      total: { text: '84.50' },
      funds: [{ rate: { text: '40.00%' }, score: { text: '4.00' } }],
    });
    const report = await read('报告.docx');
    expect(rowsOf(report, SELF_EVALUATION)).toHaveLength(1);
    const sentences = report.explanation.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    const told = sentences.flatMap((text) => readReportSentence(text) ?? []);
    expect(told).toContainEqual({
      id: 'evaluated',
      values: { projects: '1', budget: '120.00', executed: '48.00', rate: '40.00' },
    });
    expect(told).toContainEqual({ id: 'project', values: { project: '水库除险加固', total: '84.50', grade: '良' } });
    expect(told.map(({ id }) => id)).toContain('short-unexplained');
  });

  test.each([
    [['evaluate'], '没有指定文件'],
    [['evaluate', '预算.txt'], '没有说写到哪里'],
    [['evaluate', '没有.txt'], '没有绩效目标'],
    [['evaluate', '自评.txt', '--profile', 'x'], '没有评分口径“x”'],
    [['evaluate', '自评.txt', '-o', 'a.zip'], 'a.zip'],
    [['evaluate', '自评.txt', '--format', 'csv'], 'csv'],
  ])('%j cannot run', async (args, message) => {
    const { status, stderr } = await run(...args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  });
});

describe('monitor', () => {
  test('targets become forms of a period', async () => {
    expect((await run('monitor', '预算.txt', '-o', '监控表.xlsx')).stderr).toContain('--month');
    expect((await run('monitor', '预算.txt', '--month', '6', '-o', '监控表.xlsx')).status).toBe(0);
    expect(rowsOf(await read('监控表.xlsx'), MONITORING)).toMatchObject([
      { project: '水库除险加固', period: '1—6月', indicators: [{ target: '≥2座' }, {}, {}, {}] },
    ]);
  });

  test('lights, with reasons, in the form and in words', async () => {
    const { status, stdout } = await pretty('monitor', '监控.txt', '-o', '亮灯.xlsx', '--report', '监控报告.docx');
    expect(status).toBe(1);
    expect(stdout).toMatch(/红 {2}支出 +支出进度和序时进度相比（6 月）/);
    expect(stdout).toMatch(/绿 {2}加固水库 +按 6 个月分摊后比较/);
    expect(stdout).toContain('指标“群众满意度”有偏差，请写原因');
    const [form] = rowsOf(await read('亮灯.xlsx'), MONITORING);
    expect(form).toMatchObject({
      funds: [{ rate: { text: '20.00%' } }],
      indicators: [{ light: '绿' }, { light: '黄' }],
    });
    const report = await read('监控报告.docx');
    const told = report.explanation.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ text }) => readReportSentence(text) ?? []),
    );
    expect(told[0]).toMatchObject({ id: 'lights', values: { month: '6', projects: '1', red: '1', none: '0' } });
    expect(told[1]).toMatchObject({ id: 'project-light', values: { project: '水库除险加固', light: '红' } });
  });

  test('money comes from the execution of the same months', async () => {
    const { stdout } = await run('monitor', '监控.txt', '--execution', '执行.xlsx');
    // 48 of 120 by June is four fifths of the even pace.
    expect(JSON.parse(stdout)).toMatchObject({ month: 6, projects: [{ budget: { light: 'green' } }] });
  });
});

describe('execution', () => {
  test('the monthly report is told, written and read back', async () => {
    const { status, stdout } = await pretty(
      ...['execution', '执行.xlsx', '--month', '6', '-o', '月报.xlsx', '--report', '执行报告.docx'],
      ...['--agency', '某市水利局', '--year', '2024'],
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/河道管理处 水库除险加固 +120\.00 +0\.00 +48\.00 +30\.00 +40 +-10/);
    expect(stdout).toMatch(/合计 +150\.00 +15\.00 +63\.00 +45\.00 +42 +-8/);
    const rows = rowsOf(await read('月报.xlsx'), EXECUTION_REPORT);
    expect(rows).toMatchObject([
      { unit: '河道管理处', project: '水库除险加固', committed: { fen: 42_000_000 }, lastYear: { fen: 50_000_000 } },
      { unit: '局机关', project: '信息系统运维', rate: { text: '50.00%' }, gap: '0.00' },
      { project: '合计', adjusted: { fen: 150_000_000 }, gap: '-8.00' },
    ]);
    const report = await read('执行报告.docx');
    const told = report.explanation.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ text }) => readReportSentence(text) ?? []),
    );
    expect(told).toMatchObject([
      { id: 'behind', values: { month: '6', adjusted: '150.00', paid: '63.00', rate: '42.00', gap: '8.00' } },
      { id: 'slow-project', values: { unit: '河道管理处', project: '水库除险加固', gap: '10.00', cause: '汛期停工' } },
    ]);
  });

  test('every bad cell is told by its address; what is left out is not guessed', async () => {
    const { status, stdout, stderr } = await run('execution', '错.xlsx', '--month', '6');
    expect(status).toBe(1);
    expect(stderr).toContain('错.xlsx!支付!B2：“六月”不是月份');
    expect(stderr).toContain('错.xlsx!支付!C3：“30万”不是金额');
    expect(stderr).toContain('工作表“别的”不在格式里');
    expect(JSON.parse(stdout).faults).toEqual([
      { code: 'unknown-line', line: 'Z9', message: '没有编号为“Z9”的指标。' },
    ]);
  });

  test.each([
    [['execution', '执行.xlsx'], '--month'],
    [['execution', '执行.xlsx', '--month', '13'], '“13”不是月份'],
    [['execution', '预算.txt', '--month', '3'], '工作簿'],
  ])('%j cannot run', async (args, message) => {
    const { status, stderr } = await run(...args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  });
});

test('a file that stands there is not overwritten unless asked', async () => {
  writeFileSync(join(folder.path, '旧.xlsx'), '旧');
  expect((await run('evaluate', '预算.txt', '-o', '旧.xlsx')).status).toBe(2);
  expect((await run('evaluate', '预算.txt', '-o', '旧.xlsx', '--force')).status).toBe(0);
});
