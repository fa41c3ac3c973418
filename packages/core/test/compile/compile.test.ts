import { describe, expect, it } from 'vitest';
import { compileLedger } from '../../src/compile/compile.ts';
import { printAmount, printCells } from '../../src/compile/print.ts';
import type { Disclosure, FormId } from '../../src/disclosure.ts';
import { ASSETS, PERFORMANCE, PROCUREMENT, PROJECTS } from '../../src/kinds/index.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { ledgerProblems } from '../../src/ledger/problems.ts';
import { listedTables, rowsOf } from '../../src/model/tables.ts';
import { templateById } from '../../src/templates/index.ts';
import { SMALL, wan } from '../ledger/small.ts';

const compile = (template: string, ledger: Ledger = SMALL) => compileLedger(ledger, templateById(template)!);

/** Filled rows as `key column=text…`. */
function printed({ statements }: Disclosure, form: FormId): string[] {
  const statement = statements.find((each) => each.form === form)!;
  return statement.rows.flatMap((row) => {
    const cells = statement.columns.flatMap(({ id }) => (row.cells[id] ? [`${id}=${row.cells[id].text}`] : []));
    return cells.length > 0 ? [[row.partOf ? `${row.partOf}/${row.key}` : row.key, ...cells].join(' ')] : [];
  });
}

describe('one ledger the Hebei way', () => {
  const { disclosure, problems } = compile('hebei-2023');

  it('shows revenue by source, and what is left, on balanced sides', () => {
    expect(printed(disclosure, 'balance')).toEqual([
      '一般公共预算拨款收入 amount=180.00',
      '事业收入 amount=30.00',
      '本年收入合计 amount=210.00',
      '上年结转结余 amount=5.00',
      '收入总计 amount=215.00',
      '一般公共服务支出 amount=190.00',
      '社会保障和就业支出 amount=20.00',
      '本年支出合计 amount=210.00',
      '年终结转结余 amount=5.00',
      '支出总计 amount=215.00',
    ]);
    expect(printed(disclosure, 'revenue').slice(0, 5)).toEqual([
      'total total=215.00 subtotal=210.00 appropriation=180.00 institutional=30.00 carryover=5.00',
      '201 total=195.00 subtotal=190.00 appropriation=160.00 institutional=30.00 carryover=5.00',
      '20103 total=195.00 subtotal=190.00 appropriation=160.00 institutional=30.00 carryover=5.00',
      '2010301 total=117.00 subtotal=117.00 appropriation=110.00 institutional=7.00',
      '2010302 total=78.00 subtotal=73.00 appropriation=50.00 institutional=23.00 carryover=5.00',
    ]);
    expect(printed(disclosure, 'expenditure')[0]).toBe('total total=210.00 basic=130.00 project=73.00 remittance=7.00');
  });

  it('keeps to appropriations in the appropriation balance, year by year', () => {
    expect(printed(disclosure, 'appropriation-balance')).toEqual([
      '一般公共预算拨款 amount=180.00',
      '本年收入合计 amount=180.00',
      '年初财政拨款结转和结余 amount=5.00',
      '年初财政拨款结转和结余/一般公共预算拨款 amount=5.00',
      '收入总计 amount=185.00',
      '一般公共服务支出 total=163.00 general-public=163.00',
      '社会保障和就业支出 total=20.00 general-public=20.00',
      '本年支出合计 total=183.00 general-public=183.00',
      '年末财政拨款结转和结余 total=2.00 general-public=2.00',
      '支出总计 total=185.00 general-public=185.00',
    ]);
  });

  it('sums items up by the classification and names them by the year', () => {
    expect(printed(disclosure, 'basic')).toEqual([
      'total total=130.00 personnel=120.00 operating=10.00',
      '301 total=120.00 personnel=120.00',
      '30101 total=100.00 personnel=100.00',
      '30108 total=20.00 personnel=20.00',
      '302 total=10.00 operating=10.00',
      '30217 total=2.00 operating=2.00',
      '30231 total=8.00 operating=8.00',
    ]);
    const rows = disclosure.statements.find(({ form }) => form === 'basic')!.rows;
    expect(rows.map(({ label }) => label).slice(0, 3)).toEqual(['合计', '工资福利支出', '基本工资']);
  });

  it('derives the three publics from economic sections', () => {
    expect(printed(disclosure, 'three-publics')).toEqual([
      'total total=20.00 general-public=20.00',
      '“三公”经费小计 total=20.00 general-public=20.00',
      '因公出国（境）费 total=10.00 general-public=10.00',
      '因公出国（境）费/教学科研人员因公出国（境）费 total=10.00 general-public=10.00',
      '公务用车购置及运维费 total=8.00 general-public=8.00',
      '公务用车购置及运维费/公务用车运行维护费 total=8.00 general-public=8.00',
      '公务接待费 total=2.00 general-public=2.00',
    ]);
  });

  it('titles, units and notes are the template’s', () => {
    const fund = disclosure.statements.find(({ form }) => form === 'government-fund')!;
    expect(fund).toMatchObject({
      title: '单位预算政府基金预算财政拨款支出表',
      unit: '万元',
      note: '注：无政府基金预算财政拨款预算，空表列示。',
      rows: [],
    });
    expect(listedTables(disclosure)).toMatchObject([
      { form: 'organization', title: '单位机构设置情况' },
      { form: 'procurement', title: '单位政府采购预算', unit: '万元' },
      { form: 'assets', title: '单位固定资产占用情况表', unit: '万元', asOf: '2022-12-31' },
    ]);
  });

  it('tables beside the statements', () => {
    expect(rowsOf(disclosure, PROCUREMENT)).toMatchObject([
      {
        kind: 'total',
        cells: { total: { text: '5.00' }, 'appropriation-carryover': { text: '1.00' }, sme: { text: '2.00' } },
      },
      {
        kind: 'item',
        project: '业务培训费',
        projectFunds: { text: '73.00' },
        quantity: { units: 10, scale: 0 },
        unitPrice: { text: '0.50' },
        cells: { total: { text: '5.00' }, 'general-public': { text: '4.00' } },
      },
    ]);
    expect(rowsOf(disclosure, ASSETS).map(({ key, partOf, value }) => [partOf, key, value?.text])).toEqual([
      [undefined, '资产总额', '361.00'],
      [undefined, '房屋（平方米）', '300.00'],
      ['房屋（平方米）', '办公用房（平方米）', '200.00'],
      [undefined, '车辆（台、辆）', undefined],
      [undefined, '单价在20万元以上的设备', '60.00'],
      [undefined, '其他固定资产', '1.00'],
    ]);
    expect(rowsOf(disclosure, PERFORMANCE)).toMatchObject([
      { title: '1、业务培训费绩效目标表', project: '业务培训费' },
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      '资产“图书档案”在模板中没有单独的行，已并入其他固定资产。',
    ]);
  });
});

