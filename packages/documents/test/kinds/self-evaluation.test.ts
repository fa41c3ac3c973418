/** A kind of table is one file: project self-evaluation is read, written, stored and answered, and no engine knows of it. */
import type { Disclosure, RecordTable } from '@mingsuan/core/disclosure';
import { SELF_EVALUATION } from '@mingsuan/core/kinds/index';
import { publishReading } from '@mingsuan/core/model/published';
import { rowsOf } from '@mingsuan/core/model/tables';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/read.ts';
import { writeDocument } from '../../src/write.ts';
import { WRITE_FORMATS } from '../../src/write-formats.ts';
import { disclosure, row, statement } from '../compose/make.ts';
import { meaningOf } from '../compose/same-meaning.ts';

/** As the ministry's form prints it, made up. `|` separates cells. */
const FORM = `石家庄市鹿泉区水利局2023年部门决算

项目支出绩效自评表

单位：万元

项目名称|水库除险加固||||||
主管部门|石家庄市鹿泉区水利局|||实施单位|河道管理处||
项目资金||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|100.00|120.00|114.00|10|95.00%|9.5
|其中：当年财政拨款|100.00|100.00|94.00|||
|上年结转资金||20.00|20.00|||
年度总体目标|预期目标||||实际完成情况||
|完成两座水库加固||||完成两座||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
|产出指标|数量指标|加固水库|≥2座|2座|30|30|
||质量指标|验收合格率|=100%|98%|20|19.6|一处返工，已整改
|满意度指标|服务对象满意度|群众满意度|≥90%|92%|10|10|
总分|||||100|97.6||
`;

const read = async (text: string): Promise<Disclosure> => {
  const { disclosures } = await readDocument('a.txt', new TextEncoder().encode(text.replaceAll('|', '\t')));
  return disclosures[0]!;
};

/** Values without their places. */
const told = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (name, each) => (name === 'origin' ? undefined : each));

describe(SELF_EVALUATION.name, () => {
  it('is read as its form prints it', async () => {
    const [evaluation] = rowsOf(await read(FORM), SELF_EVALUATION);
    const number = (text: string, units: number, scale = 0) => ({ units, scale, text });
    const amount = (text: string) => ({ fen: Number(text) * 1_000_000, text });
    const level = { level1: '产出指标', level2: '质量指标', level3: '验收合格率' };
    expect(told(evaluation)).toMatchObject({
      title: '项目支出绩效自评表',
      project: '水库除险加固',
      department: '石家庄市鹿泉区水利局',
      unit: '河道管理处',
      funds: [
        {
          source: '年度资金总额',
          initial: amount('100.00'),
          adjusted: amount('120.00'),
          executed: amount('114.00'),
          weight: number('10', 10),
          rate: number('95.00%', 9500, 2),
          score: number('9.5', 95, 1),
        },
        { source: '其中：当年财政拨款', executed: amount('94.00') },
        { source: '上年结转资金', adjusted: amount('20.00') },
      ],
      goals: [{ expected: '完成两座水库加固', achieved: '完成两座' }],
      indicators: [
        { level1: '产出指标', level2: '数量指标', target: '≥2座', achieved: '2座', score: number('30', 30) },
        { ...level, target: '=100%', achieved: '98%', score: number('19.6', 196, 1), cause: '一处返工，已整改' },
        { level1: '满意度指标', level2: '服务对象满意度', level3: '群众满意度' },
      ],
      total: number('97.6', 976, 1),
    });
  });

  it.each(WRITE_FORMATS)('is written as %s and read back', async (format) => {
    const tables: readonly RecordTable[] = (await read(FORM)).tables;
    const one = disclosure({
      statements: [statement('general-public', ['total'], [row('total', '合计', { total: '1.00' })])],
    });
    const back = await readDocument(`a.${format}`, await writeDocument([{ ...one, tables }], format));
    expect(meaningOf([{ ...one, tables: back.disclosures[0]!.tables }])).toEqual(meaningOf([{ ...one, tables }]));
  });

  it.each([
    ['blank', '<td></td>', '<td>年度资金总额</td>'],
    ['blank over two columns', '<td colspan="2"></td>', '<td colspan="2">年度资金总额</td>'],
  ])(
    'has a column for the names of its funds beside a label of several lines, under a cell %s',
    async (_, head, name) => {
      const html = `<p>某省某厅2023年度部门决算</p><p>项目支出绩效自评表</p><table>
<tr><td colspan="2">项目名称</td><td colspan="5">水库除险加固</td></tr>
<tr><td rowspan="2" colspan="2">项目资金（万元）</td>${head}<td>年初预算数</td><td>全年预算数</td><td>全年执行数</td><td>执行率</td></tr>
<tr>${name}<td>100.00</td><td>120.00</td><td>114.00</td><td>95.00%</td></tr>
<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td>加固水库</td><td>≥2座</td><td>2座</td><td>100</td><td>100</td></tr></table>`;
      const { disclosures } = await readDocument('a.html', new TextEncoder().encode(html));
      const [evaluation] = rowsOf(disclosures[0]!, SELF_EVALUATION);
      expect(told(evaluation!.funds)).toMatchObject([
        {
          source: '年度资金总额',
          initial: { text: '100.00' },
          adjusted: { text: '120.00' },
          executed: { text: '114.00' },
        },
      ]);
    },
  );

  it('stands in the JSON, and is taken back', async () => {
    const reading = await readDocument('a.txt', new TextEncoder().encode(FORM.replaceAll('|', '\t')));
    const json = JSON.stringify({ documents: [publishReading(reading)] });
    expect(JSON.parse(json).documents[0].disclosures[0].selfEvaluation).toHaveLength(1);
    const back = await readDocument('a.json', new TextEncoder().encode(json));
    expect(back.disclosures).toEqual(JSON.parse(JSON.stringify(reading.disclosures)));
  });
});
