/** Authority lines from a budget, what an adjusted one changes, and payments of an export put to them. */
import { describe, expect, it } from 'vitest';
import { exampleLedger } from '../../src/ledger/example.ts';
import { authorityChanges, authorityOf } from '../../src/performance/authority.ts';
import { executionFaults } from '../../src/performance/execution-faults.ts';
import { monthlyReport } from '../../src/performance/execution-report.ts';
import { executionOf } from '../../src/performance/execution-sheets.ts';
import { importPayments, newPayments, withPaymentMapping } from '../../src/performance/payment-import.ts';

const APPROVAL = { unit: '数据局本级', code: '302001', document: '财预〔2026〕1号' };
const ledger = exampleLedger(2026);
const lines = authorityOf(ledger, APPROVAL);

describe('authority', () => {
  it('is all expenditure of the ledger, to the fen, each authority once', () => {
    const spent = [...ledger.basic, ...ledger.projects.flatMap((project) => project.lines)];
    const sum = (all: readonly { readonly fen: number }[]) => all.reduce((total, { fen }) => total + fen, 0);
    expect(lines.reduce((all, { amount }) => all + amount, 0)).toBe(sum(spent));
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(lines[0]).toMatchObject({ id: '302001-0001', project: '人员经费', document: '财预〔2026〕1号' });
    expect(lines.map(({ project }) => project)).toEqual(
      expect.arrayContaining(ledger.projects.map(({ name }) => name)),
    );
  });

  it('what an adjusted budget changes is deltas of what stands, and new lines from nothing', () => {
    const standing = lines.map((line) => ({ ...line, adjusted: line.amount }));
    expect(authorityChanges(standing, ledger, APPROVAL)).toEqual({ lines: [], deltas: [] });
    const [first, ...rest] = ledger.basic;
    const added = { ...ledger.projects[0]!, name: '新增项目' };
    const changed = {
      basic: [{ ...first!, fen: first!.fen - 100 }, ...rest],
      projects: [...ledger.projects, added],
    };
    const { lines: made, deltas } = authorityChanges(standing, changed, APPROVAL);
    expect(made.map(({ project, amount }) => [project, amount])).toEqual(added.lines.map(() => ['新增项目', 0]));
    const moved = added.lines.reduce((all, { fen }) => all + fen, 0) - 100;
    expect(deltas.reduce((all, { delta }) => all + delta, 0)).toBe(moved);
  });
});

