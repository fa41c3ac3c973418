/** Tables of what an amount is made of, made up. */
import { DETAILS } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { describe, expect, it } from 'vitest';
import { keepsItsMeaning, readMade, told } from './made.ts';

const amount = (text: string) => ({ fen: Math.round(Number(text) * 1_000_000), text });
const TRAINING = `培训费明细表

单位：万元

序号|培训名称|时间|人数|金额|备注
1|人民调解员业务培训|2026年5月|120|1.20|
2|行政执法人员培训|2026年9月|60|0.73|
|合计|||1.93|
`;
const FEES = `非税收入征收计划表

单位：万元

执收单位|收入项目名称|上年完成数|本年计划征收数|其中：缴入国库
某市司法局|司法鉴定收费|98.10|101.20|101.20
某市法律援助中心|公证服务收费|28.30|30.00|17.00
合计||126.40|131.20|118.20
`;

describe(DETAILS.name, () => {
  const read = async (text: string) => {
    const { disclosure, problems } = await readMade(text);
    return { rows: told(rowsOf(disclosure, DETAILS)), problems };
  };

  it('assets to be bought, called a budget or not', async () => {
    const { rows, problems } = await read(
      '新增资产配置预算表\n\n单位：万元\n\n序号|资产名称|计量单位|数量|单价|总金额\n|合计||||16.50\n1|台式计算机|台|20|0.60|12.00\n2|打印机|台|15|0.30|4.50\n',
    );
    expect(rows).toMatchObject([
      { kind: 'total', cells: { total: amount('16.50') } },
      { kind: 'item', label: '台式计算机', cells: { total: amount('12.00') } },
      { kind: 'item', label: '打印机' },
    ]);
    expect(problems).not.toContain('table-not-recognised');
  });

  it('names, how many and what each costs', async () => {
    const { rows, problems } = await read(TRAINING);
    expect(rows).toMatchObject([
      { kind: 'item', label: '人民调解员业务培训', time: '2026年5月', cells: { total: amount('1.20') } },
      { kind: 'item', label: '行政执法人员培训', cells: { total: amount('0.73') } },
      { kind: 'total', cells: { total: amount('1.93') } },
    ]);
    expect(problems).not.toContain('table-not-recognised');
  });

  it('the year before beside the plan of this one', async () => {
    expect((await read(FEES)).rows).toMatchObject([
      {
        unit: '某市司法局',
        cells: { previous: amount('98.10'), planned: amount('101.20'), treasury: amount('101.20') },
      },
      { item: '公证服务收费', cells: { treasury: amount('17.00') } },
      { kind: 'total', cells: { planned: amount('131.20') } },
    ]);
  });

  it.each([
    ['一般公共预算支出明细表', 'items of a statement'],
    ['基本支出明细表', 'items of basic expenditure'],
  ])('%s is no list of details', async (title) => {
    const { rows } = await read(
      `${title}\n\n单位：万元\n\n科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|3.00|2.00|1.00\n20101|人大事务|3.00|2.00|1.00\n|合计|3.00|2.00|1.00\n`,
    );
    expect(rows).toEqual([]);
  });

  keepsItsMeaning('details', TRAINING);
});
