import { describe, expect, it } from 'vitest';
import { run } from '../../../../bench/repair.ts';
import { checkDisclosures } from '../../src/check.ts';
import { doc, lines, table } from '../rules/make.ts';

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

describe('a stretch of figures some rows off', () => {
  const CLASSES = [
    ['201:一、一般公共服务支出', '30.00'],
    ['202:二、外交支出', '-'],
    ['204:三、公共安全支出', '4.00'],
    ['205:四、教育支出', '-'],
    ['206:五、科学技术支出', '6.00'],
    ['208:六、社会保障和就业支出', '5.00'],
    ['210:七、卫生健康支出', '3.00'],
    ['213:八、农林水支出', '-'],
    ['221:九、住房保障支出', '8.00'],
    ['222:十、粮油物资储备支出', '-'],
    ['229:十一、其他支出', '-'],
  ] as const;
  const figures: readonly string[] = CLASSES.map(([, amount]) => amount);
  const balance = (amounts: readonly string[]) =>
    lines(
      'balance',
      `收 收入总计 56.00\n${CLASSES.map(([label], i) => `支 ${label} ${amounts[i]}`).join('\n')}\n支 支出总计 56.00`,
    );
  const expenditure = table(
    'expenditure',
    'total',
    '201 一般公共服务支出 30.00\n204 公共安全支出 4.00\n206 科学技术支出 6.00\n208 社会保障和就业支出 5.00\n210 卫生健康支出 3.00\n221 住房保障支出 8.00\ntotal 合计 56.00',
  );
  const found = (amounts: readonly string[]) => checkDisclosures([doc(balance(amounts), expenditure)]).findings;
  const slipped = [...figures.slice(0, 4), '-', '-', ...figures.slice(4, 9)];

  it('is one mistake', () => {
    const [finding, ...others] = found(slipped);
    expect(others).toEqual([]);
    expect(finding!.message).toContain(
      '收支总表支出 210 卫生健康支出到 229 其他支出，数都错下了 2 行，应从 206 科学技术支出 填起：',
    );
    const said = finding!.evidence.filter(({ expected }) => expected !== undefined);
    expect(said.map(({ row, expected }) => [row, expected])).toContainEqual(['住房保障支出', 8_000_000]);
    expect(finding!.consequences!.length).toBeGreaterThan(1);
  });

  it('is nothing where all stand right, and no slip where one figure is wrong', () => {
    expect(found(figures)).toEqual([]);
    const [finding, ...others] = found(figures.with(4, '9.00'));
    expect(others).toEqual([]);
    expect(finding!.message).not.toContain('错下了');
  });
});

it('a wrong cell that another table repeats is told once, with both', () => {
  const rows = (item: string) =>
    `201 一般公共服务支出 30.00 20.00 10.00\n20103 政府办公厅（室）及相关机构事务 30.00 20.00 10.00\n2010301 行政运行 ${item} 20.00 -\n2010302 一般行政管理事务 10.00 - 10.00\ntotal 合计 30.00 20.00 10.00`;
  const both = (first: string, second: string) =>
    checkDisclosures([
      doc(
        table('expenditure', 'total basic project', rows(first)),
        table('general-public', 'total basic project', rows(second)),
      ),
    ]).findings;
  expect(both('2.00', '2.00')).toMatchObject([{ message: expect.stringMatching(/；一般公共预算支出表的同一格也是$/) }]);
  expect(both('2.00', '20.00')).toMatchObject([{ message: expect.not.stringContaining('同一格') }]);
  expect(both('2.00', '23.00')).toHaveLength(2);
});

it('names the mistyped cell first in at least 95 % of the cases with two equations', async () => {
  expect(await run(20, () => {})).toBeGreaterThan(0.95);
});