describe('the same ledger the Shanghai way', () => {
  const shanghai = { ...SMALL, year: 2026 };
  const { disclosure, problems } = compile('shanghai-2026', shanghai);

  it('prints 元, used classes only, sources in the lines that there are, and nothing that is left', () => {
    expect(printed(disclosure, 'balance')).toEqual([
      '财政拨款收入 amount=1,830,000.00',
      '财政拨款收入/一般公共预算 amount=1,830,000.00',
      '事业收入 amount=270,000.00',
      '收入总计 amount=2,100,000.00',
      '一般公共服务支出 amount=1,900,000.00 personnel=1,000,000.00 operating=100,000.00 project=800,000.00',
      '社会保障和就业支出 amount=200,000.00 personnel=200,000.00',
      '支出总计 amount=2,100,000.00 personnel=1,200,000.00 operating=100,000.00 project=800,000.00',
    ]);
    expect(printed(disclosure, 'expenditure').at(-1)).toBe(
      'total total=2,100,000.00 basic=1,300,000.00 project=800,000.00',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      '年终结转 5.00 万元：模板“上海 2026 年部门预算公开”没有年终结转一行，收支两方都未列入。',
    ]);
  });

  it('prints three publics and agency operating expenses in one row, zeros too', () => {
    expect(printed(disclosure, 'three-publics')).toEqual([
      'total total=20.00 overseas=10.00 hospitality=2.00 vehicles=8.00 vehicle-purchase=0.00 vehicle-running=8.00 agency-operating=10.00',
    ]);
    const institution = compile('shanghai-2026', { ...shanghai, nature: 'institution' }).disclosure;
    expect(printed(institution, 'three-publics')[0]).toContain('agency-operating=0.00');
  });

  it.each([
    ['31013', 'vehicle-purchase'],
    ['30913', 'vehicle-purchase'],
    ['30231', 'vehicle-running'],
    ['30217', 'hospitality'],
    ['30212', 'overseas'],
  ])('%s is a part of the three publics: %s', (economic, column) => {
    const bought = { item: '2010302', economic, fund: 'general-public', fen: wan(30) } as const;
    const [project, ...projects] = shanghai.projects;
    const ledger = { ...shanghai, projects: [{ ...project!, lines: [...project!.lines, bought] }, ...projects] };
    const rowOf = (of: Ledger) =>
      compile('shanghai-2026', of).disclosure.statements.find(({ form }) => form === 'three-publics')!.rows[0]!.cells;
    for (const id of ['total', column]) expect(rowOf(ledger)[id]!.fen - rowOf(shanghai)[id]!.fen).toBe(wan(30));
  });

  it('words a unit as the district does: 预算单位 in most titles, 单位 in some', () => {
    const { title, note } = disclosure.statements.find(({ form }) => form === 'government-fund')!;
    expect(title).toBe('2026年预算单位政府性基金预算支出功能分类预算表');
    expect(note).toBe('注:本单位2026年无政府性基金预算财政拨款安排的预算，故本表为空表。');
    const publics = disclosure.statements.find(({ form }) => form === 'three-publics')!;
    expect(publics.title).toBe('2026年单位“三公”经费和机关运行经费预算表');
  });

  it('a department prints its own balance', () => {
    const department = { ...shanghai, agency: { ...SMALL.agency, level: 'department' as const } };
    const statement = compile('shanghai-2026', department).disclosure.statements[0]!;
    expect(statement).toMatchObject({ title: '2026年部门财务收支预算总表', columns: [{ id: 'amount' }] });
  });
});

