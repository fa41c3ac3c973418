import { describe, expect, it } from 'vitest';
import { run } from '../../../../bench/repair.ts';
import { checkDisclosures } from '../../src/check.ts';
import { doc, table } from '../rules/make.ts';

const suggestions = (columns: string, rows: string) =>
  checkDisclosures([doc(table('expenditure', columns, rows))]).findings.map((finding) => finding.suggestion);

describe('the first suggestion', () => {
  it('is the cell in which a row and a column meet', () => {
    const rows =
      '201 一般公共服务支出 30.00 30.00 -\n20103 政府办公厅（室）及相关机构事务 30.00 30.00 -\n2010301 行政运行 18.20 12.80 -\n2010350 事业运行 11.80 11.80 -\ntotal 合计 30.00 30.00 -';
    expect(suggestions('total basic project', rows)).toEqual([
      '最可能有误的是支出总表 2010301 行政运行 基本支出 12.80，应为 18.20；改正后有关的 2 个关系都成立',
    ]);
  });

  it('sees a figure in the wrong column', () => {
    const rows =
      '20103 政府办公厅（室）及相关机构事务 30.00 20.00 10.00\n2010301 行政运行 20.00 20.00 -\n2010350 事业运行 10.00 10.00 -';
    expect(suggestions('total basic project', rows)).toEqual([
      '最可能有误的是支出总表 2010350 事业运行 基本支出 10.00 填错了位置，应填在 支出总表 2010350 事业运行 项目支出；改正后有关的 3 个关系都成立',
    ]);
  });

  it('between cells that satisfy as much, is the one a slip of the keys explains', () => {
    // 合计 162.40, 基本支出 83.00 or 项目支出 25.40 would all do; only 52.40 for 25.40 is two digits exchanged.
    expect(suggestions('total basic project', 'total 合计 135.40 110.00 52.40')).toEqual([
      expect.stringMatching(/^请对照原始数据核对，有误的可能是支出总表 合计 项目支出 52.40，应为 25.40/),
    ]);
    expect(suggestions('total basic project', 'total 合计 153.40 110.00 25.40')).toEqual([
      expect.stringMatching(/^请对照原始数据核对，有误的可能是支出总表 合计 合计 153.40，应为 135.40/),
    ]);
  });

  it('never is that a figure was meant to be another below nothing', () => {
    const rows =
      '302 商品和服务支出 20.00\n30201 办公费 2.00\n30226 劳务费 9.00\n30227 委托业务费 8.00\n30231 公务用车运行维护费 4.00\n30299 其他商品和服务支出 20.00\ntotal 合计 20.00';
    const publics = table('three-publics', 'total vehicle-running', 'total 合计 1.00 1.00');
    const findings = checkDisclosures([doc(table('basic', 'total', rows), publics)]).findings;
    expect(findings.map(({ rule }) => rule)).toEqual(['three-publics-basic', 'class-sums']);
    expect(findings.map(({ suggestion }) => suggestion).join()).not.toMatch(/-\d/);
  });

  it('separates two independent mistakes', () => {
    const rows =
      '201 一般公共服务支出 30.00 20.00 10.00\n20103 政府办公厅（室）及相关机构事务 30.00 20.00 10.00\n2010301 行政运行 20.00 12.00 10.00\n2010350 事业运行 10.00 8.00 2.00\n' +
      '208 社会保障和就业支出 5.00 5.00 -\n20805 行政事业单位养老支出 5.00 50.00 -\ntotal 合计 35.00 25.00 10.00';
    expect(suggestions('total basic project', rows)).toEqual([
      expect.stringContaining('2010301 行政运行 项目支出 10.00，应为 8.00'),
      expect.stringContaining('20805 行政事业单位养老支出 基本支出 50.00，应为 5.00'),
    ]);
  });
});

it('names the mistyped cell first in at least 95 % of the cases with two equations', async () => {
  expect(await run(20, () => {})).toBeGreaterThan(0.95);
});
