/** The sheets of a yearly report (财决01 …, 附03) as a finance system exports them, made from a ledger of accounts. */
import { codesOfLevel, lookup } from '../../src/classification/index.ts';
import { type Entry, entriesOf } from '../../src/compile/entries.ts';
import type { SheetText } from '../../src/ledger/find-sheets.ts';
import { APPROPRIATIONS, type Fund, type Ledger, SURPLUS } from '../../src/ledger/ledger.ts';
import { PUBLIC_SECTIONS } from '../../src/ledger/publics.ts';
import { type Fen, formatAmount } from '../../src/money.ts';

type Test = (entry: Entry) => boolean;
type Cells = readonly (string | Fen)[];

const yuan = (fen: Fen): string => (fen === 0 ? '' : formatAmount(fen, '元').replace(/\B(?=(?:\d{3})+\.)/g, ','));
const isSpent: Test = ({ kind }) => kind !== 'left' && kind !== 'distributed';
const isBasic: Test = ({ kind }) => kind === 'personnel' || kind === 'operating';
const isOf =
  (fund: Fund): Test =>
  (entry) =>
    entry.fund === fund;
const and =
  (...tests: readonly Test[]): Test =>
  (entry) =>
    tests.every((test) => test(entry));
const isCarried: Test = ({ carried }) => carried;
const isNew: Test = ({ carried, fund }) => !carried && fund !== SURPLUS;
const nameOf = (list: 'function' | 'economic', code: string) => lookup(list, code)?.name ?? code;

/** Headings of one row each, widths by the columns that stand below: [年初结转和结余, [合计, 基本支出结转]]. */
interface Headed extends Readonly<Array<Head>> {}
type Head = string | Headed;
const depth = (head: Head): number =>
  typeof head === 'string' ? 1 : 1 + Math.max(...head.slice(1).map((each) => depth(each as Head)));
const width = (head: Head): number =>
  typeof head === 'string' ? 1 : head.slice(1).reduce<number>((all, each) => all + width(each as Head), 0);

/** Rows of headings with their merges, as a workbook has them. */
function headRows(heads: readonly Head[], from: number) {
  const rows = Math.max(...heads.map(depth));
  const columns = heads.reduce((all, head) => all + width(head), 0);
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  const merges: { row: number; column: number; rowSpan: number; colSpan: number }[] = [];
  const put = (head: Head, row: number, column: number) => {
    const text = typeof head === 'string' ? head : (head[0] as string);
    grid[row]![column] = text;
    const [rowSpan, colSpan] = [typeof head === 'string' ? rows - row : 1, width(head)];
    if (rowSpan * colSpan > 1) merges.push({ row: row + from, column, rowSpan, colSpan });
    if (typeof head === 'string') return;
    let at = column;
    for (const below of head.slice(1) as readonly Head[]) {
      put(below, row + 1, at);
      at += width(below);
    }
  };
  let at = 0;
  for (const head of heads) {
    put(head, 0, at);
    at += width(head);
  }
  return { rows: grid, merges, columns };
}