it('the national form numbers classes below 本年支出', () => {
  const { disclosure } = compile('national-budget-2021');
  const balance = disclosure.statements.find(({ form }) => form === 'appropriation-balance')!;
  expect(
    balance.rows
      .filter(({ side }) => side === 'expenditure')
      .map(({ label }) => label)
      .slice(0, 3),
  ).toEqual(['一、本年支出', '（一）一般公共服务支出', '（二）外交支出']);
  expect(printed(disclosure, 'appropriation-balance').slice(0, 4)).toEqual([
    '本年收入 amount=180.00',
    '本年收入/一般公共预算拨款 amount=180.00',
    '上年结转 amount=5.00',
    '上年结转/一般公共预算拨款 amount=5.00',
  ]);
});

it('an amount finer than 万元 prints is rounded where it is printed only', () => {
  const fine = {
    ...SMALL,
    left: [],
    other: [],
    revenue: [],
    projects: [],
    basic: SMALL.basic.map((line) => ({ ...line, fen: 12_345_678 })),
  };
  expect(printed(compile('hebei-2023', fine).disclosure, 'general-public')[0]).toBe('total total=49.38 basic=49.38');
  expect(printed(compile('shanghai-2026', { ...fine, year: 2026 }).disclosure, 'basic').at(-1)).toContain(
    'total=493,827.12',
  );
});

describe('what some places print besides', () => {
  const { disclosure } = compile('hangzhou-2026');

  it('each class, section and item as a line of the balance, where the template lists items', () => {
    expect(printed(disclosure, 'balance').slice(6, 10)).toEqual([
      '一般公共服务支出 amount=190.00',
      '一般公共服务支出/政府办公厅（室）及相关机构事务 amount=190.00',
      '一般公共服务支出/行政运行 amount=117.00',
      '一般公共服务支出/一般行政管理事务 amount=73.00',
    ]);
    expect(printed(compile('fuzhou-2026').disclosure, 'balance').join()).not.toContain('行政运行');
  });

  it('what was carried over by source beside the whole of it', () => {
    expect(printed(disclosure, 'revenue')[0]).toBe(
      'total total=215.00 subtotal=210.00 general-public=180.00 institutional=30.00 carryover=5.00 carryover-from-general-public=5.00',
    );
  });

  it('“三公” in a row for the unit below the whole, where the template lists units', () => {
    const keys = (id: string) => compile(id).disclosure.statements.find(({ form }) => form === 'three-publics')!.rows;
    expect(keys('hangzhou-2026').map(({ key }) => key)).toEqual(['total', SMALL.agency.name]);
    expect(keys('yantai-2026').map(({ key }) => key)).toEqual(['total']);
  });

  it('the projects with their money by source; nothing where there is none', () => {
    const rows = (ledger: Ledger) => rowsOf(compile('hangzhou-2026', ledger).disclosure, PROJECTS);
    const [total, ...projects] = rows(SMALL);
    expect(projects.map(({ label }) => label)).toEqual(SMALL.projects.map(({ name }) => name));
    expect(total?.cells.total?.fen).toBe(wan(73));
    expect(projects[0]?.unit).toBe(SMALL.agency.name);
    expect(rows({ ...SMALL, projects: [] })).toEqual([]);
  });
});

