import { expect, it } from 'vitest';
import { importSheets, refreshed } from '../../src/import/import.ts';
import { learned, withOpenWords } from '../../src/import/learn.ts';
import { USUAL_MAPPING, withMapping } from '../../src/import/mapping.ts';
import { exampleLedger } from '../../src/ledger/example.ts';

const HEAD = [
  '预算单位',
  '项目类别',
  '项目编码',
  '项目名称',
  '支出功能分类',
  '政府预算支出经济分类',
  '部门预算支出经济分类',
  '是否政府采购',
  '资金性质',
  '预算金额（元）',
];
const lines = (...rows: string[][]) => [{ name: '预算明细', rows: [['一体化系统导出'], HEAD, ...rows] }];
const PAY = [
  '302001-某局',
  '人员类',
  '',
  '工资',
  '2010301-行政运行',
  '50101-工资奖金津补贴',
  '30101-基本工资',
  '否',
  '一般公共预算资金',
  '964000.00',
];
const RUN = [
  '302001-某局',
  '公用经费',
  '',
  '',
  '2010301-行政运行',
  '50201-办公经费',
  '30201-办公费',
  '否',
  '一般公共预算资金',
  '96000',
];
const PROJECT = [
  '302001-某局',
  '特定目标类',
  'P1',
  '平台运维',
  '2010302-一般行政管理事务',
  '50299',
  '30213-维修（护）费',
  '是',
  '政府性基金',
  '1,200,000',
];

it('reads the usual columns, codes with names, and leaves sums out', () => {
  const sum = ['合计', '', '', '', '', '', '', '', '', '2260000'];
  const found = importSheets(lines(PAY, RUN, PROJECT, sum), USUAL_MAPPING);
  expect(found).toMatchObject({ rows: 3, sums: 1, fen: 226_000_000, notes: [] });
  expect(found.basic).toEqual([
    { item: '2010301', economic: '30101', nature: 'personnel', fund: 'general-public', fen: 96_400_000 },
    { item: '2010301', economic: '30201', nature: 'operating', fund: 'general-public', fen: 9_600_000 },
  ]);
  expect(found.projects).toMatchObject([
    { code: 'P1', name: '平台运维', category: 'specific', lines: [{ fund: 'government-fund', fen: 120_000_000 }] },
  ]);
});

it('a column for each fund gives a row for each; 万元 in the head is the unit', () => {
  const head = ['项目类别', '项目名称', '支出功能分类', '经济分类', '一般公共预算', '事业收入'];
  const rows = [['单位：万元'], head, ['特定目标类', '平台运维', '2010302', '30213', '12.5', '3']];
  const { projects } = importSheets([{ name: '明细', rows }], USUAL_MAPPING);
  expect(projects[0]!.lines.map(({ fund, fen }) => [fund, fen])).toEqual([
    ['general-public', 12_500_000],
    ['institutional', 3_000_000],
  ]);
});

it('what is not understood is told once, with its cell', () => {
  const odd = PAY.with(1, '机动类').with(8, '捐赠');
  const found = importSheets(lines(odd, odd, PAY.with(4, '201')), USUAL_MAPPING);
  expect(found.notes.map(({ message, origin }) => `${origin.address} ${message}`)).toEqual([
    'I3 资金性质“捐赠”没有对应，按一般公共预算导入，请核对。',
    'B3 项目类别“机动类”没有对应，按项目支出导入，请核对。',
    'E5 功能分类不是七位的项级科目，这样的行没有导入。',
  ]);
  const learned = withMapping({
    categories: [{ says: '机动类', kind: 'operating' }],
    funds: [{ says: '捐赠', fund: 'other' }],
  });
  expect(importSheets(lines(odd), learned)).toMatchObject({
    notes: [],
    basic: [{ nature: 'operating', fund: 'other' }],
  });
});

it('words nobody knows are kept to be confirmed, and known once they are', () => {
  const odd = PAY.with(1, '机动类').with(8, '捐赠');
  const sheets = [
    {
      name: '明细',
      rows: [
        [...HEAD, '摘要'],
        [...odd, 'x'],
      ],
    },
  ];
  const first = importSheets(sheets, USUAL_MAPPING);
  const file = withOpenWords({}, first.open)!;
  expect(file.待确认).toMatchObject({ 表头: { 摘要: '' }, 项目类别: { 机动类: '' }, 资金性质: { 捐赠: '' } });
  expect(withOpenWords(file, first.open)).toBeUndefined();
  const answers = { 表头: { 摘要: '不导入' }, 项目类别: { 机动类: '公用经费' }, 资金性质: { 捐赠: '其他收入' } };
  const { mapping, unclear } = learned({ 待确认: answers });
  expect(unclear).toEqual([]);
  expect(importSheets(sheets, withMapping(mapping))).toMatchObject({
    notes: [],
    basic: [{ nature: 'operating', fund: 'other' }],
  });
  expect(learned({ 待确认: { 资金性质: { 捐赠: '善款' } } }).unclear.map(({ text }) => text)).toEqual(['捐赠：善款']);
});

