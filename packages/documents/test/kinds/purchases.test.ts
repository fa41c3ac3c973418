/** Procurement and purchased services in the shapes that provinces print, made up. */
import { PROCUREMENT, PURCHASED_SERVICES } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { describe, expect, it } from 'vitest';
import { keepsItsMeaning, readMade, told } from './made.ts';

const amount = (text: string) => ({ fen: Math.round(Number(text.replaceAll(',', '')) * 1_000_000), text });

describe(PROCUREMENT.name, () => {
  const read = async (text: string) => told(rowsOf((await readMade(text)).disclosure, PROCUREMENT)) as object[];

  it('kinds by their letters, one amount each', async () => {
    expect(
      await read('政府采购预算明细表\n\n单位：万元\n\n采购类别|金额\nA-货物|238.78\nC-服务|4,749.95\n合 计|4,988.73\n'),
    ).toMatchObject([
      { kind: 'item', item: '货物', code: 'A', cells: { total: amount('238.78') } },
      { kind: 'item', item: '服务', code: 'C', cells: { total: amount('4,749.95') } },
      { kind: 'total', cells: { total: amount('4,988.73') } },
    ]);
  });

  it('whether it is for small enterprises is no share of theirs', async () => {
    const table = (cell: string) =>
      `政府采购预算明细表\n\n单位：万元\n\n采购品目|数量|采购金额|是否面向中小企业\n台式计算机|50|25.00|${cell}\n物业服务|1|124.00|${cell}\n`;
    expect((await readMade(table('是'))).problems).not.toContain('not-a-number');
    expect(await read(table('是'))).toMatchObject([{ cells: { total: amount('25.00') } }, {}]);
    expect(await read(table('9.00'))).toMatchObject([{ cells: { sme: amount('9.00') } }, {}]);
  });

  it('items of the budget in columns of their own levels, a catalogue code before the name, subtotals told by their sums', async () => {
    const rows = await read(`政府采购（资产配置、购买服务）预算表

单位：万元

科目编码|||单位编码|采购项目|采购目录|规格型号|数量|部门经济科目||预算金额
类|款|项|||||||款|
合计||||||||||15.00
201|40|04|121001|某市某局|||3|||15.00
201|40|04||安保服务|C05040300保安服务|详见合同|1|302|27|5.00
201|40|04||中心运维|C16990000其他信息技术服务|详见合同|2|302|13|10.00
`);
    expect(rows).toMatchObject([
      { kind: 'total' },
      { kind: 'subtotal', label: '某市某局' },
      {
        kind: 'item',
        project: '安保服务',
        item: '保安服务',
        code: 'C05040300',
        function: '2014004',
        economic: '30227',
      },
      { kind: 'item', code: 'C16990000', cells: { total: amount('10.00') } },
    ]);
  });
});

const SERVICES = `政府购买服务支出表

单位：万元

购买服务项目|目录代码|承接主体|合计|一般公共预算|政府性基金预算
合计|||30.00|25.00|5.00
法律咨询服务|B0101|社会组织|10.00|10.00|
会议服务|B0204|企业|20.00|15.00|5.00
`;

describe(PURCHASED_SERVICES.name, () => {
  it('who provides which service, and what pays', async () => {
    const { disclosure, problems } = await readMade(SERVICES);
    expect(told(rowsOf(disclosure, PURCHASED_SERVICES))).toMatchObject([
      { kind: 'total', cells: { total: amount('30.00') } },
      { kind: 'service', item: '法律咨询服务', code: 'B0101', provider: '社会组织' },
      { kind: 'service', item: '会议服务', cells: { 'government-fund': amount('5.00') } },
    ]);
    expect(problems).not.toContain('record-sums');
  });

  it('the three levels of the guiding catalogue', async () => {
    const { disclosure } = await readMade(`财政拨款政府购买服务明细表

单位：万元

指导性目录|||预算金额
一级|二级|三级|
合 计|||62.60
01-公共服务|0115-公共信息与宣传服务|公共公益宣传服务|52.60
02-政府履职辅助性服务|0201-法律服务|法律咨询服务|10.00
`);
    expect(told(rowsOf(disclosure, PURCHASED_SERVICES))).toMatchObject([
      { kind: 'total' },
      { kind: 'service', level1: '01-公共服务', level2: '0115-公共信息与宣传服务', cells: { total: amount('52.60') } },
      { kind: 'service', label: '法律咨询服务' },
    ]);
  });

  keepsItsMeaning('purchasedServices', SERVICES);
});
