import { describe, expect, it } from 'vitest';
import { generate } from '../../../../bench/generate.ts';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure, Statement, StatementFormId } from '../../src/disclosure.ts';
import { ASSETS, PERFORMANCE, PROCUREMENT } from '../../src/kinds/index.ts';
import { columnIds } from '../../src/model/columns.ts';
import { rowsOf } from '../../src/model/tables.ts';
import { assets, doc, lines, procurement, table, unit } from '../rules/make.ts';

const DEPARTMENT = { code: '302', name: '某局', level: 'department' } as const;
const into = { agency: DEPARTMENT };

const statement = ({ statements }: Disclosure, form: StatementFormId) =>
  statements.find((each) => each.form === form) as Statement;
const figures = (each: Statement) =>
  each.rows.map((row) => [row.key, ...each.columns.map(({ id }) => row.cells[id]?.text ?? '-')].join(' '));

describe('rows', () => {
  const a = doc(
    unit('302001', '甲'),
    table('expenditure', 'total basic', 'total 合计 5.00 5.00\n201 一般 3.00 3.00\n210 卫生 2.00 2.00'),
  );
  const b = doc(
    unit('302002', '乙'),
    table(
      'expenditure',
      'total project',
      'total 合计 4.50 4.50\n201 一般 1.50 -\n20103 办公 1.50 -\n221 住房 3.00 3.00',
    ),
  );
  it('stand by code, columns by the units’ order, blanks stay blank', () => {
    const sum = statement(aggregate([a, b], into).disclosure, 'expenditure');
    expect(columnIds(sum)).toEqual(['total', 'project', 'basic']);
    expect(figures(sum)).toEqual([
      'total 9.50 4.50 5.00',
      '201 4.50 - 3.00',
      '20103 1.50 - -',
      '210 2.00 - 2.00',
      '221 3.00 3.00 -',
    ]);
  });

  it('of balances go between the classes and are numbered anew', () => {
    const one = doc(
      unit('302001', '甲'),
      lines(
        'balance',
        '收 收入总计 1.00\n支 201:一、一般公共服务支出 1.00\n支 221:二、住房保障支出 -\n支 支出总计 1.00',
      ),
    );
    const two = doc(
      unit('302002', '乙'),
      lines('balance', '收 收入总计 2.00\n支 208:一、社会保障和就业支出 2.00\n支 支出总计 2.00'),
    );
    expect(statement(aggregate([one, two], into).disclosure, 'balance').rows.map(({ label }) => label)).toEqual([
      '收入总计',
      '一、一般公共服务支出',
      '二、社会保障和就业支出',
      '三、住房保障支出',
      '支出总计',
    ]);
  });

  it('with an unreadable figure have no sum there', () => {
    const torn = doc(unit('302003', '丙'), {
      ...table('expenditure', 'total', '201 一般 -'),
      rows: [{ key: '201', label: '一般', cells: {}, unread: ['total'], origin: {} }],
    });
    const sum = statement(aggregate([a, torn], into).disclosure, 'expenditure');
    expect(sum.rows.find(({ key }) => key === '201')).toMatchObject({
      unread: ['total'],
      cells: { basic: { fen: 3_000_000 } },
    });
    expect(sum.rows.find(({ key }) => key === '201')!.cells.total).toBeUndefined();
  });

  it('in 元 and in 万元 are added exactly', () => {
    const yuan = doc(unit('302003', '丙'), table('expenditure', 'total', '201 一般 12345.67', '元'));
    expect(figures(statement(aggregate([a, yuan], into).disclosure, 'expenditure'))).toContain('201 42345.67 30000.00');
  });
});

it('what cannot be added up is told', () => {
  const whole = doc(unit('302001', '甲'), table('expenditure', 'total', 'total 合计 1.00'));
  const part = doc(unit('302002', '乙'), table('revenue', 'total', 'total 合计 1.00'));
  const old = { ...doc(unit('302003', '丙')), year: 2022 };
  expect(aggregate([whole, part, old], into).problems.map(({ message }) => message)).toEqual([
    '丙的文本是2022 年预算，与其他单位的2023 年预算不同，没有汇总；请换成同年同阶段的文本。',
    '甲没有收入总表，部门的这张表未含该单位；请补齐后再汇总。',
    '乙没有支出总表，部门的这张表未含该单位；请补齐后再汇总。',
  ]);
});

it('the department’s own tables and texts take the place of the sums', () => {
  const own = table('three-publics', 'total', 'total 合计 9.00');
  const sections = [{ title: '部门职责', text: '职责', paragraphs: [], origin: {} }];
  const units = [
    doc(unit('302001', '甲'), table('three-publics', 'total', 'total 合计 1.00'), assets('资产总额 2.00')),
  ];
  const { disclosure } = aggregate(units, { ...into, own: { statements: [own], explanation: sections } });
  expect(disclosure.statements).toEqual([own]);
  expect(disclosure.explanation).toBe(sections);
  expect(rowsOf(disclosure, ASSETS).map(({ value }) => value?.text)).toEqual(['2.00']);
});

