/** Rules over procurement and assets in words. */

import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../../src/disclosure.ts';
import type { AssetRow, ProcurementRow } from '../../../src/kinds/index.ts';
import type { PublishedDisclosure } from '../../../src/model/published.ts';
import type { MoneyUnit } from '../../../src/money.ts';
import { ASSET_RULES } from '../../../src/rules/assets/index.ts';
import { DocumentContext } from '../../../src/rules/context.ts';
import { PROCUREMENT_RULES } from '../../../src/rules/procurement/index.ts';
import { VEHICLE_PURCHASES } from '../../../src/rules/three-publics/vehicle-purchases.ts';
import { words } from '../../performance/make.ts';
import { cell, doc, table } from '../make.ts';

function severities(id: string, disclosure: Disclosure): readonly string[] {
  const rule = [...PROCUREMENT_RULES, ...ASSET_RULES, VEHICLE_PURCHASES].find((each) => each.id === id)!;
  return rule.run(new DocumentContext(disclosure)).map(({ severity }) => severity);
}

/** Lines of `code name amount project`, after a total. */
function rows(text: string, total = '100.00', sme = '40.00'): Pick<PublishedDisclosure, 'procurement'> {
  const items = text.split('\n').map((each): ProcurementRow => {
    const [code = '', item = '', amount = '', project = '设备购置'] = each.trim().split(/\s+/);
    return { kind: 'item', label: project, project, item, code, cells: { total: cell(amount)! }, origin: {} };
  });
  const cells = { total: cell(total)!, sme: cell(sme)! };
  return { procurement: [{ kind: 'total', label: '合计', cells, origin: {} }, ...items] };
}

const GOODS = 'A02010105 台式计算机 30.00\nA05049900 其他办公用品 10.00 公用经费\nC16070300 软件运维服务 60.00 运维费';
const says = (text: string) => ({ explanation: [words('政府采购预算情况', text)] });
const buys = (text: string) => ({ explanation: [words('国有资产信息', text)] });

