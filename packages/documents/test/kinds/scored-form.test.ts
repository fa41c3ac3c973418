/** A form that a person filled is scored, written, read back, and no rule of self-evaluations has anything to say of it. */
import { checkDocument } from '@mingsuan/core/check';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { SELF_EVALUATION } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { profileById } from '@mingsuan/core/performance/choose-profile';
import { score } from '@mingsuan/core/performance/score';
import { filledForm, scoreInputOf } from '@mingsuan/core/performance/self-evaluation-form';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/read.ts';
import { writeDocument } from '../../src/write.ts';

/** Made up. The points are not filled in. */
const FORM = `某市水利局2024年部门决算

项目支出绩效自评表

单位：万元

项目名称|水库除险加固||||||
主管部门|某市水利局|||实施单位|河道管理处||
项目资金||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|100.00|120.00|114.00|||
|其中：当年财政拨款|100.00|100.00|94.00|||
年度总体目标|预期目标||||实际完成情况||
|完成两座水库加固||||完成两座||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
|产出指标|数量指标|加固水库|≥2座|2座|||
||质量指标|验收合格率|≥100%|98%|||一处返工，已整改
|效益指标|社会效益指标|保障供水|效果明显|部分达成70%|||枯水期供水不足
|满意度指标|服务对象满意度指标|群众满意度|≥90%|92%|||
总分|||||||
`;

const PARTS = ['9.50', '25.00', '24.50', '21.00', '10.00'];

const readBytes = async (name: string, bytes: Uint8Array): Promise<Disclosure> =>
  (await readDocument(name, bytes)).disclosures[0]!;

describe('a filled form', () => {
  it.each(['docx', 'pdf', 'xlsx'] as const)('is scored, written as %s and read back', async (format) => {
    const disclosure = await readBytes('a.txt', new TextEncoder().encode(FORM.replaceAll('|', '\t')));
    const [form] = rowsOf(disclosure, SELF_EVALUATION);
    const found = score(scoreInputOf(form!)!, profileById('national-2020')!);
    expect(found.faults).toEqual([]);
    expect(found).toMatchObject({ total: { units: 9000, scale: 2 }, grade: '优' });
    const filled: Disclosure = {
      ...disclosure,
      tables: disclosure.tables.map((table) =>
        table.form === SELF_EVALUATION.id ? { ...table, rows: [filledForm(form!, found)] } : table,
      ),
    };
    const written = await writeDocument([filled], format);
    const again = await readDocument(`a.${format}`, written);
    const [back] = rowsOf(again.disclosures[0]!, SELF_EVALUATION);
    expect([back!.funds[0]!.score, ...back!.indicators.map((each) => each.score)].map((each) => each?.text)).toEqual(
      PARTS,
    );
    expect(back!.funds[0]!.rate?.text).toBe('95.00%');
    expect(back!.indicators.map(({ weight }) => weight?.text)).toEqual(['25', '25', '30', '10']);
    expect(back!.total?.text).toBe('90.00');
    expect(checkDocument(again).findings.filter(({ rule }) => rule.startsWith('evaluation-'))).toEqual([]);
  });
});
