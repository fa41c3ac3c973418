/** Yunnan: tables numbered 01-1 to 12 in 元, a row of column numbers under each header, records of basic expenditure and of projects. */
import type { Layout } from '../../src/layout.ts';
import { all, and, ENTRIES, type Entry, isCarried, nameOf, ofFund, projectsOf, type Where } from './figures.ts';
import {
  beside,
  byItems,
  codeColumn,
  counted,
  type Line,
  layoutOf,
  money,
  nameColumn,
  type Sheet,
  type Style,
  total,
  words,
} from './paper.ts';
import {
  appropriated,
  classes,
  isCurrent,
  lines,
  natureIs,
  none,
  numbered,
  publicsColumns,
  REVENUE,
  withTotal,
} from './parts.ts';

const AGENCY = '青山县司法局';
const TRANSFERS = ['人民调解工作补贴', '沿街法治阵地改造'];

const own = (where: Where): readonly (readonly [string, Where])[] => [
  ['小计', and(where, ofFund('institutional', 'other'))],
  ['事业收入', and(where, ofFund('institutional'))],
  ['事业单位经营收入', none],
  ['上级补助收入', none],
  ['附属单位上缴收入', none],
  ['其他收入', and(where, ofFund('other'))],
];

export function yunnan(): Layout {
  const style: Style = { unit: '元', zero: '', separators: true };
  const withIndex = (sheet: Sheet): Sheet => ({ ...sheet, index: counted(sheet.paths) });
  const unit = total(all, '合　　计');
  const funds = [
    ['一般公共预算', ofFund('general-public')],
    ['政府性基金预算', ofFund('government-fund')],
    ['国有资本经营预算', ofFund('state-capital')],
    ['财政专户管理资金', none],
  ] as const;
  const sheets: Sheet[] = [];
  sheets.push(
    {
      title: '部门财务收支预算总表',
      number: '预算01-1表',
      paths: [
        ['收　　　　入', '项　　　目'],
        ['收　　　　入', '2026年预算数'],
        ['支　　　　出', '项　　　目'],
        ['支　　　　出', '2026年预算数'],
      ],
      rows: beside(
        lines(
          [
            ['一、一般公共预算拨款收入', REVENUE[0]![1]],
            ['二、政府性基金预算拨款收入', REVENUE[1]![1]],
            ['三、国有资本经营预算拨款收入', REVENUE[2]![1]],
            ['四、财政专户管理资金收入', none],
            ['五、单位资金', and(isCurrent, ofFund('institutional', 'other'))],
            ['（一）事业收入', REVENUE[4]![1]],
            ['（二）事业单位经营收入', none],
            ['（三）上级补助收入', none],
            ['（四）附属单位上缴收入', none],
            ['（五）其他收入', REVENUE[8]![1]],
            ['本年收入合计', isCurrent],
            ['上年结转结余', isCarried],
            ['收　入　总　计', all],
          ],
          style,
        ),
        lines(
          [
            ...classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
            ['本年支出合计', all],
            ['年终结转结余', none],
            ['支　出　总　计', all],
          ],
          style,
        ),
      ),
    },
    withIndex(
      byItems(
        '部门收入预算表',
        [
          codeColumn(['部门（单位）代码']),
          nameColumn(['部门（单位）名称']),
          money(['合计'], all),
          money(['本年收入', '小计'], isCurrent),
          ...funds.map(([name, where]) => money(['本年收入', name], and(where, isCurrent))),
          ...own(isCurrent).map(([name, where]) => money(['本年收入', '单位资金', name], where)),
          money(['上年结转结余', '小计'], isCarried),
          ...funds.map(([name, where]) => money(['上年结转结余', name], and(where, isCarried))),
          money(['上年结转结余', '单位资金'], none),
        ],
        [{ ...unit, code: '326', name: AGENCY }, { ...unit, code: '326001', name: AGENCY }, unit],
        style,
        { number: '预算01-2表' },
      ),
    ),
    withIndex(
      byItems(
        '部门支出预算表',
        [
          codeColumn(['科目编码']),
          nameColumn(['科目名称'], '　'),
          money(['合计'], all),
          money(['一般公共预算', '小计'], ofFund('general-public')),
          money(['一般公共预算', '基本支出'], and(ofFund('general-public'), natureIs('personnel', 'operating'))),
          money(['一般公共预算', '项目支出'], and(ofFund('general-public'), natureIs('project'))),
          money(['政府性基金预算'], ofFund('government-fund')),
          money(['国有资本经营预算'], ofFund('state-capital')),
          money(['财政专户管理资金'], none),
          money(['单位资金', '小计'], ofFund('institutional', 'other')),
          money(['单位资金', '事业支出'], ofFund('institutional')),
          money(['单位资金', '事业单位经营支出'], none),
          money(['单位资金', '上级补助支出'], none),
          money(['单位资金', '附属单位补助支出'], none),
          money(['单位资金', '其他支出'], ofFund('other')),
        ],
        withTotal('function', all, 'last', 3, '合　　计'),
        style,
        { number: '预算01-3表' },
      ),
    ),
    {
      title: '部门财政拨款收支预算总表',
      number: '预算02-1表',
      paths: [
        ['收　　　　入', '项　　　目'],
        ['收　　　　入', '2026年预算数'],
        ['支　　　　出', '项　　　目'],
        ['支　　　　出', '2026年预算数'],
      ],
      rows: beside(
        lines(
          [
            ['一、本年收入', and(appropriated, isCurrent)],
            ['（一）一般公共预算拨款', REVENUE[0]![1]],
            ['（二）政府性基金预算拨款', REVENUE[1]![1]],
            ['（三）国有资本经营预算拨款', REVENUE[2]![1]],
            ['二、上年结转', and(appropriated, isCarried)],
            ['（一）一般公共预算拨款', and(appropriated, isCarried)],
            ['（二）政府性基金预算拨款', none],
            ['（三）国有资本经营预算拨款', none],
            ['收　入　总　计', appropriated],
          ],
          style,
        ),
        lines(
          [
            ['一、本年支出', appropriated],
            ...classes(appropriated).map(
              ({ name, holds }, i) => [`（${numbered(i, '').slice(0, -1)}）${name}`, holds] as const,
            ),
            ['二、年终结转结余', none],
            ['支　出　总　计', appropriated],
          ],
          style,
        ),
      ),
    },
    withIndex(
      byItems(
        '一般公共预算支出预算表（按功能科目分类）',
        [
          codeColumn(['部门预算支出功能分类科目', '科目编码']),
          nameColumn(['部门预算支出功能分类科目', '科目名称'], '　'),
          money(['合计'], all),
          money(['基本支出', '小计'], natureIs('personnel', 'operating')),
          money(['基本支出', '人员经费'], natureIs('personnel')),
          money(['基本支出', '公用经费'], natureIs('operating')),
          money(['项目支出'], natureIs('project')),
        ],
        withTotal('function', ofFund('general-public'), 'last', 3, '合　　计'),
        style,
        { number: '预算02-2表' },
      ),
    ),
    withIndex(
      byItems(
        '一般公共预算“三公”经费支出预算表',
        publicsColumns(
          [],
          [
            '“三公”经费合计',
            '因公出国（境）费',
            '公务用车购置及运行费',
            '公务用车购置费',
            '公务用车运行费',
            '公务接待费',
          ],
        ),
        [total(all)],
        style,
        { number: '预算03表' },
      ),
    ),
    records('部门基本支出预算表', '预算04表', (entry) => entry.nature !== 'project', style),
    records('部门项目支出预算表', '预算05-1表', (entry) => entry.nature === 'project', style),
    withIndex(
      byItems(
        '部门政府性基金预算支出预算表',
        [
          words(['单位名称'], ({ code }) => (code ? AGENCY : '')),
          codeColumn(['科目编码']),
          nameColumn(['科目名称'], '　'),
          money(['本年政府性基金预算支出', '合计'], all),
          money(['本年政府性基金预算支出', '基本支出'], natureIs('personnel', 'operating')),
          money(['本年政府性基金预算支出', '项目支出'], natureIs('project')),
        ],
        withTotal('function', ofFund('government-fund'), 'last', 3, '合　　计'),
        style,
        { number: '预算06表' },
      ),
    ),
    withIndex(
      byItems(
        '县对下转移支付预算表',
        [
          nameColumn(['单位名称（项目）']),
          money(['资金来源', '合计'], all),
          money(['资金来源', '一般公共预算'], ofFund('general-public')),
          money(['资金来源', '政府性基金'], ofFund('government-fund')),
          ...['东山镇', '西山镇', '北山乡'].map((town, i) => money(['乡镇', town], (entry) => entry.amount % 3 === i)),
        ],
        [
          total((entry) => TRANSFERS.includes(entry.project ?? '')),
          ...TRANSFERS.map((name) => ({ ...total(({ project }) => project === name), name })),
        ],
        style,
        { number: '预算09-1表' },
      ),
    ),
    {
      title: '部门项目支出中期规划预算表',
      number: '预算12表',
      paths: [
        ['单位名称'],
        ['项目类别'],
        ['项目名称'],
        ['项目级次'],
        ['本级', '2026年'],
        ['本级', '2027年'],
        ['本级', '2028年'],
      ],
      index: ['1', '2', '3', '4', '5', '6', '7'],
      rows: [
        ...projectsOf(ofFund('general-public')).map(({ name, holds }) => {
          const [cells] = lines([['', holds]], style);
          return [AGENCY, '311 专项业务类', name, '本级', cells![1]!, cells![1]!, cells![1]!];
        }),
        ...lines([['', and(natureIs('project'), ofFund('general-public'))]], style).map(([, cell]) => [
          '合　　计',
          '',
          '',
          '',
          cell!,
          cell!,
          cell!,
        ]),
      ],
    },
  );
  return layoutOf([`${AGENCY}2026年部门预算公开表`], sheets, style, {
    agency: `单位名称：${AGENCY}`,
    above: ['number', 'title', 'agency-unit'],
  });
}

