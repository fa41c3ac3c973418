/** Mistakes that every single cell allows: what goes with the unit's nature, with basic or project expenditure, with another sheet. */
import { describe, expect, test } from 'vitest';
import { exampleLedger } from '../../src/ledger/example.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { readLedgerSheets, type SheetText } from '../../src/ledger/read-sheets.ts';
import { sheetTexts } from './sheets.ts';
import { told, typed, typedIn } from './told.ts';

const CARS_GONE = [
  ['车辆设备!B3', '0'],
  ['车辆设备!B4', '0'],
  ['资产!C5', '0'],
  ['资产!D5', '0'],
  ['资产!D3', '3494000'],
] as const;

/** The second project's targets under another name. */
const NAMED_BY_ITEM = [9, 10, 11, 12, 13, 14].map((row) => [`绩效目标!A${row}`, '30213 维修费'] as const);

const OF_INSTITUTIONS: Readonly<Record<string, string>> = { '2010301': '2010350', '2101101': '2101102' };

/** The example of an institution: its pay and its items are its own. */
const INSTITUTION = sheetTexts(
  ((example): Ledger => ({
    ...example,
    nature: 'institution',
    organization: [{ ...example.organization[0]!, nature: '事业' }],
    basic: example.basic.map((line) => ({ ...line, item: OF_INSTITUTIONS[line.item] ?? line.item })),
  }))(exampleLedger(2026)),
);