it('purchases are held against the total of their own sheet', () => {
  const head = ['项目名称', '采购品目', '采购内容', '计量单位', '单价', '数量', '金额', '资金性质'];
  const row = ['平台运维', 'C16070000', '运维', '项', '600', '1', '600', '一般公共预算'];
  const sheet = (total: string) => [{ name: '采购', rows: [head, row, row, ['合计', '', '', '', '', '', total]] }];
  const found = importSheets(sheet('1200'), USUAL_MAPPING);
  expect(found).toMatchObject({ rows: 2, fen: 0, purchased: 120_000, notes: [] });
  expect(found.procurement).toHaveLength(2);
  expect(importSheets(sheet('600'), USUAL_MAPPING).notes.map(({ message }) => message)).toEqual([
    '工作表“采购”的合计行是 600.00 元，导入的共 1200.00 元，请核对。',
  ]);
});

it('what a word is not known to mean is assumed, and waits to be confirmed', () => {
  const { basic, projects } = importSheets(lines(PAY, RUN.with(8, '捐赠'), PROJECT.with(1, '机动类')), USUAL_MAPPING);
  const marks = [...basic, ...projects[0]!.lines].map(({ unconfirmed }) => unconfirmed?.how);
  expect(marks).toEqual([undefined, 'assumed', 'assumed']);
});

it('a heading that is confirmed with its unit is known with and without it', () => {
  const { mapping } = learned({ 待确认: { 表头: { '预算安排数（元）': '预算金额' } } });
  for (const heading of ['预算安排数（元）', '预算安排数']) {
    const sheets = [{ name: '明细', rows: [HEAD.with(9, heading), PAY] }];
    expect(importSheets(sheets, withMapping(mapping))).toMatchObject({ notes: [], fen: 96_400_000 });
  }
});

it('a total that is not the sum of what was taken is told', () => {
  const { notes } = importSheets(lines(PAY, ['总计', '', '', '', '', '', '', '', '', '1']), USUAL_MAPPING);
  expect(notes.map(({ message }) => message)).toEqual([
    '工作表“预算明细”的合计行是 1.00 元，导入的共 964000.00 元，请核对。',
  ]);
});

it('purchases', () => {
  const rows = [
    ['项目名称', '采购品目', '计量单位', '单价', '数量', '金额', '资金性质'],
    ['平台运维', 'A02010105-台式计算机', '台', '6000', '2', '12000', '一般公共预算'],
    ['平台运维', 'A02010105-台式计算机', '台', '6000', '2', '12000', '一般公共预算'],
  ];
  expect(importSheets([{ name: '采购', rows }], USUAL_MAPPING).procurement).toHaveLength(2);
});

it('资金来源 beside 资金性质 says whether the money is carried over, and is asked of nobody', () => {
  const [{ name, rows }] = lines(PAY.toSpliced(9, 0, '年初安排'), RUN.toSpliced(9, 0, '上年结转')) as [
    { name: string; rows: string[][] },
  ];
  const found = importSheets([{ name, rows: rows.with(1, HEAD.toSpliced(9, 0, '资金来源')) }], USUAL_MAPPING);
  expect([found.notes, found.open.表头]).toEqual([[], {}]);
  expect(found.basic.map(({ carried }) => carried)).toEqual([undefined, true]);
});

it('a purchase of operating funds is of no project, whatever stands where its project would', () => {
  const head = ['项目名称', '采购品目', '单价', '数量', '金额', '资金性质'];
  const row = ['公用经费', 'A05040101-复印纸', '200', '150', '30000', '一般公共预算'];
  const rows = [head, row, row.with(0, '公用经费补助项目')];
  const { procurement } = importSheets([{ name: '政府采购', rows }], USUAL_MAPPING);
  expect(procurement.map(({ project }) => project)).toEqual([undefined, '公用经费补助项目']);
});

it('a refresh keeps words, targets and reasons', () => {
  const ledger = exampleLedger(2026);
  const rows = PROJECT.with(2, ledger.projects[0]!.code!).with(3, '改名后的平台');
  const next = refreshed(ledger, importSheets(lines(PAY, rows), USUAL_MAPPING));
  expect(next.texts).toEqual(ledger.texts);
  expect(next.projects).toMatchObject([
    { name: '改名后的平台', goal: ledger.projects[0]!.goal, indicators: ledger.projects[0]!.indicators },
  ]);
  expect(next.revenue).toEqual([
    { fund: 'general-public', fen: 96_400_000 },
    { fund: 'government-fund', fen: 120_000_000 },
  ]);
});

it('5,000 lines in time', () => {
  const start = process.cpuUsage();
  expect(importSheets(lines(...Array.from({ length: 5000 }, () => PAY)), USUAL_MAPPING).rows).toBe(5000);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
});

