/** Central bodies' own manners: execution beside the plan and what both differ by, carried over money by fund, final accounts. */
import type { Layout } from '../../src/layout.ts';
import {
  all,
  and,
  isBasic,
  isCarried,
  lastYear,
  not,
  ofEconomic,
  ofFund,
  PUBLICS,
  sumOf,
  type Where,
} from './figures.ts';
import {
  beside,
  byItems,
  type Column,
  codeColumn,
  layoutOf,
  money,
  nameColumn,
  printed,
  type Sheet,
  type Style,
} from './paper.ts';
import { classes, isCurrent, lines, natureIs, none, numbered, REVENUE, withTotal } from './parts.ts';

const style: Style = { unit: '万元', zero: '', separators: true };
const general = ofFund('general-public');
const { overseas, purchase, running, hospitality } = PUBLICS;
const is = (...codes: readonly string[]): Where => and(general, ofEconomic(...codes));

/** 部门收支总表 with two years and what they differ by; 支出 by item with 执行数, 年初预算数 and both changes. */
export function ministryOfYears(): Layout {
  const years = [lastYear, undefined] as const;
  const paths = ['收入', '支出'].flatMap((side) => [
    [side, '项目'],
    [side, '2025年预算数'],
    [side, '2026年预算数'],
    [side, '增减变化(%)'],
  ]);
  const withChange = (rows: readonly (readonly [string, Where | undefined])[]): string[][] =>
    rows.map(([label, where]) => {
      const [before, now] = years.map((of) => (where ? sumOf(where, of) : 0)) as [number, number];
      const change = before === 0 ? '' : ((100 * (now - before)) / before).toFixed(1);
      return [label, printed(before, style), printed(now, style), change];
    });
  const columns: readonly Column[] = [
    codeColumn(['功能分类科目', '科目编码']),
    nameColumn(['功能分类科目', '科目名称']),
    money(['2025年执行数'], all, lastYear),
    money(['2026年预算数', '年初预算数', '小计'], all),
    money(['2026年预算数', '年初预算数', '基本支出'], isBasic),
    money(['2026年预算数', '年初预算数', '项目支出'], not(isBasic)),
    {
      path: ['2026年预算数比2025年执行数', '增减额'],
      text: ({ holds }, look) => printed(sumOf(holds) - sumOf(holds, lastYear), look),
    },
    {
      path: ['2026年预算数比2025年执行数', '增减（%）'],
      text: ({ holds }) => ((100 * (sumOf(holds) - sumOf(holds, lastYear))) / sumOf(holds, lastYear)).toFixed(2),
    },
  ];
  const sheets: Sheet[] = [
    {
      title: '部门收支总表',
      number: '公开01表',
      paths,
      rows: beside(
        withChange([
          ['一、一般公共预算拨款收入', REVENUE[0]![1]],
          ['二、政府性基金预算拨款收入', REVENUE[1]![1]],
          ['三、国有资本经营预算拨款收入', REVENUE[2]![1]],
          ['四、财政专户管理资金收入', none],
          ['五、事业收入', REVENUE[4]![1]],
          ['六、上级补助收入', none],
          ['七、附属单位上缴收入', none],
          ['八、事业单位经营收入', none],
          ['九、其他收入', REVENUE[8]![1]],
          ['本年收入合计', isCurrent],
          ['使用非财政拨款结余', none],
          ['上年结转', isCarried],
          ['收入总计', all],
        ]),
        withChange([
          ...classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
          ['本年支出合计', all],
          ['结转下年', none],
          ['支出总计', all],
        ]),
      ),
    },
    byItems('一般公共预算支出表', columns, withTotal('function', general, 'last'), style, { number: '公开05表' }),
    {
      title: '一般公共预算“三公”经费支出表',
      number: '公开07表',
      paths: [['项目'], ['2025年预算数'], ['2025年执行数'], ['2026年预算数']],
      rows: (
        [
          ['合计', is(overseas, purchase, running, hospitality)],
          ['1.因公出国（境）费', is(overseas)],
          ['2.公务接待费', is(hospitality)],
          ['3.公务用车费', is(purchase, running)],
          ['其中：（1）公务用车运行维护费', is(running)],
          ['（2）公务用车购置', is(purchase)],
        ] as const
      ).map(([label, where]) => [
        label,
        printed(sumOf(where, lastYear), style),
        printed(sumOf(where, lastYear), style),
        printed(sumOf(where), style),
      ]),
    },
  ];
  return layoutOf(['国家青山监测局', '2026年部门预算', '二○二六年三月'], sheets, style, {
    agency: '部门：国家青山监测局',
    above: ['number', 'title', 'agency-unit'],
  });
}