describe('what a ledger lacks is asked for by name', () => {
  const said = (change: Partial<Ledger>) =>
    ledgerProblems({ ...SMALL, ...change }).map(({ path, message }) => `${path} ${message}`);
  it.each<[string, Partial<Ledger>, string[]]>([
    ['nothing', {}, []],
    [
      'money not arranged',
      { revenue: [{ fund: 'general-public', fen: wan(182) }, ...SMALL.revenue.slice(1)] },
      ['revenue[0].fen 一般公共预算拨款收入 182.00 万元，已安排支出 180.00 万元，差 2.00 万元：请补列支出或年终结转。'],
    ],
    [
      'too much arranged',
      { revenue: [{ fund: 'general-public', fen: wan(179) }, ...SMALL.revenue.slice(1)] },
      [
        'revenue[0].fen 一般公共预算拨款收入 179.00 万元，已安排支出 180.00 万元，多安排 1.00 万元：请减列支出或补列收入。',
      ],
    ],
    [
      'a source not stated',
      { revenue: SMALL.revenue.slice(0, 2) },
      ['revenue 事业收入没有填，已安排支出 30.00 万元：请补填收入。'],
    ],
    [
      'codes',
      {
        basic: SMALL.basic.map((line, i) =>
          i === 0 ? { ...line, item: '2010399', economic: '301' } : i === 1 ? { ...line, item: '2980101' } : line,
        ),
      },
      [
        'basic[0].economic 基本支出（人员经费 100.00 万元）的经济分类科目“301”不是款级编码：请填 5 位编码。',
        'basic[1].item 基本支出（公用经费 2.00 万元）的功能分类科目 2980101 不是 2023 年的科目：请核对编码。',
      ],
    ],
    [
      'an economic section',
      { basic: SMALL.basic.map(({ economic, ...line }, i) => (i === 0 ? line : { ...line, economic: economic! })) },
      [
        'basic[0].economic 基本支出（2010301 人员经费 100.00 万元）没有经济分类科目：一般公共预算基本支出要按经济分类列示，请补填。',
      ],
    ],
    [
      'the price of a purchase',
      { procurement: SMALL.procurement.map((item) => ({ ...item, quantity: '11' })) },
      ['procurement[0].amounts[0].fen 采购“台式计算机”金额 5.00 万元，不等于数量 11 乘单价 5000.00 元：请核对。'],
    ],
    [
      'the project of a purchase',
      { procurement: SMALL.procurement.map((item) => ({ ...item, project: '培训费' })) },
      ['procurement[0].project 采购“台式计算机”的项目“培训费”不在台账的项目中：请核对项目名称或编码。'],
    ],
    [
      'a part larger than its whole',
      { assets: SMALL.assets.map((line, i) => (i === 1 ? { ...line, value: wan(301) } : line)) },
      ['assets[1].value 资产“办公用房（平方米）”的价值大于“房屋（平方米）”：其中数不能大于所属的行，请核对。'],
    ],
  ])('%s', (_, change, expected) => {
    expect(said(change)).toEqual(expected);
  });

  it('a code named in the ledger is taken', () => {
    const basic = SMALL.basic.map((line, i) => (i === 0 ? { ...line, item: '2010397' } : line));
    expect(said({ basic, names: { '2010397': '本地事务' } })).toEqual([]);
    const { disclosure } = compile('hebei-2023', { ...SMALL, basic, names: { '2010397': '本地事务' } });
    const rows = disclosure.statements.find(({ form }) => form === 'expenditure')!.rows;
    expect(rows.find(({ key }) => key === '2010397')!.label).toBe('本地事务');
  });
});

describe('how a template prints amounts', () => {
  it.each([
    [{}, 720, '720.00'],
    [{}, 1_234_567, '1234567.00'],
    [{ separators: true }, 1_234_567, '1,234,567.00'],
    [{ separators: true }, -1234, '-1,234.00'],
    [{ decimals: 0 }, 720, '720'],
    [{ decimals: 4 }, 720, '720.0000'],
  ])('%j', (format, units, text) => {
    expect(printAmount(units * 1_000_000, '万元', format).text).toBe(text);
  });

  it('nothing is blank, or printed where the table prints zeros', () => {
    expect(printCells({ total: 0 }, '万元')).toEqual({});
    expect(printCells({ total: 0 }, '万元', { zeros: true })).toEqual({ total: { fen: 0, text: '0.00', origin: {} } });
  });
});
