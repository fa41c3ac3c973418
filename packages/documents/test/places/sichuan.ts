/** Sichuan: tables numbered 1-1 to 3-3, codes split into 类 款 项 beside the unit's code, rows of the unit before those of its items, wide tables by economic class. */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, itemsOf, not, ofEconomic, ofFund, projectsOf, type Where } from './figures.ts';
import {
  beside,
  byItems,
  type Column,
  type Line,
  layoutOf,
  levelColumns,
  lineOf,
  money,
  nameColumn,
  type Sheet,
  type Style,
  total,
  words,
} from './paper.ts';
import { appropriated, classes, isCurrent, lines, natureIs, none, numbered, publicsColumns, REVENUE } from './parts.ts';

const UNIT = '226001';
const left = (levels: readonly string[], name: string): readonly Column[] => [
  ...levelColumns(['项目', '科目编码'], levels),
  words(['项目', '单位代码'], ({ unit }) => unit ?? ''),
  nameColumn(['项目', name]),
];

/** The total, the unit's row and its items at their lowest level. */
const ofUnit = (list: 'function' | 'economic', where: Where): Line[] => [
  total(where, '合　计'),
  { code: '', name: '青山县司法局', level: 0, holds: where, unit: UNIT },
  ...itemsOf(list, where)
    .filter(({ level }) => level === (list === 'function' ? 2 : 1))
    .map((item) => ({ ...lineOf(item), level: 0, unit: UNIT })),
];

