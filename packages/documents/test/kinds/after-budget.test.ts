/** The forms that follow the budget: monitoring, the monthly report of execution, the self-evaluation of a whole department. */
import type { Disclosure } from '@mingsuan/core/disclosure';
import {
  EXECUTION_REPORT,
  MONITORING,
  OVERALL_SELF_EVALUATION,
  type RecordRow,
  SELF_EVALUATION,
  type TableFormId,
  type TableKind,
} from '@mingsuan/core/kinds/index';
import { publishReading } from '@mingsuan/core/model/published';
import { rowsOf } from '@mingsuan/core/model/tables';
import { describe, expect, it } from 'vitest';
import { paperLayout } from '../../src/compose/performance.ts';
import { readDocument } from '../../src/read.ts';
import { writeDocument } from '../../src/write.ts';
import { WRITE_FORMATS } from '../../src/write-formats.ts';
import { disclosure, row, statement } from '../compose/make.ts';
import { meaningOf } from '../compose/same-meaning.ts';

/** All made up. `|` separates cells. */
const MONITORED = `某市水利局2024年部门预算

项目支出绩效运行监控表

单位：万元

项目名称|水库除险加固||||||
主管部门|某市水利局|||实施单位|河道管理处||
监控期间|1—6月||||||
项目资金||年初预算数|全年预算数|1-6月执行数|1-6月执行率|全年预计执行数
|年度资金总额|100.00|120.00|48.00|40.00%|120.00
|其中：当年财政拨款|100.00|100.00|48.00||100.00
年度总体目标|完成两座水库加固||||||
绩效指标|一级指标|二级指标|三级指标|年度指标值|1-6月执行情况|全年预计完成情况|偏差原因分析|完成目标可能性
|产出指标|数量指标|加固水库|≥2座|1座|2座||确定能
||时效指标|完工时间|11月底前||11月|汛期停工|有可能
|满意度指标|服务对象满意度指标|群众满意度|≥90%|92%|92%||确定能
整改要求|抓紧汛后施工||||||
`;

const MONTHLY = `某市水利局2024年部门预算

2024年6月支出进度月报

单位：万元

预算单位|项目名称|年初预算数|调整数|调整后预算数|本月支出|累计支出|支出进度|序时进度|与序时进度之差|上年同期支出|全年预计支出|原因
河道管理处|水库除险加固|100.00|20.00|120.00|10.00|48.00|40.00%|50.00%|-10.00|50.00|120.00|汛期停工
局机关|信息系统运维|30.00|0.00|30.00|2.50|15.00|50.00%|50.00%|0.00|12.00|30.00|
|合计|130.00|20.00|150.00|12.50|63.00|42.00%|50.00%|-8.00|62.00|150.00|
`;

const OVERALL = `某市水利局2024年部门决算

部门整体支出绩效自评表

单位：万元

部门名称|某市水利局||||||
部门资金||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|900.00|1000.00|950.00|10|95.00%|9.5
年度主要任务|任务名称|完成情况|预算金额|支出金额
|水库除险加固|完成两座|120.00|114.00
|河道清淤|完成十公里|80.00|80.00
年度总体目标|预期目标||||实际完成情况||
|保障防洪安全||||全年无险情||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
|产出指标|数量指标|加固水库|≥2座|2座|50|50|
|效益指标|社会效益指标|险情|≤0次|0次|30|30|
|满意度指标|服务对象满意度指标|群众满意度|≥90%|92%|10|10|
总分|||||100|99.5|自评等级|优
`;

const CASES: readonly (readonly [string, string, TableKind<RecordRow, TableFormId>])[] = [
  ['monitoring', MONITORED, MONITORING as never],
  ['the monthly report', MONTHLY, EXECUTION_REPORT as never],
  ['the whole department', OVERALL, OVERALL_SELF_EVALUATION as never],
];

const bytes = (text: string) => new TextEncoder().encode(text.replaceAll('|', '\t'));
const read = async (text: string): Promise<Disclosure> => (await readDocument('a.txt', bytes(text))).disclosures[0]!;