function sheet(name: string, id: string, heads: readonly Head[], rows: readonly Cells[], agency = '某局'): SheetText {
  const above = [
    [name.replace(/^[ZF][\d_]+ /, '').replace(/\(.*$/, '')],
    [`财决${id.replace('F', '附')}表`],
    [`编制单位：${agency}`, '金额单位：元'],
  ];
  const { rows: head, merges, columns } = headRows(heads, above.length);
  const numbers = ['栏次', ...Array.from({ length: columns - 1 }, (_, i) => String(i + 1))];
  const shown = rows.map((cells) => cells.map((each) => (typeof each === 'number' ? yuan(each) : each)));
  return { name, rows: [...above, ...head, numbers, ...shown], merges };
}

const CODE: Head = ['项目', ['支出功能分类科目编码', '类', '款', '项'], '科目名称'];

/** Rows by class, section and item, the sum above; a code stands whole in the first of three merged cells. */
function byItem(entries: readonly Entry[], tests: readonly Test[]): readonly Cells[] {
  const sumOf = (own: readonly Entry[]) => tests.map((test) => own.filter(test).reduce((all, { fen }) => all + fen, 0));
  const used = entries.filter((entry) => tests.some((test) => test(entry)));
  const codes = [...new Set(used.flatMap(({ item }) => [item.slice(0, 3), item.slice(0, 5), item]))].sort();
  return [
    ['合计', '', '', '', ...sumOf(used)],
    ...codes.map((code) => [
      code,
      '',
      '',
      nameOf('function', code),
      ...sumOf(used.filter(({ item }) => item.startsWith(code))),
    ]),
  ];
}

const FLOW: readonly Head[] = [
  ['年初结转和结余', '合计', '基本支出结转', '项目支出结转和结余'],
  ['本年收入', '合计', '基本支出', '项目支出'],
  ['本年支出', '合计', ['基本支出', '小计', '人员经费', '日常公用经费'], '项目支出'],
  ['年末结转和结余', '合计', '基本支出结转', '项目支出结转和结余'],
];

function flowTests(of: Test): readonly Test[] {
  const project = and(of, isSpent, ({ kind }) => !isBasic({ kind } as Entry));
  const none: Test = () => false;
  return [
    and(of, isCarried),
    and(of, isCarried, isBasic),
    and(of, isCarried, (e) => !isBasic(e)),
    and(of, isNew),
    and(of, isNew, isBasic),
    and(of, isNew, (e) => !isBasic(e)),
    and(of, isSpent),
    and(of, isSpent, isBasic),
    and(of, ({ kind }) => kind === 'personnel'),
    and(of, ({ kind }) => kind === 'operating'),
    project,
    and(of, ({ kind }) => kind === 'left'),
    none,
    and(of, ({ kind }) => kind === 'left'),
  ];
}

function bySection(name: string, id: string, entries: readonly Entry[], of: Test): SheetText {
  const own = entries.filter(and(of, isSpent));
  const sections = codesOfLevel('economic', 2).map(({ code }) => code);
  const classes = [...new Set(sections.map((code) => code.slice(0, 3)))];
  const heads: readonly Head[] = [
    CODE,
    '合计',
    ...classes.map(
      (code): Head => [
        nameOf('economic', code),
        '小计',
        ...sections.filter((each) => each.startsWith(code)).map((each) => nameOf('economic', each)),
      ],
    ),
  ];
  const tests = [
    () => true,
    ...classes.flatMap((code): Test[] => [
      ({ economic }) => economic?.startsWith(code) === true,
      ...sections
        .filter((each) => each.startsWith(code))
        .map(
          (each): Test =>
            ({ economic }) =>
              economic === each,
        ),
    ]),
  ];
  return sheet(name, id, heads, byItem(own, tests));
}

/** Blocks of labelled lines side by side. */
function beside(...blocks: readonly (readonly Cells[])[]): readonly Cells[] {
  const widths = blocks.map((rows) => rows[0]!.length);
  return Array.from({ length: Math.max(...blocks.map((rows) => rows.length)) }, (_, r) =>
    blocks.flatMap((rows, b) => rows[r] ?? Array.from({ length: widths[b]! }, () => '')),
  );
}

export interface Planned {
  readonly [quantity: string]: Fen;
}

/** All sheets of the report; `without` leaves some out by their numbers. */
export function yearlySheets(ledger: Ledger, without: readonly string[] = []): readonly SheetText[] {
  const entries = entriesOf(ledger);
  const { lastYear, counts, amounts = {}, agencyOperating = 0 } = ledger;
  const total = (test: Test) => entries.filter(test).reduce((all, { fen }) => all + fen, 0);
  const planned = (quantity: string): readonly Fen[] => [
    lastYear[`${quantity}:initial`] ?? 0,
    lastYear[`${quantity}:adjusted`] ?? 0,
  ];
  const isAppropriated: Test = ({ fund }) => APPROPRIATIONS.includes(fund);
  const classes = codesOfLevel('function', 1, ledger.year);
  const of = (fund: Fund): Test => and(isOf(fund), isNew);
  const line = (label: string, row: number, ...cells: Cells): Cells => [label, String(row), ...cells];
  const threeFigures: readonly Head[] = ['行次', '年初预算数', '全年预算数', '决算数'];
  const revenue = [
    ['一、一般公共预算财政拨款收入', of('general-public')],
    ['二、政府性基金预算财政拨款收入', of('government-fund')],
    ['三、国有资本经营预算财政拨款收入', of('state-capital')],
    ['四、上级补助收入', of('superior-subsidy')],
    ['五、事业收入', (e: Entry) => of('institutional')(e) || of('special-account')(e)],
    ['六、经营收入', of('business')],
    ['七、附属单位上缴收入', of('affiliate-payment')],
    ['八、其他收入', of('other')],
    ['本年收入合计', isNew],
    ['使用非财政拨款结余（含专用结余）', and(isOf(SURPLUS), (e) => !e.carried)],
    ['年初结转和结余', isCarried],
    ['总计', () => true],
  ] as const;
  const spent = [
    ...classes.map(
      ({ code, name }, i) => [`${i + 1}、${name}`, and(isSpent, ({ item }) => item.startsWith(code))] as const,
    ),
    ['本年支出合计', isSpent],
    ['结余分配', ({ kind }: Entry) => kind === 'distributed'],
    ['年末结转和结余', ({ kind }: Entry) => kind === 'left'],
    ['总计', () => true],
  ] as const;
  const z01 = beside(
    revenue.map(([label, test], i) =>
      line(label, i + 1, ...(label === '总计' ? planned('balance[总计]') : [0, 0]), total(test as Test)),
    ),
    spent.map(([label, test], i) =>
      line(label, i + 40, ...(label === '总计' ? planned('balance[总计]') : [0, 0]), total(test as Test)),
    ),
  );
  const funds = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  const byFund = (row: string, test: Test): readonly Fen[] => {
    const actual = APPROPRIATIONS.map((fund) => total(and(isOf(fund), test)));
    const plans = [0, 1].map((at) => APPROPRIATIONS.map((fund) => planned(`${fund}[${row}].total`)[at]!));
    return [...plans, actual].flatMap((own) => [own.reduce((all, fen) => all + fen, 0), ...own]);
  };
  const z011 = beside(
    [
      ...funds.map((label, f) =>
        line(`${'一二三'[f]}、${label}`, f + 1, 0, 0, total(and(of(APPROPRIATIONS[f]!), isAppropriated))),
      ),
      line('本年收入合计', 4, 0, 0, total(and(isNew, isAppropriated))),
      line('年初财政拨款结转和结余', 5, 0, 0, total(and(isCarried, isAppropriated))),
      ...funds.map((label, f) => line(label, f + 6, 0, 0, total(and(isOf(APPROPRIATIONS[f]!), isCarried)))),
      line('总计', 9, 0, 0, total(isAppropriated)),
    ],
    [
      ...classes.map(({ code, name }, i) =>
        line(
          `${i + 1}、${name}`,
          i + 10,
          ...byFund(
            code,
            and(isSpent, ({ item }) => item.startsWith(code)),
          ),
        ),
      ),
      line('本年支出合计', 40, ...byFund('total', isSpent)),
      line('年末财政拨款结转和结余', 41, ...byFund('left', ({ kind }) => kind === 'left')),
      line('总计', 42, ...byFund('all', () => true)),
    ],
  );
  const publics = (id: string): Fen =>
    total(and(isAppropriated, isSpent, ({ economic = '' }) => (PUBLIC_SECTIONS[id] ?? []).includes(economic)));
  const [overseas, purchase, running, hospitality] = [
    'overseas',
    'vehicle-purchase',
    'vehicle-running',
    'hospitality',
  ].map(publics) as [Fen, Fen, Fen, Fen];
  const public3 = (label: string, id: string, fen: Fen): Cells => [label, '', ...planned(`three-publics[${id}]`), fen];
  const count = (label: string, id: string): Cells => [label, '', '—', '—', String(counts[id] ?? 0)];
  const money = (label: string, id: string): Cells => [label, '', '—', '—', amounts[id] ?? 0];
  const f03 = beside(
    [
      ['一、“三公”经费支出', '', '—', '—', '—'],
      public3('（一）支出合计', 'total', overseas + purchase + running + hospitality),
      public3('1．因公出国（境）费', 'overseas', overseas),
      public3('2．公务用车购置及运行维护费', 'vehicles', purchase + running),
      public3('（1）公务用车购置费', 'vehicle-purchase', purchase),
      public3('（2）公务用车运行维护费', 'vehicle-running', running),
      public3('3．公务接待费', 'hospitality', hospitality),
      money('（1）国内接待费', 'hospitality[domestic]'),
      money('其中：外事接待费', 'hospitality[foreign]'),
      money('（2）国（境）外接待费', 'hospitality[abroad]'),
      ['（二）相关统计数', '', '—', '—', '—'],
      count('1．因公出国（境）团组数（个）', 'trips[groups]'),
      count('2．因公出国（境）人次数（人）', 'trips[people]'),
      count('3．公务用车购置数（辆）', 'vehicles-purchase[total]'),
      count('4．公务用车保有量（辆）', 'official-cars[total]'),
      count('5．国内公务接待批次（个）', 'receptions[batches]'),
      count('其中：外事接待批次（个）', 'receptions[foreign-batches]'),
      count('6．国内公务接待人次（人）', 'receptions[people]'),
      count('其中：外事接待人次（人）', 'receptions[foreign-people]'),
      count('7．国（境）外公务接待批次（个）', 'receptions[abroad-batches]'),
      count('8．国（境）外公务接待人次（人）', 'receptions[abroad-people]'),
      ['二、会议费', '', '—', '—', total(({ economic }) => economic === '30215')],
    ],
    [
      ['四、机关运行经费', '', agencyOperating],
      ['（一）行政单位', '', agencyOperating],
      ['（二）参照公务员法管理事业单位', '', 0],
      ['五、国有资产占用情况', '', '—'],
      ['（一）车辆数合计（辆）', '', String(counts['vehicles[total]'] ?? 0)],
      ['1．副部（省）级及以上领导用车', '', '0'],
      ['2．主要负责人用车', '', '0'],
      ['3．机要通信用车', '', String(counts['vehicles[机要通信用车]'] ?? 0)],
      ['4．应急保障用车', '', '0'],
      ['5．执法执勤用车', '', String(counts['vehicles[执法执勤用车]'] ?? 0)],
      ['6．特种专业技术用车', '', '0'],
      ['7．离退休干部服务用车', '', '0'],
      ['8．其他用车', '', '0'],
      ['（二）单价100万元（含）以上的设备（不含车辆）（台，套）', '', String(counts['equipment[large]'] ?? 0)],
      ['六、政府采购支出信息', '', '—'],
      ['（一）政府采购支出合计', '', amounts['procurement[total]'] ?? 0],
      ['1．政府采购货物支出', '', amounts['procurement[goods]'] ?? 0],
      ['2．政府采购工程支出', '', amounts['procurement[works]'] ?? 0],
      ['3．政府采购服务支出', '', amounts['procurement[services]'] ?? 0],
      ['（二）政府采购授予中小企业合同金额', '', amounts['procurement[sme]'] ?? 0],
      ['其中：授予小微企业合同金额', '', amounts['procurement[small-micro]'] ?? 0],
    ],
  );
  const byKind = ['basic', 'project', 'remittance', 'business', 'affiliate-subsidy'].map(
    (kind): Test => (kind === 'basic' ? isBasic : (entry) => entry.kind === kind),
  );
  const all: readonly (readonly [string, () => SheetText])[] = [
    [
      '01',
      () =>
        sheet(
          'Z01 收入支出决算总表(财决01表)',
          '01',
          [
            ['收入', '项目', ...threeFigures],
            ['支出', '项目（按功能分类）', ...threeFigures],
          ] as readonly Head[],
          z01,
        ),
    ],
    [
      '01-1',
      () =>
        sheet(
          'Z01_1 财政拨款收入支出决算总表(财决01-1表)',
          '01-1',
          [
            ['收入', '项目', ...threeFigures],
            [
              '支出',
              '项目（按功能分类）',
              '行次',
              ...['年初预算数', '全年预算数', '决算数'].map((figure): Head => [figure, '小计', ...funds]),
            ],
          ] as readonly Head[],
          z011,
        ),
    ],
    [
      '02',
      () =>
        sheet(
          'Z02 收入支出决算表(财决02表)',
          '02',
          [
            CODE,
            FLOW[0]!,
            ['本年收入', '合计'],
            ['本年支出', '合计'],
            '使用非财政拨款结余（含专用结余）',
            ['结余分配', '合计'],
            FLOW[3]!,
          ],
          byItem(entries, [
            isCarried,
            and(isCarried, isBasic),
            and(isCarried, (e) => !isBasic(e)),
            isNew,
            isSpent,
            and(isOf(SURPLUS), (e) => !e.carried),
            ({ kind }) => kind === 'distributed',
            ({ kind }) => kind === 'left',
            () => false,
            ({ kind }) => kind === 'left',
          ]),
        ),
    ],
    [
      '03',
      () =>
        sheet(
          'Z03 收入决算表(财决03表)',
          '03',
          [
            CODE,
            '本年收入合计',
            '财政拨款收入',
            '上级补助收入',
            ['事业收入', '小计', '其中：教育收费'],
            '经营收入',
            '附属单位上缴收入',
            '其他收入',
          ],
          byItem(entries, [
            isNew,
            and(isNew, isAppropriated),
            of('superior-subsidy'),
            (e) => of('institutional')(e) || of('special-account')(e),
            of('special-account'),
            of('business'),
            of('affiliate-payment'),
            of('other'),
          ]),
        ),
    ],
    [
      '04',
      () =>
        sheet(
          'Z04 支出决算表(财决04表)',
          '04',
          [CODE, '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
          byItem(entries, [isSpent, ...byKind]),
        ),
    ],
    ['05', () => bySection('Z05 支出决算明细表(财决05表)', '05', entries, () => true)],
    ['05-1', () => bySection('Z05_1 基本支出决算明细表(财决05-1表)', '05-1', entries, isBasic)],
    [
      '07',
      () =>
        sheet(
          'Z07 一般公共预算财政拨款收入支出决算表(财决07表)',
          '07',
          [CODE, ...FLOW],
          byItem(entries, flowTests(isOf('general-public'))),
        ),
    ],
    [
      '08-1',
      () =>
        bySection(
          'Z08_1 一般公共预算财政拨款基本支出决算明细表(财决08-',
          '08-1',
          entries,
          and(isOf('general-public'), isBasic),
        ),
    ],
    [
      '08-2',
      () =>
        bySection(
          'Z08_2 一般公共预算财政拨款项目支出决算明细表(财决08-',
          '08-2',
          entries,
          and(isOf('general-public'), ({ kind }) => kind === 'project'),
        ),
    ],
    [
      '09',
      () =>
        sheet(
          'Z09 政府性基金预算财政拨款收入支出决算表(财决09表)',
          '09',
          [CODE, ...FLOW],
          byItem(entries, flowTests(isOf('government-fund'))),
        ),
    ],
    [
      '11',
      () =>
        sheet(
          'Z11 国有资本经营预算财政拨款收入支出决算表(财决11表)',
          '11',
          [CODE, ...FLOW],
          byItem(entries, flowTests(isOf('state-capital'))),
        ),
    ],
    [
      'F03',
      () =>
        sheet(
          'F03 机构运行信息表(财决附03表)',
          'F03',
          ['项目', '行次', '年初预算数', '全年预算数', '决算数', '项目', '行次', '决算数'],
          f03,
        ),
    ],
  ];
  return [
    { name: '封面', rows: [['部门决算报表'], [ledger.agency.name]] },
    ...all.filter(([id]) => !without.includes(id)).map(([, make]) => make()),
  ];
}