export function sichuan(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: true };
  const general = ofFund('general-public');
  const LEVELS = ['类', '款', '项'];
  const sheets: Sheet[] = [
    {
      title: '部门收支总表',
      number: '表1',
      paths: [
        ['收　　入', '项　　　目'],
        ['收　　入', '2026年预算数'],
        ['支　　出', '项　　　目'],
        ['支　　出', '2026年预算数'],
      ],
      rows: beside(
        lines(
          [
            ['一、一般公共预算拨款收入', REVENUE[0]![1]],
            ['二、政府性基金预算拨款收入', REVENUE[1]![1]],
            ['三、国有资本经营预算拨款收入', REVENUE[2]![1]],
            ['四、事业收入', REVENUE[4]![1]],
            ['五、事业单位经营收入', none],
            ['六、其他收入', REVENUE[8]![1]],
            ['本 年 收 入 合 计', isCurrent],
            ['七、用事业基金弥补收支差额', none],
            ['八、上年结转', isCarried],
            ['收 入 总 计', all],
          ],
          style,
        ),
        lines(
          [
            ...classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
            ['本 年 支 出 合 计', all],
            ['三十一、事业单位结余分配', none],
            ['其中：转入事业基金', none],
            ['三十二、结转下年', none],
            ['支 出 总 计', all],
          ],
          style,
        ),
      ),
    },
    byItems(
      '部门收入总表',
      [
        ...left(LEVELS, '单位名称（科目）'),
        money(['合计'], all),
        money(['上年结转'], isCarried),
        money(['一般公共预算拨款收入'], REVENUE[0]![1]),
        money(['政府性基金预算拨款收入'], REVENUE[1]![1]),
        money(['国有资本经营预算拨款收入'], REVENUE[2]![1]),
        money(['事业收入'], REVENUE[4]![1]),
        money(['事业单位经营收入'], none),
        money(['其他收入'], REVENUE[8]![1]),
        money(['上级补助收入'], none),
        money(['附属单位上缴收入'], none),
        money(['用事业基金弥补收支差额'], none),
      ],
      ofUnit('function', all),
      style,
      { number: '表1-1' },
    ),
    byItems(
      '部门支出总表',
      [
        ...left(LEVELS, '单位名称（科目）'),
        money(['合计'], all),
        money(['基本支出'], natureIs('personnel', 'operating')),
        money(['项目支出'], natureIs('project')),
        money(['上缴上级支出'], none),
        money(['对附属单位补助支出'], none),
      ],
      ofUnit('function', all),
      style,
      { number: '表1-2' },
    ),
    {
      title: '财政拨款收支预算总表',
      number: '表2',
      paths: [
        ['收　入', '项　目'],
        ['收　入', '2026年预算数'],
        ['支　出', '项　目'],
        ['支　出', '合计'],
        ['支　出', '一般公共预算'],
        ['支　出', '政府性基金预算'],
        ['支　出', '国有资本经营预算'],
        ['支　出', '上年财政拨款资金结转'],
      ],
      rows: beside(
        lines(
          [
            ['一、本年收入', and(appropriated, isCurrent)],
            ['一般公共预算拨款收入', REVENUE[0]![1]],
            ['政府性基金预算拨款收入', REVENUE[1]![1]],
            ['国有资本经营预算拨款收入', REVENUE[2]![1]],
            ['二、上年结转', and(appropriated, isCarried)],
            ['一般公共预算拨款收入', and(general, isCarried)],
            ['政府性基金预算拨款收入', none],
            ['国有资本经营预算拨款收入', none],
            ['上年财政拨款资金结转', none],
            ['收 入 总 计', appropriated],
          ],
          style,
        ),
        lines(
          [
            ['一、本年支出', appropriated],
            ...classes(appropriated).map(({ name, holds }) => [name, holds] as const),
            ['二、结转下年', none],
            ['支 出 总 计', appropriated],
          ],
          style,
          [
            all,
            and(ofFund('general-public'), isCurrent),
            ofFund('government-fund'),
            ofFund('state-capital'),
            isCarried,
          ],
        ),
      ),
    },
    byItems(
      '财政拨款支出预算表（部门经济分类科目）',
      [
        ...left(['类', '款'], '单位名称（科目）'),
        money(['总计'], all),
        ...(
          [
            ['一般公共预算拨款', ofFund('general-public')],
            ['政府性基金安排', ofFund('government-fund')],
            ['国有资本经营预算安排', ofFund('state-capital')],
          ] as const
        ).flatMap(([fund, where]) => [
          money(['县级当年财政拨款安排', fund, '小计'], and(where, isCurrent)),
          money(['县级当年财政拨款安排', fund, '基本支出'], and(where, isCurrent, natureIs('personnel', 'operating'))),
          money(['县级当年财政拨款安排', fund, '项目支出'], and(where, isCurrent, natureIs('project'))),
        ]),
        money(['上级提前通知专项转移支付', '合计'], none),
        money(['上级提前通知专项转移支付', '基本支出'], none),
        money(['上级提前通知专项转移支付', '项目支出'], none),
        money(['上年结转安排', '合计'], isCarried),
        money(['上年结转安排', '基本支出'], none),
        money(['上年结转安排', '项目支出'], isCarried),
      ],
      ofUnit('economic', appropriated),
      style,
      { number: '表2-1' },
    ),
    byItems(
      '一般公共预算支出预算表',
      [
        ...left(LEVELS, '单位名称（科目）'),
        money(['总计'], all),
        ...itemsOf('economic', general, 1).flatMap(({ code, name }) => [
          money([name, '合计'], ofEconomic(code)),
          ...itemsOf('economic', and(general, ofEconomic(code)))
            .filter(({ level }) => level === 1)
            .map((item) => money([name, item.name], ofEconomic(item.code))),
        ]),
      ],
      ofUnit('function', general),
      style,
      { number: '表3' },
    ),
    byItems(
      '一般公共预算基本支出预算表',
      [
        ...levelColumns(['项目', '科目编码'], ['类', '款']),
        words(['项目', '单位代码'], ({ unit }) => unit ?? ''),
        nameColumn(['项目', '单位名称（科目）']),
        money(['基本支出', '合计'], all),
        money(['基本支出', '人员经费'], natureIs('personnel')),
        money(['基本支出', '公用经费'], natureIs('operating')),
      ],
      [
        total(and(general, not(natureIs('project'))), '合　计'),
        ...itemsOf('economic', and(general, not(natureIs('project')))).map((item) => ({ ...lineOf(item), unit: UNIT })),
      ],
      style,
      { number: '表3-1' },
    ),
    byItems(
      '一般公共预算项目支出预算表',
      [...left(LEVELS, '单位名称（项目）'), money(['金额'], all)],
      [
        total(and(general, natureIs('project')), '合　计'),
        ...projectsOf(general).map(({ name, holds, first }) => ({
          code: first.function,
          name,
          level: 0,
          holds,
          unit: UNIT,
        })),
      ],
      style,
      { number: '表3-2' },
    ),
    byItems(
      '一般公共预算“三公”经费支出预算表',
      [
        words(['单位编码'], ({ unit }) => unit ?? ''),
        nameColumn(['单位名称（科目）']),
        ...publicsColumns(
          ['当年财政拨款预算安排'],
          ['合计', '因公出国（境）费用', '公务用车购置及运行费', '公务用车购置费', '公务用车运行费', '公务接待费'],
        ),
      ],
      [total(all, '合　计'), { code: '', name: '青山县司法局', level: 0, holds: all, unit: UNIT }],
      style,
      { number: '表3-3' },
    ),
    byItems(
      '政府性基金支出预算表',
      [
        ...left(LEVELS, '单位名称（科目）'),
        money(['本年政府性基金预算支出', '合计'], all),
        money(['本年政府性基金预算支出', '基本支出'], natureIs('personnel', 'operating')),
        money(['本年政府性基金预算支出', '项目支出'], natureIs('project')),
      ],
      ofUnit('function', ofFund('government-fund')),
      style,
      { number: '表4' },
    ),
    byItems(
      '国有资本经营预算支出预算表',
      [
        ...left(LEVELS, '单位名称（科目）'),
        money(['本年国有资本经营预算支出', '合计'], all),
        money(['本年国有资本经营预算支出', '基本支出'], natureIs('personnel', 'operating')),
        money(['本年国有资本经营预算支出', '项目支出'], natureIs('project')),
      ],
      ofUnit('function', ofFund('state-capital')),
      style,
      { number: '表5' },
    ),
  ];
  return layoutOf(['青山县司法局', '2026年单位预算'], sheets, style, {
    agency: '部门：青山县司法局',
    above: ['number', 'title', 'agency-unit'],
  });
}