it('targets are numbered anew and name their unit', () => {
  const target = { title: '1、平台运维绩效目标表', project: '平台运维', goal: '稳定运行', indicators: [], origin: {} };
  const [a, b] = [unit('302001', '甲'), unit('302002', '乙')].map((own) => doc(own, { performance: [target] }));
  expect(rowsOf(aggregate([a!, b!], into).disclosure, PERFORMANCE).map((each) => [each.title, each.unit])).toEqual([
    ['1、平台运维绩效目标表', '甲'],
    ['2、平台运维绩效目标表', '乙'],
  ]);
});

it('procurement is gathered under each unit’s name', () => {
  const item = '项 设备购置 5.00 1 2.00 2.00 2.00 1.00';
  const units = [
    doc(unit('302001', '甲'), procurement(`合计 合计 - - - 2.00 2.00 1.00\n${item}`)),
    doc(unit('302002', '乙')),
    doc(unit('302003', '丙'), procurement(item)),
  ];
  const { disclosure } = aggregate(units, into);
  expect(rowsOf(disclosure, PROCUREMENT).map(({ kind, label, cells }) => [kind, label, cells.total?.text])).toEqual([
    ['total', '合计', '4.00'],
    ['subtotal', '甲小计', '2.00'],
    ['item', '设备购置', '2.00'],
    ['subtotal', '丙小计', '2.00'],
    ['item', '设备购置', '2.00'],
  ]);
});

describe('payments between the department and its units', () => {
  const head = (paid: string) =>
    doc(
      unit('302001', '本级'),
      lines(
        'balance',
        `收 一、一般公共预算拨款收入 ${paid}\n收 二、上级补助收入 -\n收 本年收入合计 ${paid}\n收 收入总计 ${paid}\n支 201:一、一般公共服务支出 ${paid}\n支 本年支出合计 ${paid}\n支 支出总计 ${paid}`,
      ),
      table(
        'revenue',
        'total subtotal appropriation superior-subsidy',
        `total 合计 ${paid} ${paid} ${paid} -\n201 一般 ${paid} ${paid} ${paid} -`,
      ),
      table('expenditure', 'total basic affiliate-subsidy', `total 合计 ${paid} - ${paid}\n201 一般 ${paid} - ${paid}`),
    );
  const affiliate = doc(
    unit('302002', '所属'),
    lines(
      'balance',
      '收 一、一般公共预算拨款收入 -\n收 二、上级补助收入 30.00\n收 本年收入合计 30.00\n收 收入总计 30.00\n支 201:一、一般公共服务支出 30.00\n支 本年支出合计 30.00\n支 支出总计 30.00',
    ),
    table(
      'revenue',
      'total subtotal appropriation superior-subsidy',
      'total 合计 30.00 30.00 - 30.00\n201 一般 30.00 30.00 - 30.00',
    ),
    table('expenditure', 'total basic affiliate-subsidy', 'total 合计 30.00 30.00 -\n201 一般 30.00 30.00 -'),
  );

  it('are taken out of both sides', () => {
    const { disclosure, transfers, problems } = aggregate([head('30.00'), affiliate], into);
    expect(problems).toEqual([]);
    expect(transfers).toEqual([
      {
        revenue: '上级补助收入',
        expenditure: '对附属单位补助支出',
        received: 30_000_000,
        paid: 30_000_000,
        eliminated: 30_000_000,
      },
    ]);
    expect(figures(statement(disclosure, 'revenue'))).toEqual(['total 30.00 30.00 30.00 -', '201 30.00 30.00 30.00 -']);
    expect(figures(statement(disclosure, 'expenditure'))).toEqual(['total 30.00 30.00 -', '201 30.00 30.00 -']);
    expect(figures(statement(disclosure, 'balance')).filter((text) => !text.endsWith('-'))).toEqual([
      '一般公共预算拨款收入 30.00',
      '本年收入合计 30.00',
      '收入总计 30.00',
      '一般公共服务支出 30.00',
      '本年支出合计 30.00',
      '支出总计 30.00',
    ]);
    expect(checkDisclosures([disclosure]).findings).toEqual([]);
  });

  it('that differ are taken out as far as they agree, and told', () => {
    const { disclosure, transfers, problems } = aggregate([head('20.00'), affiliate], into);
    expect(transfers[0]).toMatchObject({ received: 30_000_000, paid: 20_000_000, eliminated: 20_000_000 });
    expect(problems[0]!.message).toContain('相差 10.00 万元');
    expect(figures(statement(disclosure, 'revenue'))[0]).toBe('total 30.00 30.00 20.00 10.00');
    expect(checkDisclosures([disclosure]).findings).toEqual([]);
  });
});

/** Units that print 万元 round each for itself: their sums may be off within the department's tables, never against the units. */
it.each([
  ['hebei', 'department-units'],
  ['shanghai', ''],
] as const)('sums of clean units in %s shape are what the rules expect', (shape, rule) => {
  const units = Array.from({ length: 12 }, (_, i) => ({
    ...generate({ seed: i + 1, shape }),
    agency: { code: `3020${10 + i}`, name: `单位${i}`, level: 'unit' } as const,
  }));
  const { disclosure } = aggregate(units, into);
  const found = checkDisclosures([disclosure, ...units]).findings.filter(
    (finding) => finding.agency === '某局' && finding.rule.includes(rule) && finding.rule !== 'text-empty-note',
  );
  expect(found.map(({ message }) => message)).toEqual([]);
});