/** A record for each project (基本支出 has projects of pay and of running costs too), functional and economic item. */
function records(title: string, number: string, where: Where, style: Style): Sheet {
  const chosen = ENTRIES.filter(where);
  const lineOf = (entry: Entry, i: number): Line & { entry: Entry; number: number } => ({
    code: entry.function,
    name: entry.project ?? (entry.nature === 'personnel' ? '行政人员工资支出' : '一般公用经费'),
    level: 0,
    holds: (each) => each === entry,
    entry,
    number: i,
  });
  const at = (line: Line, text: (entry: Entry, i: number) => string) => {
    const { entry, number: i } = line as ReturnType<typeof lineOf>;
    return entry ? text(entry, i) : '';
  };
  const whole = total(where, '');
  const columns = [
    words(['单位名称'], (line) => at(line, () => AGENCY) || '合　　计'),
    words(['项目代码'], (line) => at(line, (_, i) => `5301262100000000${String(10000 + i * 7)}`)),
    nameColumn(['项目名称']),
    words(['功能科目编码'], (line) => at(line, (entry) => entry.function)),
    words(['功能科目名称'], (line) => at(line, (entry) => nameOf('function', entry.function))),
    words(['经济科目编码'], (line) => at(line, (entry) => entry.economic)),
    words(['经济科目名称'], (line) => at(line, (entry) => nameOf('economic', entry.economic))),
    money(['资金来源', '总计'], all),
    money(['资金来源', '财政拨款', '小计'], ofFund('general-public', 'government-fund', 'state-capital')),
    money(['资金来源', '财政拨款', '一般公共预算'], ofFund('general-public')),
    money(['资金来源', '财政拨款', '政府性基金预算'], ofFund('government-fund')),
    money(['资金来源', '财政拨款', '国有资本经营预算'], ofFund('state-capital')),
    money(['资金来源', '财政专户管理资金'], none),
    money(['资金来源', '单位资金'], ofFund('institutional', 'other')),
  ];
  const sheet = byItems(title, columns, [...chosen.map(lineOf), whole], style, { number });
  return { ...sheet, index: counted(sheet.paths) };
}
