import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLedger } from '../../src/compile/compile.ts';
import { type DiffRow, diffDisclosures, percentOf } from '../../src/diff/diff.ts';
import { templateById } from '../../src/templates/index.ts';
import { arbitraryLedger } from '../ledger/arbitrary.ts';
import { doc, lines, procurement, table } from '../rules/make.ts';

const said = (rows: readonly DiffRow[]) =>
  rows.map(({ status, key, cells }) =>
    [
      status,
      key,
      ...Object.entries(cells).map(
        ([id, { change, percent }]) => `${id}:${change / 10_000}${percent ? `/${percent}%` : ''}`,
      ),
    ].join(' '),
  );

describe('percentOf', () => {
  it.each<[number, number, string | undefined]>([
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [-2, 3, '-66.67'],
    [1, 80_000, '0.00'],
    [-1, 80_000, '0.00'],
    [5, 100_000, '0.01'],
    [300, 100, '300.00'],
    [1, 0, undefined],
    [9_007_199_254_740_991, 9_007_199_254_740_990, '100.00'],
    [-50, -100, '-50.00'],
  ])('%i of %i is %s', (change, base, expected) => {
    expect(percentOf(change, base)).toBe(expected);
  });
});

it('a row that prints its total alone says nothing of what the total is made of', () => {
  const budget = doc(
    table(
      'basic',
      'total personnel operating',
      'total 合计 9.00 6.00 3.00\n30101 工资 6.00 6.00 -\n30201 办公 3.00 - 3.00',
    ),
  );
  const accounts = doc(
    table('basic', 'total personnel operating', 'total 合计 8.00 5.00 3.00\n30101 工资 5.00 - -\n30201 办公 3.00 - -'),
  );
  expect(said(diffDisclosures(budget, accounts))).toEqual([
    'changed total total:-100/-11.11% personnel:-100/-16.67% operating:0/0.00%',
    'changed 30101 total:-100/-16.67%',
    'same 30201 total:0/0.00%',
  ]);
});

it('rows by code: changed, added, removed and same', () => {
  const a = doc(
    table(
      'expenditure',
      'total basic',
      'total 合计 6.00 6.00\n201 一般 3.00 3.00\n210 卫生 2.00 2.00\n229 其他 1.00 1.00',
    ),
  );
  const b = doc(
    table(
      'expenditure',
      'total basic',
      'total 合计 7.00 6.00\n201 一般 4.00 3.00\n208 社保 1.00 1.00\n210 卫生 2.00 2.00\n220 资源 - -',
    ),
  );
  expect(said(diffDisclosures(a, b))).toEqual([
    'changed total total:100/16.67% basic:0/0.00%',
    'changed 201 total:100/33.33% basic:0/0.00%',
    'added 208 total:100 basic:100',
    'same 210 total:0/0.00% basic:0/0.00%',
    'removed 229 total:-100/-100.00% basic:-100/-100.00%',
  ]);
});

it('lines by meaning, whatever a template calls them', () => {
  const budget = doc(
    lines(
      'balance',
      '收 一、一般公共预算拨款收入 5.00\n收 收入总计 5.00\n支 201:一、一般公共服务支出 5.00\n支 支出总计 5.00',
    ),
  );
  const final = doc(
    lines(
      'balance',
      '收 一、一般公共预算财政拨款收入 6.00\n收 总计 6.00\n支 201:一、一般公共服务支出 6.00\n支 总计 6.00',
    ),
    { stage: 'final-accounts' },
  );
  const rows = diffDisclosures(budget, final);
  expect(said(rows)).toEqual([
    'changed 一般公共预算 amount:100/20.00%',
    'changed 收入总计 amount:100/20.00%',
    'changed 201 amount:100/20.00%',
    'changed 支出总计 amount:100/20.00%',
  ]);
  expect(rows.map(({ side }) => side)).toEqual(['revenue', 'revenue', 'expenditure', 'expenditure']);
});

it('what one table does not print is no change', () => {
  const a = doc(
    lines('balance', '收 一、财政拨款收入 5.00\n收 1.一般公共预算 5.00\n收 收入总计 5.00'),
    table('expenditure', 'total basic', '201 一般 5.00 5.00'),
  );
  const b = doc(
    lines('balance', '收 一、一般公共预算拨款收入 5.00\n收 本年收入合计 5.00\n收 收入总计 5.00'),
    table('expenditure', 'total project', '201 一般 5.00 -'),
  );
  expect(said(diffDisclosures(a, b))).toEqual([
    'same 一般公共预算 amount:0/0.00%',
    'same 收入总计 amount:0/0.00%',
    'same 201 total:0/0.00%',
  ]);
});

it('the printing unit makes no difference', () => {
  const a = doc(table('basic', 'total', '301 工资 12.35'));
  const b = doc(table('basic', 'total', '301 工资 123456.78', '元'));
  expect(diffDisclosures(a, b).map(({ status }) => status)).toEqual(['same']);
});

it('procurement and projects by name', () => {
  const target = (project: string, goal: string) => ({ title: project, project, goal, indicators: [], origin: {} });
  const a = doc(procurement('项 设备购置 5.00 1 2.00 2.00 2.00 -'), {
    performance: [target('设备购置', '一'), target('维修', '一')],
  });
  const b = doc(procurement('项 设备购置 5.00 1 3.00 3.00 3.00 -'), {
    performance: [target('设备购置', '二'), target('宣传', '一')],
  });
  const rows = diffDisclosures(a, b);
  expect(rows.map(({ form, status, key }) => `${form} ${status} ${key}`)).toEqual([
    'procurement changed 设备购置 台式计算机',
    'performance changed 设备购置',
    'performance removed 维修',
    'performance added 宣传',
  ]);
});

it('of a disclosure with itself all is the same; of two, what comes in is what goes out the other way', () => {
  const template = templateById('hebei-2023')!;
  fc.assert(
    fc.property(arbitraryLedger(2023), arbitraryLedger(2023), (first, second) => {
      const [a, b] = [first, second].map((ledger) => compileLedger(ledger, template).disclosure);
      expect(diffDisclosures(a!, a!).every(({ status }) => status === 'same')).toBe(true);
      const changes = (rows: readonly DiffRow[]) =>
        new Map(
          rows.flatMap(({ form, side, key, cells }) =>
            Object.entries(cells).map(([id, { change }]) => [`${form}/${side}/${key}/${id}`, change]),
          ),
        );
      const [there, back] = [changes(diffDisclosures(a!, b!)), changes(diffDisclosures(b!, a!))];
      for (const [id, change] of there) expect((back.get(id) ?? 0) + change).toBe(0);
    }),
    { numRuns: 20 },
  );
});