describe('read as printed', () => {
  it('monitoring', async () => {
    const [form, ...others] = rowsOf(await read(MONITORED), MONITORING);
    expect(others).toEqual([]);
    expect(form).toMatchObject({
      project: '水库除险加固',
      unit: '河道管理处',
      period: '1—6月',
      funds: [
        {
          source: '年度资金总额',
          executed: { fen: 48_000_000 },
          rate: { text: '40.00%' },
          expected: { fen: 120_000_000 },
        },
        { source: '其中：当年财政拨款', initial: { fen: 100_000_000 } },
      ],
      goal: '完成两座水库加固',
      indicators: [
        { level2: '数量指标', level3: '加固水库', target: '≥2座', done: '1座', expected: '2座', likelihood: '确定能' },
        { level1: '产出指标', level3: '完工时间', expected: '11月', cause: '汛期停工', likelihood: '有可能' },
        { level3: '群众满意度', done: '92%' },
      ],
      rectification: '抓紧汛后施工',
    });
  });

  it('the monthly report', async () => {
    const rows = rowsOf(await read(MONTHLY), EXECUTION_REPORT);
    expect(rows.map(({ unit, project, gap }) => [unit, project, gap])).toEqual([
      ['河道管理处', '水库除险加固', '-10.00'],
      ['局机关', '信息系统运维', '0.00'],
      [undefined, '合计', '-8.00'],
    ]);
    expect(rows[0]).toMatchObject({
      adjusted: { fen: 120_000_000 },
      month: { fen: 10_000_000 },
      rate: { text: '40.00%' },
      lastYear: { fen: 50_000_000 },
      cause: '汛期停工',
    });
    expect(EXECUTION_REPORT.sum!(rows)).toBe(150_000_000);
  });

  it('the whole department, which is no project', async () => {
    const found = await read(OVERALL);
    expect(rowsOf(found, SELF_EVALUATION)).toEqual([]);
    expect(rowsOf(found, OVERALL_SELF_EVALUATION)[0]).toMatchObject({
      agency: '某市水利局',
      funds: [{ adjusted: { fen: 1_000_000_000 }, score: { text: '9.5' } }],
      tasks: [
        { name: '水库除险加固', done: '完成两座', budget: { fen: 120_000_000 }, spent: { fen: 114_000_000 } },
        { name: '河道清淤' },
      ],
      goals: [{ expected: '保障防洪安全', achieved: '全年无险情' }],
      indicators: [{ level3: '加固水库' }, { level3: '险情', achieved: '0次' }, { score: { text: '10' } }],
      total: { text: '99.5' },
      grade: '优',
    });
  });
});

describe('forms to be filled in', () => {
  const FUNDS = '资金来源 年初预算数 全年预算数 全年执行数 分值 执行率 得分';
  const GOALS = '预期目标 实际完成情况';
  const INDICATORS = '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施';
  it.each<[string, string, readonly string[]]>([
    ['the whole department', '', [FUNDS, '任务名称 完成情况 预算金额 支出金额', GOALS, INDICATORS]],
    ['a project', '项目支出绩效自评表', [FUNDS, GOALS, INDICATORS]],
  ])('%s: the columns of the standard form, whatever is blank', async (_, title, headers) => {
    const printed =
      title === ''
        ? OVERALL
        : OVERALL.replace('部门整体支出绩效自评表', title).replace(/^年度主要任务(?:.*\n){3}/m, '');
    const found = await read(printed);
    const { pages } = paperLayout({ title: '自评', sentences: [], disclosure: found });
    const rows = pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])));
    const texts = rows.map((row) => row.map(({ text }) => text).filter((text) => text !== ''));
    const heads = new Set(['资金来源', '任务名称', '预期目标', '一级指标']);
    expect(texts.filter(([first = '']) => heads.has(first)).map((row) => row.join(' '))).toEqual(headers);
  });
});

describe.each(CASES)('%s', (_, text, kind) => {
  it.each(WRITE_FORMATS)('is written as %s and read back', async (format) => {
    const { tables } = await read(text);
    expect(rowsOf({ tables }, kind).length).toBeGreaterThan(0);
    const one = disclosure({
      statements: [statement('general-public', ['total'], [row('total', '合计', { total: '1.00' })])],
    });
    const back = await readDocument(`a.${format}`, await writeDocument([{ ...one, tables }], format));
    expect(meaningOf([{ ...one, tables: back.disclosures[0]!.tables }])).toEqual(meaningOf([{ ...one, tables }]));
  });

  it('stands in the JSON, and is taken back', async () => {
    const reading = await readDocument('a.txt', bytes(text));
    const json = JSON.stringify({ documents: [publishReading(reading)] });
    expect(JSON.parse(json).documents[0].disclosures[0][kind.property].length).toBeGreaterThan(0);
    const back = await readDocument('a.json', new TextEncoder().encode(json));
    expect(back.disclosures).toEqual(JSON.parse(JSON.stringify(reading.disclosures)));
  });
});
