/** Mistakes that look well filled in: each is told once, at its cell, and what is like it and right is not. */
import { expect, test } from 'vitest';
import { discloseLedger } from '../../src/disclose.ts';
import { blankLedger } from '../../src/ledger/blank.ts';
import type { SheetText } from '../../src/ledger/read-sheets.ts';
import { templateById } from '../../src/templates/index.ts';
import { told, typed } from './told.ts';

const UNIT = '示例市数据服务局';
const named = [
  ['项目!B4', UNIT],
  ['项目支出!A5', UNIT],
  ['政府采购!B3', UNIT],
  ...[9, 10, 11, 12, 13, 14].map((row) => [`绩效目标!A${row}`, UNIT] as const),
] as const;

test.each<[string, SheetText[], string]>([
  [
    'the housing fund on 提租补贴',
    typed(['基本支出!A10', '2210202']),
    'notice 基本支出!A10 .*一般列在住房公积金（2210201）',
  ],
  ['the annuity on the pension’s item', typed(['基本支出!B7', '30109']), 'notice 基本支出!A7 .*（2080506）'],
  ['the pension on the annuity’s item', typed(['基本支出!A7', '2080506']), 'notice 基本支出!A7 .*（2080505）'],
  ['last year’s execution in 万元', typed(['上年数和原因!C3', '500.6']), 'wrong 上年数和原因!C3 .*像是按万元填的'],
  [
    'appropriation of last year above all of it',
    typed(['上年数和原因!B11', '6126000']),
    'wrong 上年数和原因!B11 上年财政拨款收入 .*比上年收支总数 .*还多',
  ],
  ['one fund of last year above all of it', typed(['上年数和原因!B13', '5200000']), 'wrong 上年数和原因!B13 .*还多'],
  [
    'large equipment that no money is there for',
    typed(['项目支出!C5', '30299'], ['车辆设备!B7', '3']),
    'notice 车辆设备!B7 今年购置单价100万元以上设备填 3 台（套），支出里没有设备购置',
  ],
  ['an indicator described as above', typed(['绩效目标!F4', '同上']), 'notice 绩效目标!F4 .*指标描述写的是“同上”'],
  ['an indicator that rests on nothing', typed(['绩效目标!H3', '无']), 'notice 绩效目标!H3 .*确定依据写的是“无”'],
  [
    'a project’s code in full width',
    typed(['项目!A3', '１３０１００２３Ｐ００１']),
    'notice 项目!A3 .*请改成“13010023P001”',
  ],
  ['a project’s code with a space', typed(['项目!A3', '13010023 P001']), 'notice 项目!A3 .*请改成“13010023P001”'],
  ['a project under its unit’s name', typed(...named), 'wrong 项目!B4 项目名称写的是单位名称'],
  ['half a car', typed(['资产!C5', '2.5']), 'wrong 资产!C5 .*数量是 2.5，不是整数'],
  ['a paragraph’s number for nothing', typed(['说明文字!D5', '9']), 'wrong 说明文字!D5 .*方式却不是“代替”'],
  ['a sentence’s number for nothing', typed(['说明文字!E5', '1']), 'wrong 说明文字!E5 .*方式却不是“代替”'],
  [
    'a sentence of no paragraph',
    typed(
      ['说明文字!A8', '政府采购预算情况'],
      ['说明文字!C8', '代替'],
      ['说明文字!E8', '1'],
      ['说明文字!F8', '提高能力。'],
    ),
    'wrong 说明文字!E8 写了第几句，没有写第几段',
  ],
  [
    'a sentence that is not there, by the name of its section',
    typed(
      ['说明文字!A8', '总体绩效目标'],
      ['说明文字!C8', '代替'],
      ['说明文字!D8', '1'],
      ['说明文字!E8', '9'],
      ['说明文字!F8', '提高能力。'],
    ),
    'wrong 说明文字!F8 情况说明里没有“总体绩效目标”第 1 段第 9 句',
  ],
])('%s', (_, sheets, expected) => expect(told(sheets)).toEqual([expect.stringMatching(new RegExp(`^${expected}`))]));

test.each<[string, SheetText[]]>([
  ['execution of last year near this year', typed(['上年数和原因!C3', '5006000'])],
  ['large equipment with its money', typed(['车辆设备!B7', '3'])],
  ['an area of houses with decimals', typed(['资产!C4', '820.5'], ['资产!D4', '100000'], ['资产!D7', '1710000'])],
  ['a blank basis', typed(['绩效目标!H3', ''])],
  ['a project that its unit’s name begins', typed(['项目!B4', '办公设备更新'])],
])('nothing is told of %s', (_, sheets) => expect(told(sheets)).toEqual([]));

test('an area that nobody has answered is not asked for in the words, too', () => {
  const template = templateById('chongqing-2026')!;
  const ledger = blankLedger({ name: '示例市数据服务局', level: 'department' }, 2026, undefined, template);
  const asked = (given: typeof ledger) =>
    discloseLedger(given, template).problems.filter(({ message }) => message.includes('机构设置'));
  expect(asked(ledger).map(({ code }) => code)).toEqual(['area-unanswered']);
  expect(asked({ ...ledger, answers: { organization: 'none' } }).map(({ code }) => code)).toEqual([
    'explanation-incomplete',
  ]);
});
