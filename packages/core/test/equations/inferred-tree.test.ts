import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import { inferredTree } from '../../src/equations/inferred-tree.ts';
import { withBalanceParents } from '../../src/forms/index.ts';
import { doc, lines, table } from '../rules/make.ts';

const KINDS = 'total basic project';

/** Two units one below the other; a section of the first prints no code. */
const blocks = (item = '50.00') => `total 合计 300.00 240.00 60.00
甲局 甲局 180.00 150.00 30.00
201 一般公共服务支出 150.00 120.00 30.00
政府办公厅（室）及相关机构事务 政府办公厅（室）及相关机构事务 150.00 120.00 30.00
2010301 行政运行 100.00 100.00 -
2010302 一般行政管理事务 ${item} 20.00 30.00
221 住房保障支出 30.00 30.00 -
22102 住房改革支出 30.00 30.00 -
2210201 住房公积金 30.00 30.00 -
乙中心 乙中心 120.00 90.00 30.00
201 一般公共服务支出 100.00 70.00 30.00
20103 政府办公厅（室）及相关机构事务 100.00 70.00 30.00
2010350 事业运行 100.00 70.00 30.00
221 住房保障支出 20.00 20.00 -
22102 住房改革支出 20.00 20.00 -
2210201 住房公积金 20.00 20.00 -`;

const rulesOf = (document: Disclosure) =>
  checkDisclosures([document]).findings.map(({ rule, evidence }) => `${rule} ${evidence[0]!.row}`);

describe('inferredTree', () => {
  it('tells blocks of units and a section without its code', () => {
    const { rows } = table('general-public', KINDS, blocks());
    expect(inferredTree(rows, 100)?.map(({ parent }) => parent)).toEqual([
      -1, -1, 1, 2, 3, 3, 1, 6, 7, -1, 9, 10, 11, 9, 13, 14,
    ]);
  });

  it.each([
    [
      'units of a list by their amounts',
      'total 合计 90.00 60.00 30.00\n甲 甲 50.00 40.00 10.00\n乙 乙 40.00 20.00 20.00',
      [-1, -1, -1],
    ],
    [
      'a department above its units',
      'total 合计 90.00 60.00 30.00\n局 局 90.00 60.00 30.00\n甲 甲 50.00 40.00 10.00\n乙 乙 40.00 20.00 20.00',
      [-1, -1, 1, 1],
    ],
  ])('%s', (_, text, parents) => {
    const { rows } = table('expenditure', KINDS, text);
    expect(inferredTree(rows, 100)?.map(({ parent }) => parent)).toEqual(parents);
  });

  it('is silent where the amounts bear no tree out', () => {
    const { rows } = table(
      'expenditure',
      KINDS,
      'total 合计 90.00 60.00 30.00\n甲 甲 50.00 44.00 10.00\n乙 乙 30.00 20.00 20.00',
    );
    expect(inferredTree(rows, 100)).toBeUndefined();
  });
});

describe('a table of blocks', () => {
  it('has no mistake where it adds up', () =>
    expect(rulesOf(doc(table('general-public', KINDS, blocks())))).toEqual([]));
  it('tells the wrong cell of one of them', () =>
    expect(rulesOf(doc(table('general-public', KINDS, blocks('56.00'))))).toEqual(['fund-kinds 2010302']));
});

describe('classes of a balance with their sections and items by name', () => {
  const balance = (item: string, class208 = '40.00') =>
    lines(
      'balance',
      `支 201:一般公共服务支出 150.00
支 <201信访事务 150.00
支 <201行政运行 ${item}
支 <201信访业务 50.00
支 208:社会保障和就业支出 ${class208}
支 <208行政事业单位养老支出 40.00
支 <208行政单位离退休 10.00
支 <208机关事业单位基本养老保险缴费支出 30.00
支 210:卫生健康支出 20.00
支 <210行政事业单位医疗 20.00
支 <210行政单位医疗 20.00
支 本年支出合计 210.00`,
    );
  const nested = (item: string) => {
    const statement = balance(item);
    const names: Record<string, string> = {
      '201': '一般公共服务支出',
      '208': '社会保障和就业支出',
      '210': '卫生健康支出',
    };
    return {
      ...statement,
      rows: statement.rows.map((row) => {
        const [, code, label] = /^<(\d{3})(.*)$/.exec(row.label) ?? [];
        return code ? { ...row, key: label!, label: label!, partOf: names[code]! } : row;
      }),
    };
  };
  it('is silent where they add up', () => expect(rulesOf(doc({ year: 2026 }, nested('100.00')))).toEqual([]));
  it('tells the wrong item', () =>
    expect(rulesOf(doc({ year: 2026 }, nested('140.00')))).toEqual(['balance-line-parts 行政运行']));
});

describe('the lines of a panel by economic classification', () => {
  const kinds = ['人员经费', '公用经费', '专项业务经费', '上缴上级支出', '对附属单位补助'];
  /** Each kind is 30.00 of two lines, the whole 150.00 of the kinds: six sums. */
  const panel = (first: string) => {
    const below = kinds.map(
      (kind, i) => `经 ${i + 1}、${kind} 30.00\n经 (1)${kind}甲 ${i === 0 ? first : '10.00'}\n经 (2)${kind}乙 20.00`,
    );
    const statement = lines('balance', ['经 一、部门预算 150.00', ...below].join('\n'));
    return doc({ ...statement, rows: withBalanceParents(statement.rows) });
  };
  it('is silent where they add up', () => expect(rulesOf(panel('10.00'))).toEqual([]));
  it('tells the wrong line', () => expect(rulesOf(panel('19.00'))).toEqual(['balance-line-parts 人员经费甲']));
});