describe('procurement-kinds', () => {
  it.each<[string, string, string[]]>([
    ['right', '政府采购预算100.00万元，其中：政府采购货物预算40.00万元、工程预算0万元、服务预算60.00万元。', []],
    [
      'a sum that is not',
      '政府采购预算110.00万元，其中：货物预算40.00万元、工程预算0万元、服务预算60.00万元。',
      ['error'],
    ],
    [
      'kinds changed over',
      '政府采购预算100.00万元，其中：货物预算60.00万元、工程预算0万元、服务预算40.00万元。',
      ['warning', 'warning'],
    ],
    ['rounded', '政府采购预算100万元，其中：货物40万元、服务60万元。', []],
    ['no kinds', '政府采购预算90万元。', []],
    [
      'an agency called after a kind',
      '某市数据服务局政府采购预算100.00万元，其中：货物预算40.00万元、工程预算0万元、服务预算60.00万元。',
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(severities('procurement-kinds', doc(rows(GOODS), says(text)))).toEqual(expected);
  });
});

describe('procurement-sme-words', () => {
  it.each<[string, string, string[]]>([
    ['right', '政府采购预算100.00万元，预留中小企业份额40.00万元，占采购预算总额的40%。', []],
    ['another amount', '政府采购预算100.00万元，预留中小微企业份额45.00万元。', ['error']],
    ['another percent', '政府采购预算100.00万元，预留中小企业份额40.00万元，占采购预算总额的50%。', ['error']],
    [
      'the share of another part',
      '政府采购支出总额100.00万元，其中：货物30.00万元，占政府采购支出总额的30%。授予中小企业合同金额40.00万元，占政府采购支出总额的40%。',
      [],
    ],
    ['not said', '政府采购预算100.00万元。', []],
  ])('%s', (_, text, expected) => {
    expect(severities('procurement-sme-words', doc(rows(GOODS), says(text)))).toEqual(expected);
  });
});

describe('asset-purchases', () => {
  it.each<[string, string, string[]]>([
    ['all goods', '40.00', []],
    ['equipment only', '30.00', []],
    ['something else', '35.00', ['notice']],
    ['more than is procured', '140.00', ['warning']],
  ])('%s', (_, amount, expected) => {
    expect(severities('asset-purchases', doc(rows(GOODS), buys(`本年度拟购置固定资产总额为${amount}万元。`)))).toEqual(
      expected,
    );
  });
});

describe('vehicle-purchases', () => {
  it.each<[string, string, string, string[]]>([
    ['vehicles without money', '2', '0.00', ['warning']],
    ['money without vehicles', '0', '18.00', ['warning']],
    ['both', '1', '18.00', []],
    ['neither', '0', '0.00', []],
  ])('%s', (_, count, cost, expected) => {
    const publics = table('three-publics', 'total vehicles vehicle-purchase', `total 合计 ${cost} ${cost} ${cost}`);
    const words = buys(`2023年部门预算安排购置车辆${count}辆。`);
    expect(severities('vehicle-purchases', doc(publics, words))).toEqual(expected);
  });

  it('is held against the words where the table tells nothing', () => {
    const told = (count: number) =>
      severities(
        'vehicle-purchases',
        doc(buys(`2023年部门预算安排购置车辆${count}辆。2023年公务用车购置费预算0.00万元。`)),
      );
    expect(told(5)).toEqual(['warning']);
    expect(told(0)).toEqual([]);
  });
});

function assets(unit: MoneyUnit, total: string, equipment: string, count = 2): Disclosure {
  const quantity = { units: count, scale: 0, text: String(count), origin: {} };
  const row = (key: string, value: string): AssetRow => ({ key, label: key, value: cell(value, unit)!, origin: {} });
  return doc({
    assets: [row('资产总额', total), { ...row('单价在20万元以上设备', equipment), quantity }],
    tables: [
      { form: 'assets', title: '固定资产占用情况表', unit, origin: {} },
      { form: 'procurement', title: '政府采购预算', unit: '万元', origin: {} },
    ],
    ...buys('上年末固定资产金额为800.00万元。'),
  });
}

describe('assets', () => {
  it.each<[string, string, Disclosure, string[]]>([
    ['assets-unit', 'the usual unit', assets('万元', '800.00', '400.00'), []],
    ['assets-unit', '元 for 万元', assets('元', '800.00', '400.00'), ['warning']],
    ['assets-unit', '元 in full', assets('元', '8000000.00', '4000000.00'), []],
    ['assets-rows', 'enough for its count', assets('万元', '800.00', '400.00'), []],
    ['assets-rows', 'too little for its count', assets('万元', '800.00', '30.00'), ['warning']],
    ['assets-rows', 'told by the unit already', assets('元', '800.00', '400.00'), []],
  ])('%s: %s', (id, _, disclosure, expected) => {
    expect(severities(id, disclosure)).toEqual(expected);
  });

  it('holds a part’s quantity within its row', () => {
    const quantity = (units: number) => ({ units, scale: 0, text: String(units), origin: {} });
    const of = (part: number) =>
      doc({
        assets: [
          { key: '房屋', label: '1、房屋', quantity: quantity(100), origin: {} },
          { key: '办公用房', label: '其中：办公用房', partOf: '房屋', quantity: quantity(part), origin: {} },
        ],
      });
    expect(severities('assets-rows', of(100))).toEqual([]);
    expect(severities('assets-rows', of(101))).toEqual(['warning']);
  });
});

describe('procurement-code', () => {
  it.each<[string, string, string[]]>([
    ['known codes', GOODS, []],
    ['a code of no edition', `${GOODS}\nA02999998 台式计算机 1.00`, ['notice']],
    ['no code at all', `${GOODS}\nX12 台式计算机 1.00`, ['notice']],
  ])('%s', (_, text, expected) => {
    expect(severities('procurement-code', doc(rows(text)))).toEqual(expected);
  });
});
