/** Manners of explanations that several provinces share: each figure is held to what it is of, and a right one to nothing. */
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../src/disclosure.ts';
import { DocumentContext } from '../../src/rules/context.ts';
import { WORD_FIGURE_RULES } from '../../src/rules/words/word-figures.ts';
import { table } from '../rules/make.ts';
import { type Part, saying } from './make-words.ts';

const found = (disclosure: Disclosure) =>
  WORD_FIGURE_RULES.flatMap((rule) => rule.run(new DocumentContext(disclosure))).map(({ rule }) => rule);

const BALANCE: readonly Part[] = [
  table('expenditure', 'total basic project', 'total 合计 609.19 467.19 142.00\n208 社会保障和就业支出 49.96 49.96 -'),
];

describe('a heading without 情况 within a section of both sides', () => {
  const told = (basic: string) =>
    found(
      saying(
        [
          '三、部门收支总体情况',
          '（一）收入预算',
          '2026年年初预算数609.19万元。',
          '（二）支出预算',
          `2026年年初预算数609.19万元，其中，社会保障和就业支出49.96万元。支出较去年减少15.42万元，下降2.47%，其中：基本支出${basic}万元，项目支出142.00万元。`,
        ],
        ...BALANCE,
      ),
    );
  it('is of all that is spent, not of the item told last', () => expect(told('467.19')).toEqual([]));
  it('tells its parts', () => expect(told('667.19')).not.toEqual([]));
});

describe('shares of what the paragraph before divides', () => {
  const told = (share: string) =>
    found(
      saying([
        '2026年财政拨款支出728.50万元，按支出功能分类科目分，包括：',
        `1.教育支出604.87万元，占${share}。具体包括：`,
      ]),
    );
  it('silent', () => expect(told('83.03%')).toEqual([]));
  it('tells another share', () => expect(told('43.03%')).toEqual(['words-percent']));
});

describe('a percent beside round amounts of words that trim zeros', () => {
  const publics = table(
    'three-publics',
    'total overseas hospitality vehicles vehicle-purchase vehicle-running',
    'total 合计 14.00 0.00 4.00 10.00 0.00 10.00',
  );
  const told = (percent: string) =>
    found(saying(`2026年“三公”经费预算14万元，比上年预算减少0.6万元，下降${percent}。`, publics));
  it('silent', () => expect(told('4.1%')).toEqual([]));
  it('is as fine as the table prints', () => expect(told('5.1%')).toEqual(['words-percent']));
});

describe('a list that tells some of its parts', () => {
  const told = (whole: string) =>
    found(
      saying([
        '国有资产占用情况',
        `截至2025年12月31日，资产原值合计${whole}元，其中：（1）土地、房屋及构筑物7002210元，（2）通用设备4112005元，（3）图书档案998000元。`,
      ]),
    );
  it.each(['12112215', '15330948'])('may be all of it or fall short: %s', (whole) => expect(told(whole)).toEqual([]));
  it('does not by one digit', () => expect(told('72112215')).toEqual(['words-parts']));
});

describe('what changed, by its parts', () => {
  const told = (way: string) =>
    found(
      saying(
        `2026年“三公”经费预算数为6.00万元，比上年${way}0.50万元，其中：因公出国（境）费0万元，与上年持平；公务用车购置及运行费5.00万元，与上年持平；公务接待费1.00万元，减少0.50万元。`,
      ),
    );
  it('silent', () => expect(told('减少')).toEqual([]));
  it('is no level told among them', () => expect(told('增加')).toEqual(['words-parts']));
});

describe('a percent without its amount', () => {
  const told = (percent: string) =>
    found(
      saying([
        '2026年单位收支总预算163.17万元，同比减少1.59万元，下降0.96%。',
        `2026年财政拨款收支总预算163.17万元。财政拨款总收支较上年下降${percent}。`,
      ]),
    );
  it.each(['0.96%', '3.40%'])('is that of the same sum, or of another base: %s', (percent) =>
    expect(told(percent)).toEqual([]),
  );
  it('is one slip away', () => expect(told('0.46%')).toEqual(['words-percent']));
});

it('frugality is no reason of growth', () => {
  const told = (way: string) => found(saying(`公务接待费3.00万元，比上年${way}0.50万元，主要原因是厉行节约。`));
  expect(told('减少')).toEqual([]);
  expect(told('增加')).toEqual(['words-direction']);
});

describe('what is compared told before the comparison', () => {
  const told = (words: string) =>
    found(saying(['（一）机关运行经费', `机关运行经费预算41.70万元，与上年预算37.03万元相比${words}。`]));
  it.each(['增加4.67万元，增长12.61%', '，增加4.67万元'])('silent: %s', (words) => expect(told(words)).toEqual([]));
  it.each(['增加4.97万元，增长12.61%', '增加4.67万元，增长12.91%', '减少4.67万元', '持平'])('tells %s', (words) =>
    expect(told(words)).not.toEqual([]),
  );
});

describe('what is reserved for small enterprises', () => {
  const told = (goods: string, share: string) =>
    found(
      saying([
        '政府采购情况',
        `2026年政府采购预算312.00万元，其中：货物类${goods}万元，工程类200.00万元，服务类50.00万元；面向中小企业预留249.60万元，占政府采购预算的${share}。`,
      ]),
    );
  it('is no part of what is bought', () => expect(told('62.00', '80.00%')).toEqual([]));
  it('the parts are held to it', () => expect(told('92.00', '80.00%')).toEqual(['words-parts']));
  it('is a share of it', () => expect(told('62.00', '81.00%')).toEqual(['words-percent']));
});

describe('vehicles of the accounts beside their cost', () => {
  const told = (count: number) =>
    found(
      saying(
        `公务用车购置及运行维护费支出4.00万元。其中：公务用车购置支出0.00万元，购置车辆${count}辆；公务用车运行维护支出4.00万元。`,
        { stage: 'final-accounts', year: 2024 },
      ),
    );
  it('silent', () => expect(told(0)).toEqual([]));
  it('tells vehicles for nothing', () => expect(told(1)).toEqual(['words-repeat']));
});

describe('the year of an initial budget', () => {
  const told = (year: number) =>
    found(
      saying(`${year}年度“三公”经费财政拨款支出预算33.75万元，支出决算29.00万元。`, {
        stage: 'final-accounts',
        year: 2024,
        statements: [table('three-publics', 'total@budget total', 'total 合计 33.75 29.00')],
      }),
    );
  it('silent', () => expect(told(2024)).toEqual([]));
  it('tells that of last year', () => expect(told(2023)).toEqual(['words-year']));
});