describe('told once, at its cell', () => {
  test.each<[string, SheetText[], string]>([
    ['a year with its digits changed', typed(['基本信息!E3', '2062']), 'notice 基本信息!E3 年度写的是 2062 年'],
    ['interest as basic expenditure', typed(['基本支出!B13', '30701']), 'notice 基本支出!B13 .*一般列在项目支出'],
    ['building as basic expenditure', typed(['基本支出!B13', '30902']), 'notice 基本支出!B13 .*一般列在项目支出'],
    ['a subsidy to a firm as basic', typed(['基本支出!B13', '31204']), 'notice 基本支出!B13 .*一般列在项目支出'],
    ['basic pay in a project', typed(['项目支出!C3', '30101']), 'notice 项目支出!C3 .*一般列在基本支出'],
    [
      'running money on an item of projects',
      typed(['基本支出!A11', '2010302'], ['基本支出!A12', '2010302']),
      'notice 基本支出!A11 .*一般行政管理事务 12.00 万元，这个科目是列项目支出的',
    ],
    ['a project on 行政运行', typed(['项目支出!B3', '2010301']), 'notice 项目支出!B3 .*列基本支出的'],
    [
      'performance pay in an agency',
      typed(['基本支出!B5', '30107']),
      'notice 基本支出!B5 .*绩效工资.*核对单位性质和科目',
    ],
    [
      'items of institutions in an agency',
      typed(['基本支出!A3', '2010350'], ['基本支出!A8', '2101102']),
      'notice 基本支出!A3 .*事业运行（2010350）、事业单位医疗（2101102）',
    ],
    ['an agency that keeps itself', typed(['机构设置!D3', '自收自支']), 'notice 机构设置!D3 .*只有事业单位才这样'],
    ['how a unit is paid for left blank', typed(['机构设置!D3', '']), 'missing 机构设置!D3 .*经费保障形式没有填'],
    [
      'rank and nature left blank',
      typed(['机构设置!B3', ''], ['机构设置!C3', '']),
      'missing 机构设置!B3 .*单位性质、单位规格没有填',
    ],
    ['a target that counts nothing', typed(['绩效目标!G3', '3']), 'notice 绩效目标!G3 .*没有计量单位'],
    [
      'a target’s number for its name',
      typed(['绩效目标!E3', '3']),
      'wrong 绩效目标!E3 三级指标|wrong 绩效目标!E3 项目',
    ],
    [
      'a target of next year, of a project that ends this year',
      typed(['绩效目标!G11', '2027年9月底前']),
      'notice 绩效目标!G11 .*写的是 2027 年，本台账是 2026 年的',
    ],
    ['the unit’s code for its name', typed(['基本信息!B3', '302001']), 'wrong 基本信息!B3 单位名称写的是“302001”'],
    ['a reason that lies elsewhere', typed(['上年数和原因!D4', '见附件']), 'wrong 上年数和原因!D4 .*“见附件”'],
    [
      'an amount for a purpose',
      typed(['科目用途!A3', '2010301'], ['科目用途!B3', '120']),
      'wrong 科目用途!B3 这里写的是“120”',
    ],
    [
      'a term explained by the one above',
      typed(['名词解释!A3', '基本支出'], ['名词解释!B3', '同上']),
      'wrong 名词解释!B3 这里写的是“同上”',
    ],
    ['a later year a thousandfold', typed(['项目!F3', '1565000000']), 'notice 项目!F3 .*相差 100 倍以上'],
    ['cars that are run and not there', typed(...CARS_GONE), 'notice 车辆设备!B3 现有车辆填 0 辆'],
    ['cars without a value', typed(['资产!D5', '0'], ['资产!D3', '3494000']), 'notice 资产!D5 .*有数量，价值却是 0.00'],
    ['a value of nothing', typed(['资产!C7', '0']), 'notice 资产!C7 .*数量是 0，价值却有'],
    [
      'a zero too many in pensions',
      typed(['基本支出!F7', '1362000'], ['收入!C3', '6338500']),
      'notice 基本支出!F7 30108 .*50% 还多',
    ],
    [
      'a zero too many in union fees',
      typed(['基本支出!F15', '362000'], ['收入!C3', '5664300']),
      'notice 基本支出!F15 30228 ',
    ],
    [
      'goals of last year',
      typed(['说明文字!F5', '2025年推进政务数据共享和开放。']),
      'notice 说明文字!F5 .*写的是 2025 年',
    ],
    [
      'state capital’s item by general money',
      typed(['项目支出!B5', '2230105']),
      'notice 项目支出!D5 .*国有资本经营预算的科目',
    ],
    [
      'a fund’s new item by general money',
      typed(['项目支出!B5', '2290804']),
      'notice 项目支出!D5 .*政府性基金预算的科目',
    ],
    [
      'all of a purchase as the price of one',
      typed(['政府采购!G3', '120000']),
      'wrong 政府采购!G3 .*像是把总额填成了单价，单价应当是 6000.00 元',
    ],
    [
      'a measure of area for computers',
      typed(['政府采购!E3', '平方米']),
      'notice 政府采购!E3 .*是设备，计量单位写的是',
    ],
    ['money for a measure', typed(['政府采购!E3', '万元']), 'wrong 政府采购!E3 .*请写台、套、项'],
    ['a number for a measure', typed(['政府采购!E3', '20']), 'wrong 政府采购!E3 .*请写台、套、项'],
    ['a purchase from what was carried over', typed(['政府采购!I3', '是']), 'wrong 政府采购!I3 .*只有今年的'],
    [
      'as many bought as no purchase says',
      typed(['绩效目标!G9', '200台']),
      'notice 绩效目标!G9 .*写 200台，“政府采购”里是 20台',
    ],
    ['a project under its unit’s code', typed(['项目!A3', '302001']), 'wrong 项目!A3 .*写的是单位编码 302001'],
    [
      'a project named by an item',
      typed(
        ['项目!B4', '30213 维修费'],
        ['项目支出!A5', '30213 维修费'],
        ['政府采购!B3', '30213 维修费'],
        ...NAMED_BY_ITEM,
      ),
      'notice 项目!B4 .*以 30213 开头，像是科目编码',
    ],
    [
      'a goal for what it rests on',
      typed(['项目!D3', '保障共享平台全年稳定运行，满足各部门数据共享的需要。']),
      'notice 项目!D3 .*立项依据和绩效目标是同一句话',
    ],
    [
      'a goal that costs more than its project',
      typed(['项目!E3', '投入256.50万元，保障共享平台稳定运行。']),
      'notice 项目!E3 .*写到 256.50万元，比项目的金额 156.50 万元',
    ],
    [
      'the kind of document in a unit’s name',
      typed(['基本信息!B3', '示例市数据服务局部门预算']),
      'wrong 基本信息!B3 .*请删去多写的字',
    ],
    ['the year in a unit’s name', typed(['基本信息!B3', '示例市数据服务局2026年']), 'wrong 基本信息!B3 .*请删去'],
    ['no name but 本单位', typed(['基本信息!B3', '本单位']), 'wrong 基本信息!B3 .*请写单位的全称'],
    [
      'a car that no money is there for',
      typed(['上年数和原因!D9', '新购置一辆公务用车']),
      'notice 上年数和原因!D9 .*没有公务用车购置费',
    ],
    [
      'a term that explains itself',
      typed(['名词解释!A3', '数据共享'], ['名词解释!B3', '数据共享。']),
      'wrong 名词解释!B3 .*只是重复了名词',
    ],
  ])('%s', (_, sheets, expected) => {
    const all = told(sheets);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(new RegExp(`^(?:${expected})`));
  });

  test('of two projects of one name the one without a code', () => {
    const name = '政务数据共享平台运行维护';
    const targets = NAMED_BY_ITEM.map(([at]) => [at, name] as const);
    const all = told(
      typed(['项目!A4', ''], ['项目!B4', name], ['项目支出!A5', name], ['政府采购!B3', name], ...targets),
    );
    expect(all).toContainEqual(expect.stringMatching(/^wrong 项目!A4 有两个项目都叫.*请补填编码/));
    expect(all.join()).not.toMatch(/没有填金额/);
  });

  test('cars to be bought that are said to be none', () => {
    const all = told(typed(['项目支出!C5', '31013']));
    expect(all).toContainEqual(expect.stringMatching(/^notice 车辆设备!B6 今年购置车辆填 0 辆/));
  });
});