describe('two projects of one name', () => {
  const NAME = '设备购置';
  const [A, B] = ['11011026A000000000001', '11011026A000000000002'];
  const lineOf = (fen: number) => [{ ...ledger.projects[0]!.lines[0]!, fen }];
  const project = (code: string | undefined, fen: number) => ({
    ...ledger.projects[0]!,
    name: NAME,
    code,
    lines: lineOf(fen),
  });
  const budget = (...projects: readonly ReturnType<typeof project>[]) =>
    ({ basic: [], projects }) as unknown as Pick<typeof ledger, 'basic' | 'projects'>;
  const twins = authorityOf(budget(project(A, 100), project(B, 200)), APPROVAL);
  const at = (all: readonly { readonly project: string }[]) => all.map((line) => line.project);

  it('stand apart under their codes, in the lines and in the report; alone each goes by its name', () => {
    expect(twins.map(({ project: label, code, amount }) => [label, code, amount])).toEqual([
      [`${A} ${NAME}`, A, 100],
      [`${B} ${NAME}`, B, 200],
    ]);
    const paid = { ...NOTHING, lines: twins, payments: [{ line: twins[1]!.id, month: 1, amount: 50 }] };
    expect(monthlyReport(paid, 1).map(({ code, adjusted, cumulative }) => [code, adjusted, cumulative])).toEqual([
      [A, 100, 0],
      [B, 200, 50],
    ]);
    expect(at(authorityOf(budget(project(A, 100)), APPROVAL))).toEqual([NAME]);
    expect(at(authorityOf(budget(project(undefined, 100)), APPROVAL))).toEqual([NAME]);
  });

  it('one that comes in an adjustment does not take the name of the one that is there, nor does one that stays', () => {
    const standing = (of: typeof twins) => of.map((line) => ({ ...line, adjusted: line.amount }));
    const alone = standing(authorityOf(budget(project(A, 100)), APPROVAL));
    const joined = authorityChanges(alone, budget(project(B, 200), project(A, 100)), APPROVAL);
    expect(at(joined.lines)).toEqual([`${B} ${NAME}`]);
    expect(joined.deltas).toEqual([{ line: joined.lines[0]!.id, delta: 200 }]);
    expect(authorityChanges(standing(twins), budget(project(B, 200)), APPROVAL)).toEqual({
      lines: [],
      deltas: [{ line: twins[0]!.id, delta: -100 }],
    });
  });

  it('payments go to the one that a row tells by code; a bare name is asked for it', () => {
    const head = ['支付日期', '项目编码', '项目名称', '支付金额（元）'];
    const take = (...cells: readonly string[]) =>
      importPayments([{ name: '明细', rows: [head, ['2026-03-02', ...cells, '1.00']] }], twins, 2026);
    expect(take(B, NAME).payments).toMatchObject([{ line: twins[1]!.id }]);
    expect(take('', `${A}-${NAME}`).payments).toMatchObject([{ line: twins[0]!.id }]);
    expect(take('', NAME).faults[0]!.message).toContain('请写指标编号或项目编码');
    expect(take('没有的编码', '').payments).toEqual([]);
    // Where no line knows the code, the name tells.
    const named = importPayments([{ name: '明细', rows: [head, ['2026-03-02', A, '宣传', '1.00']] }], LINES, 2026);
    expect(named.payments).toMatchObject([{ line: 'A3' }]);
  });

  it('what was taken from an export before is not taken again, one by one', () => {
    const [head, one] = [
      ['支付日期', '指标编号', '支付金额（元）'],
      ['2026-03-02', twins[0]!.id, '1.00'],
    ];
    const read = importPayments([{ name: '明细', rows: [head!, one!, one!] }], twins, 2026);
    const [first] = read.payments;
    expect(newPayments(read, []).payments).toHaveLength(2);
    const { payments, faults, fen } = newPayments(read, [first!, { ...first!, amount: 5 }]);
    expect([payments.length, fen, faults.map(({ origin }) => origin.address)]).toEqual([1, 100, ['C2']]);
    expect(newPayments(read, [first!, first!]).payments).toEqual([]);
  });

  it('a workbook of execution tells them by a column of codes', () => {
    const sheet = (name: string, ...rows: readonly (readonly string[])[]) => ({ name, rows });
    const { execution, projects, faults } = executionOf([
      sheet(
        '指标',
        ['指标编号', '预算单位', '项目名称', '项目编码', '功能科目', '金额'],
        ['1', '甲', NAME, A, '2010301', '1.00'],
        ['2', '甲', NAME, B, '2010301', '2.00'],
        ['3', '甲', '宣传', '', '2010301', '3.00'],
      ),
      sheet(
        '项目情况',
        ['预算单位', '项目名称', '项目编码', '原因'],
        ['甲', NAME, B, '招标'],
        ['甲', '宣传', '', '没有'],
        ['甲', NAME, '', '哪个'],
      ),
    ]);
    expect(monthlyReport(execution, 1, projects).map(({ project: label, cause }) => [label, cause])).toEqual([
      [`${A} ${NAME}`, undefined],
      [`${B} ${NAME}`, '招标'],
      ['宣传', '没有'],
    ]);
    expect(faults.map(({ message }) => message)).toEqual([`甲有几个项目叫“${NAME}”，请写项目编码，这一行没有读。`]);
  });
});