/** A subordinate institution of a ministry: revenue and expenditure with 使用非财政拨款结余, 事业单位 columns in two levels, each sum first. */
export function ministryUnit(): Layout {
  const item: readonly Column[] = [codeColumn(['科目编码']), nameColumn(['科目名称'])];
  const sheets: Sheet[] = [
    {
      title: '单位收支总表',
      paths: ['收    入', '支    出'].flatMap((side) => [
        [side, '项    目'],
        [side, '预算数'],
      ]),
      rows: beside(
        lines(
          [
            ['一、一般公共预算拨款收入', REVENUE[0]![1]],
            ['二、政府性基金预算拨款收入', REVENUE[1]![1]],
            ['三、国有资本经营预算拨款收入', REVENUE[2]![1]],
            ['四、事业收入', REVENUE[4]![1]],
            ['五、其他收入', REVENUE[8]![1]],
            ['本年收入合计', isCurrent],
            ['六、使用非财政拨款结余（含专用结余）', none],
            ['七、上年结转', isCarried],
            ['收入总计', all],
          ],
          style,
        ),
        lines(
          [
            ...classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
            ['本年支出合计', all],
            ['结转下年', none],
            ['支出总计', all],
          ],
          style,
        ),
      ),
    },
    byItems(
      '单位收入总表',
      [
        codeColumn(['科目', '科目编码']),
        nameColumn(['科目', '科目名称']),
        money(['合计'], all),
        money(['上年结转', '小计'], isCarried),
        money(['上年结转', '一般公共预算拨款结转'], and(general, isCarried)),
        money(['上年结转', '其他结转'], none),
        money(['一般公共预算拨款收入'], REVENUE[0]![1]),
        money(['政府性基金预算拨款收入'], REVENUE[1]![1]),
        money(['国有资本经营预算拨款收入'], REVENUE[2]![1]),
        money(['事业收入', '金额'], REVENUE[4]![1]),
        money(['事业收入', '其中：教育收费'], none),
        money(['上级补助收入'], none),
        money(['附属单位上缴收入'], none),
        money(['事业单位经营收入'], none),
        money(['其他收入'], REVENUE[8]![1]),
        money(['使用非财政拨款结余'], none),
      ],
      withTotal('function', all, 'last', 3, '合  计'),
      style,
    ),
    byItems(
      '单位支出总表',
      [
        ...item,
        money(['合计'], all),
        money(['基本支出'], isBasic),
        money(['项目支出'], natureIs('project')),
        money(['上缴上级支出'], none),
        money(['事业单位经营支出'], none),
        money(['对附属单位补助支出'], none),
      ],
      withTotal('function', all, 'last', 3, '合  计'),
      style,
    ),
    byItems(
      '一般公共预算基本支出表',
      [
        codeColumn(['支出经济分类科目', '科目编码']),
        nameColumn(['支出经济分类科目', '科目名称']),
        money(['当年财政拨款', '合计'], all),
        money(['当年财政拨款', '人员经费'], natureIs('personnel')),
        money(['当年财政拨款', '公用经费'], natureIs('operating')),
      ],
      withTotal('economic', and(general, isBasic), 'last', 2, '合  计'),
      style,
    ),
    {
      title: '一般公共预算“三公”经费支出表',
      paths: ['2025年', '2026年'].flatMap((year) => [
        [year, '合计'],
        [year, '因公出国（境）费'],
        [year, '公务用车购置及运行费', '小计'],
        [year, '公务用车购置及运行费', '公务用车购置费'],
        [year, '公务用车购置及运行费', '公务用车运行费'],
        [year, '公务接待费'],
      ]),
      rows: [
        [lastYear, undefined].flatMap((of) =>
          [
            is(overseas, purchase, running, hospitality),
            is(overseas),
            is(purchase, running),
            is(purchase),
            is(running),
            is(hospitality),
          ].map((where) => printed(sumOf(where, of), style)),
        ),
      ],
    },
  ];
  return layoutOf(['国家青山监测局信息中心', '2026年单位预算'], sheets, style, { above: ['title', 'unit'] });
}

/** Final accounts of a ministry: codes level by level under 支出功能分类科目编码, 栏次 and 合计 rows and both plans of “三公”. */
export function ministryAccounts(): Layout {
  const look: Style = { ...style, zero: '' };
  const levels = ['类', '款', '项'].map(
    (level, i): Column => ({
      path: ['项目', '功能分类科目编码', level],
      text: ({ code }) => (i === 0 ? code : ''),
    }),
  );
  const where = general;
  const spent = (title: string, number: string, of: Where): Sheet => {
    const columns: readonly Column[] = [
      ...levels,
      nameColumn(['项目', '科目名称']),
      money(['本年支出合计'], all),
      money(['基本支出'], isBasic),
      money(['项目支出'], not(isBasic)),
    ];
    const sheet = byItems(title, columns, withTotal('function', of, 'first'), look, { number });
    return { ...sheet, index: ['类', '款', '项', '栏次', '1', '2', '3'] };
  };
  const whole = is(overseas, purchase, running, hospitality);
  const sheets: Sheet[] = [
    spent('一般公共预算财政拨款支出决算表', '公开05表', where),
    {
      title: '财政拨款“三公”经费支出决算表',
      number: '公开07表',
      paths: ['预算数', '决算数'].flatMap((group) => [
        [group, '合计'],
        [group, '因公出国（境）费'],
        [group, '公务用车购置及运行维护费', '小计'],
        [group, '公务用车购置及运行维护费', '公务用车购置费'],
        [group, '公务用车购置及运行维护费', '公务用车运行维护费'],
        [group, '公务接待费'],
      ]),
      index: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
      rows: [
        [undefined, undefined].flatMap(() =>
          [whole, is(overseas), is(purchase, running), is(purchase), is(running), is(hospitality)].map((each) =>
            printed(sumOf(each), look),
          ),
        ),
      ],
    },
  ];
  return layoutOf(['国家青山监测局2025年度部门决算'], sheets, look, {
    agency: '部门：国家青山监测局',
    above: ['title', 'number', 'agency-unit'],
  });
}
export const ministries = { ministryOfYears, ministryUnit, ministryAccounts };