test.each<[string, SheetText[]]>([
  ['a year that nobody has forms for yet', typed(['基本信息!E3', '2028'])],
  ['equipment from operating money', typed(['基本支出!B13', '31002'])],
  ['persons without a post, paid from a project', typed(['项目支出!C3', '30199'])],
  [
    'pay in a project for persons',
    typed(['项目!C4', '人员类'], ['项目支出!C5', '30101'], ['政府采购!B3', '13010023P001']),
  ],
  ['a project of institutions on 事业运行', typed(['项目支出!B3', '2010350'])],
  ['a target whose name says what it counts', typed(['绩效目标!E3', '维护系统数量（套）'], ['绩效目标!G3', '3'])],
  ['a target of next year, of a project that goes on', typed(['绩效目标!G11', '2027年9月底前'], ['项目!F4', '120000'])],
  ['a later year ten times as large', typed(['项目!F3', '15650000'])],
  ['a car that was bought last year', typed(['上年数和原因!D9', '上年购置公务用车一辆，今年运行费减少'])],
  ['a goal that costs a part of its project', typed(['项目!E3', '投入50万元扩容共享平台，保障稳定运行。'])],
  ['a measure by the set', typed(['政府采购!E3', '套'], ['绩效目标!G9', '20套'])],
  ['a purchase under the class of its code', typed(['政府采购!D3', 'A0201'])],
  ['a unit whose name ends so', typed(['基本信息!B3', '示例市预算编审中心'], ['机构设置!A3', '示例市预算编审中心'])],
  ['a line of nothing at all', typed(['资产!C4', '0'], ['资产!D4', '0'])],
  ['a goal measured against last year', typed(['说明文字!F5', '比2025年提高数据服务能力。'])],
])('nothing is told of %s', (_, sheets) => {
  const said = told(sheets).filter((each) => !/填报情况/.test(each));
  expect(said).toEqual([]);
});

test('an institution has pay and items of its own', () => {
  const more = (cell: string, text: string) =>
    told(typedIn(INSTITUTION, [cell, text])).filter((each) => /基本支出!/.test(each));
  expect(more('基本支出!B5', '30107')).toEqual([]);
  expect(more('基本支出!A3', '2010301')).toEqual([
    expect.stringMatching(/^notice 基本支出!A3 单位性质是事业单位，基本支出里却有行政运行/),
  ]);
});

test('purchases of other things stay apart though one number was given to both', () => {
  const cells = ['1', '办公设备更新', '打印设备', 'A02021003', '台', '1', '100', '一般公共预算拨款', '', '100'];
  const more = cells.map((text, i) => [`政府采购!${String.fromCharCode(65 + i)}4`, text] as const);
  const { ledger } = readLedgerSheets(typed(['政府采购!A3', '1'], ...more));
  expect(ledger?.procurement.map(({ item }) => item)).toEqual(['台式计算机', '打印设备']);
});
