import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure, Statement } from '../../src/disclosure.ts';
import { doc, table } from '../rules/make.ts';

const rulesOf = (document: Disclosure) =>
  checkDisclosures([document]).findings.map(({ rule, message }) => `${rule} ${message}`);

/** A table whose rows have figures in a column that is not understood. */
const beside = (rows: string): Statement => {
  const statement = table('general-public', 'total basic project', rows);
  return {
    ...statement,
    rows: statement.rows.map((row) => ({ ...row, unread: ['扣除基建项目后预算数'] })),
    unread: { columns: ['扣除基建项目后预算数'], rows: 0 },
  };
};

describe('a sum along rows that have figures in a column without a meaning', () => {
  const held =
    '2010601 行政运行 9.00 8.00 1.00\n2010602 一般行政管理事务 3.00 - 3.00\n2010603 机关服务 2.00 1.00 1.00\n2010650 事业运行 4.00 - 4.00';

  it('is judged where it holds without that column elsewhere', () => {
    expect(rulesOf(doc(beside(`${held}\n2080505 机关事业单位基本养老保险缴费支出 5.00 4.00 2.00`)))).toEqual([
      expect.stringContaining('fund-kinds'),
    ]);
  });

  it('says nothing where that column may be a part of it', () => {
    expect(rulesOf(doc(beside('2010601 行政运行 9.00 8.00 0.50\n2010602 一般行政管理事务 3.00 - 2.00')))).toEqual([]);
  });
});

it('a flat list that repeats codes adds up to its total', () => {
  const rows = (total: string) =>
    `30101 基本工资 5.00\n30102 津贴补贴 1.00\n30103 奖金 1.00\n30101 基本工资 2.00\n30102 津贴补贴 3.00\n30103 奖金 1.00\ntotal 合计 ${total}`;
  expect(rulesOf(doc(table('basic', 'total', rows('13.00'))))).toEqual([]);
  expect(rulesOf(doc(table('basic', 'total', rows('14.00'))))).toEqual([expect.stringContaining('basic-total')]);
});

describe('what stands beside the first table of a form', () => {
  it('a second statement is judged by itself', () => {
    const whole = table('basic', 'total', '301 工资福利支出 5.00\n30101 基本工资 5.00\ntotal 合计 5.00');
    const unit = table('basic', 'total', '301 工资福利支出 3.00\n30101 基本工资 2.00\ntotal 合计 3.00');
    expect(rulesOf(doc(whole, unit))).toEqual([expect.stringContaining('class-sums')]);
  });

  it('each row of items adds up, and the change of a year is the difference', () => {
    const rows = (vehicles: string, change: string) =>
      table(
        'three-publics',
        'total@previous overseas@previous vehicles@previous hospitality@previous total overseas vehicles hospitality',
        `total 合计 9.00 1.00 6.00 2.00 8.00 - 6.00 2.00\n增减变化金额 增减变化金额 - - - - ${change} -1.00 - -\n某局 某局 5.00 1.00 3.00 1.00 4.00 - ${vehicles} 1.00`,
      );
    expect(rulesOf(doc(rows('3.00', '-1.00')))).toEqual([]);
    expect(rulesOf(doc(rows('3.50', '-1.00')))).toEqual([expect.stringContaining('某局')]);
    expect(rulesOf(doc(rows('3.00', '-2.00')))).toHaveLength(1);
  });
});

describe('a page whose rows all break one sum', () => {
  const rows = (page: number, from: number, wrong: string) =>
    Array.from({ length: 5 }, (_, i) => `${from + i} 事项 9.00 ${page === 1 ? '4.00 5.00' : wrong}`).join('\n');
  const paged = (wrong: string): Statement => {
    const statement = table(
      'general-public',
      'total basic project',
      `${rows(1, 2019811, '')}\n${rows(2, 2019821, wrong)}`,
    );
    return {
      ...statement,
      rows: statement.rows.map((row, i) => ({ ...row, origin: { page: i < 5 ? 1 : 2 } })),
    };
  };

  it('was read wrongly, and is told once and mildly', () => {
    const found = checkDisclosures([doc(paged('9.00 9.00'))]).findings;
    expect(found.map(({ severity, message }) => [severity, message.includes('第 2 页')])).toEqual([['notice', true]]);
  });

  it('is nothing where the sums hold', () => {
    expect(rulesOf(doc(paged('8.00 1.00')))).toEqual([]);
  });
});

describe('figures in 元 that were rounded in 万元 before', () => {
  const rows = (last: string) =>
    [...Array.from({ length: 12 }, (_, i) => `398${11 + i} 款 ${i + 1}2,300.00`), `398 类 ${last}`].join('\n');
  const sum = (12 * 13) / 2;

  it('are off by what the rounding was', () => {
    const printed = (sum * 10_000 + 12 * 2_300 + 300).toFixed(2);
    expect(rulesOf(doc(table('basic', 'total', rows(printed), '元')))).toEqual([]);
  });

  it('are exact where one of them is finer', () => {
    const finer = (sum * 10_000 + 12 * 2_300 + 250).toFixed(2);
    expect(rulesOf(doc(table('basic', 'total', rows(finer), '元')))).toEqual([expect.stringContaining('class-sums')]);
  });
});