const NOTHING = { adjustments: [], plans: [], payments: [], commitments: [], acceptances: [] };
const LINES = [
  {
    id: 'A1',
    unit: '数据局本级',
    project: '网站运维',
    functional: '2010301',
    economic: '30213',
    fund: 'general-public',
    document: '',
    amount: 100,
  },
  {
    id: 'A2',
    unit: '数据局本级',
    project: '网站运维',
    functional: '2010302',
    fund: 'general-public',
    document: '',
    amount: 100,
  },
  {
    id: 'A3',
    unit: '数据局本级',
    project: '宣传',
    functional: '2010302',
    fund: 'government-fund',
    document: '',
    amount: 100,
  },
] as const;
const HEAD = [
  '序号',
  '支付日期',
  '预算单位',
  '项目名称',
  '功能科目',
  '经济科目',
  '资金性质',
  '支付金额（元）',
  '收款人',
];
const row = (date: string, project: string, item: string, economic: string, fund: string, amount: string) => [
  '1',
  date,
  '302001数据局本级',
  project,
  item,
  economic,
  fund,
  amount,
  '某公司',
];

describe('payments of an export', () => {
  it('go to the only line that has all that the row says', () => {
    const { payments, faults, sums, fen } = importPayments(
      [
        {
          name: '明细',
          rows: [
            ['授权支付明细表'],
            HEAD,
            row('2026-03-02', '网站运维', '2010301-行政运行', '30213', '一般公共预算', '1,200.50'),
            row('2026/4/1', '宣传', '2010302', '', '政府性基金', '-3.00'),
            ['合计', '', '', '', '', '', '', '1,197.50', ''],
          ],
        },
      ],
      LINES,
      2026,
    );
    expect(faults).toEqual([]);
    expect([sums, fen]).toEqual([1, 119_750]);
    expect(payments).toMatchObject([
      { line: 'A1', month: 3, date: '2026-03-02', amount: 120_050, origin: { sheet: '明细', address: 'H3' } },
      { line: 'A3', month: 4, amount: -300 },
    ]);
  });

  it.each([
    ['several lines', row('2026-03-02', '网站运维', '', '', '', '1.00'), '对应 2 条指标，请写指标编号'],
    ['no line', row('2026-03-02', '会议', '', '', '', '1.00'), '没有对应的指标（会议）'],
    ['another year', row('2025-03-02', '宣传', '', '', '', '1.00'), '“2025-03-02”不是 2026 年的'],
    ['no amount', row('2026-03-02', '宣传', '', '', '', '若干'), '“若干”不是金额'],
    ['nothing to go by', row('2026-03-02', '', '', '', '', '1.00'), '没有指标编号，也没有项目和科目'],
  ])('%s: told with its place and left out', (_, cells, message) => {
    const { payments, faults } = importPayments([{ name: '明细', rows: [HEAD, cells] }], LINES, 2026);
    expect(payments).toEqual([]);
    expect(faults.map((fault) => fault.message).join()).toContain(message);
  });

  it('a mapping says what a bureau calls things', () => {
    const sheet = {
      name: '明细',
      rows: [
        ['额度号', '付款月', '付款额'],
        ['A2', '5月', '2'],
      ],
    };
    expect(importPayments([sheet], LINES, 2026).payments).toEqual([]);
    const mapping = withPaymentMapping({ headings: { line: ['额度号'], date: ['付款月'], amount: ['付款额'] } });
    expect(importPayments([sheet], LINES, 2026, mapping).payments).toMatchObject([
      { line: 'A2', month: 5, amount: 200 },
    ]);
  });
});

it('what a provisional rule finds says so', () => {
  const execution = {
    lines: [{ ...LINES[0], isLumpSum: true }],
    adjustments: [],
    plans: [],
    payments: [],
    commitments: [],
    acceptances: [],
  };
  const [fault] = executionFaults(execution, 6, { refinedBy: 6, provisional: '取自一个部门' });
  expect(fault).toMatchObject({ code: 'lump-sum', provisional: true });
  expect(fault!.message).toContain('暂定口径：取自一个部门');
  expect(executionFaults(execution, 6, { refinedBy: 6 })[0]!.provisional).toBeUndefined();
});