it('knows a column whose heading nobody knows by its cells, and says so', () => {
  const head = ['序号', '支出项目类别', '项目名称', '功能科目', '部门经济科目', '资金性质', '备注', '预算数'];
  const row = (n: number, ...rest: readonly string[]) => [String(n), ...rest];
  const found = importSheets(
    [
      {
        name: '明细',
        rows: [
          head,
          ['', '人员类项目小计', '', '', '', '', '', '300'],
          row(1, '人员类项目', '在职人员经费', '2010350 事业运行', '30101 基本工资', '一般公共预算', '', '100'),
          row(2, '人员类项目', '在职人员经费', '2010350 事业运行', '30107 绩效工资', '一般公共预算', '', '200'),
          row(3, '公用经费项目', '日常公用经费', '2010350 事业运行', '30201 办公费', '一般公共预算', '', '50'),
          row(4, '公用经费项目', '日常公用经费', '2010350 事业运行', '30211 差旅费', '一般公共预算', '', '30'),
          row(5, '部门项目', '站点维护项目', '2010399 其他', '30213 维修（护）费', '一般公共预算', '新', '70'),
          row(6, '部门项目', '站点维护项目', '2010399 其他', '30227 委托业务费', '一般公共预算', '', '10'),
          ['合计', '', '', '', '', '', '', '460'],
        ],
      },
    ],
    USUAL_MAPPING,
  );
  expect(found.basic.map(({ nature, economic, fen }) => [nature, economic, fen])).toEqual([
    ['personnel', '30101', 10_000],
    ['personnel', '30107', 20_000],
    ['operating', '30201', 5_000],
    ['operating', '30211', 3_000],
  ]);
  expect(found.projects.map(({ name }) => name)).toEqual(['站点维护项目']);
  // What says nothing is asked for; the numbers of rows are nothing to ask.
  expect(Object.keys(found.open.表头!)).toEqual(['备注']);
  expect(found.notes.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      '列“支出项目类别”看其中的内容，当作“项目类别”，请核对。',
      '列“部门经济科目”看其中的内容，当作“部门预算支出经济分类”，请核对。',
    ]),
  );
});

it('takes no column by cells that tell different things', () => {
  const head = ['项目名称', '功能科目', '资金性质', '编号', '说法', '预算数'];
  const rows = [
    ['甲项目', '2010350', '一般公共预算', '30101', '人员类', '1'],
    ['乙项目', '2010350', '一般公共预算', '30101', '维护', '2'],
    ['丙项目', '2010350', '一般公共预算', '99999', '公用经费', '3'],
  ];
  const found = importSheets([{ name: '明细', rows: [head, ...rows] }], USUAL_MAPPING);
  expect(Object.keys(found.open.表头!)).toEqual(['编号', '说法']);
  expect(found.projects.flatMap(({ lines: own }) => own.map(({ economic }) => economic))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

const CODED = [
  '支出类型',
  '项目名称',
  '功能科目编码',
  '功能科目名称',
  '部门科目编码',
  '部门科目名称',
  '经费来源',
  '申请数',
];
const coded = (...rows: readonly (readonly string[])[]) => [{ name: 'csv', rows: [CODED, ...rows] }];

it('codes and their names in columns of their own, some of codes that only the bureau has; the only money is the amount', () => {
  const found = importSheets(
    coded(
      ['人员经费', '', '2010301', '行政运行', '30101', '基本工资', '一般公共预算', '100.00'],
      ['人员经费', '', '2010301', '行政运行', '30102', '津贴补贴', '一般公共预算', '200.00'],
      ['公用经费', '', '2010301', '行政运行', '30201', '办公费', '一般公共预算', '50'],
      ['公用经费', '', '2010301', '行政运行', '30211', '差旅费', '一般公共预算', '10'],
      ['部门项目', '平台运维', '2010377', '数据治理', '30227', '委托业务费', '一般公共预算', '40'],
      ['', '合计', '', '', '', '', '', '400'],
    ),
    USUAL_MAPPING,
  );
  expect([found.rows, found.fen, found.open.表头]).toEqual([5, 40_000, {}]);
  expect(found.names).toEqual({ 2010377: '数据治理' });
  expect(refreshed({ ...exampleLedger(2026), names: { 2010377: '数据治理事务' } }, found).names).toEqual({
    2010377: '数据治理事务',
  });
  expect(found.notes.map(({ message }) => message)).toContain('列“申请数”看其中的内容，当作“预算金额”，请核对。');
});

it('two columns of money are asked for, and so are names that are not those of the codes beside', () => {
  const rows = ['30101', '30102', '30201', '30211'].map((code) => [
    ...['人员经费', '', '2010301', '某股', code, '某类', '一般公共预算', '100.00'],
    '90.00',
  ]);
  const found = importSheets([{ name: '', rows: [[...CODED, '上年执行'], ...rows] }], USUAL_MAPPING);
  expect(Object.keys(found.open.表头!)).toEqual(['功能科目名称', '部门科目名称', '申请数', '上年执行']);
  expect([found.rows, found.names]).toEqual([0, {}]);
});
