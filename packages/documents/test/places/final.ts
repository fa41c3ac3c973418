/** Final accounts as all provinces print them: 公开01表 to 09表, line numbers and column numbers, three panels of basic expenditure, “三公” of budget and account. */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, itemsOf, lastYear, not, ofFund, sumOf, thisYear, type Where } from './figures.ts';
import {
  beside,
  byItems,
  type Column,
  layoutOf,
  money,
  nameColumn,
  printed,
  type Sheet,
  type Style,
  total,
} from './paper.ts';
import { appropriated, classes, lines, natureIs, none, numbered, publicsColumns, REVENUE, withTotal } from './parts.ts';

/** The whole code stands over its three levels, which are merged in the rows. */
const item: readonly Column[] = [
  { path: ['项目', '科目代码', '类'], text: ({ code }) => code },
  { path: ['项目', '科目代码', '款'], text: () => '' },
  { path: ['项目', '科目代码', '项'], text: () => '' },
  nameColumn(['项目', '科目名称']),
];

/** Lines with their numbers, which go on from side to side. */
const counted = (rows: readonly (readonly string[])[], from: number): string[][] =>
  rows.map(([label, ...cells], i) => [label!, String(from + i), ...cells]);

export function finalAccounts(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: true };
  const general = ofFund('general-public');
  const basic = and(general, not(natureIs('project')));
  const index = (columns: number): readonly string[] => [
    '类',
    '款',
    '项',
    '栏次',
    ...Array.from({ length: columns }, (_, i) => String(i + 1)),
  ];
  const numberedSheet = (title: string, number: string, columns: readonly Column[], where: Where): Sheet => {
    const sheet = byItems(title, [...item, ...columns], withTotal('function', where, 'first'), style, { number });
    return {
      ...sheet,
      paths: sheet.paths.map((path) => path.filter((text) => !['类', '款', '项'].includes(text))),
      index: index(columns.length),
    };
  };
  const flow: readonly Column[] = [
    money(['年初结转和结余'], none),
    money(['本年收入'], all),
    money(['本年支出', '小计'], all),
    money(['本年支出', '基本支出'], not(natureIs('project'))),
    money(['本年支出', '项目支出'], natureIs('project')),
    money(['年末结转和结余'], none),
  ];
  const economy = (where: Where) =>
    itemsOf('economic', and(basic, where)).map(({ code, name, holds }) => [code, name, printed(sumOf(holds), style)]);
  const revenue = lines(
    [
      ['一、一般公共预算财政拨款收入', REVENUE[0]![1]],
      ['二、政府性基金预算财政拨款收入', REVENUE[1]![1]],
      ['三、国有资本经营预算财政拨款收入', REVENUE[2]![1]],
      ['四、上级补助收入', none],
      ['五、事业收入', REVENUE[4]![1]],
      ['六、经营收入', none],
      ['七、附属单位上缴收入', none],
      ['八、其他收入', REVENUE[8]![1]],
    ],
    style,
  );
  const spent = lines(
    classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
    style,
  );
  const height = Math.max(revenue.length, spent.length);
  const padded = (rows: readonly (readonly string[])[], closing: readonly (readonly string[])[]) => [
    ...rows,
    ...Array.from({ length: height - rows.length }, () => rows[0]!.map(() => '')),
    ...closing,
  ];
  const current = not(isCarried);
  const operating = economy(natureIs('operating'));
  const half = Math.ceil(operating.length / 2);
  const panels = beside(economy(natureIs('personnel')), operating.slice(0, half), operating.slice(half));
  const sheets: Sheet[] = [
    {
      title: '收入支出决算总表',
      number: '公开01表',
      paths: [
        ['收入', '项目'],
        ['收入', '行次'],
        ['收入', '金额'],
        ['支出', '项目'],
        ['支出', '行次'],
        ['支出', '金额'],
      ],
      index: ['栏次', '', '1', '栏次', '', '2'],
      rows: beside(
        counted(
          padded(
            revenue,
            lines(
              [
                ['本年收入合计', current],
                ['使用非财政拨款结余（含专用结余）', none],
                ['年初结转和结余', isCarried],
                ['总计', all],
              ],
              style,
            ),
          ),
          1,
        ),
        counted(
          padded(
            spent,
            lines(
              [
                ['本年支出合计', all],
                ['结余分配', none],
                ['年末结转和结余', none],
                ['总计', all],
              ],
              style,
            ),
          ),
          32,
        ),
      ),
    },
    numberedSheet(
      '收入决算表',
      '公开02表',
      [
        money(['本年收入合计'], all),
        money(['财政拨款收入'], appropriated),
        money(['上级补助收入'], none),
        money(['事业收入'], ofFund('institutional')),
        money(['经营收入'], none),
        money(['附属单位上缴收入'], none),
        money(['其他收入'], ofFund('other')),
      ],
      current,
    ),
    numberedSheet(
      '支出决算表',
      '公开03表',
      [
        money(['本年支出合计'], all),
        money(['基本支出'], not(natureIs('project'))),
        money(['项目支出'], natureIs('project')),
        money(['上缴上级支出'], none),
        money(['经营支出'], none),
        money(['对附属单位补助支出'], none),
      ],
      all,
    ),
    {
      title: '财政拨款收入支出决算总表',
      number: '公开04表',
      paths: [
        ['收入', '项目'],
        ['收入', '行次'],
        ['收入', '金额'],
        ['支出', '项目'],
        ['支出', '行次'],
        ['支出', '合计'],
        ['支出', '一般公共预算财政拨款'],
        ['支出', '政府性基金预算财政拨款'],
        ['支出', '国有资本经营预算财政拨款'],
      ],
      index: ['栏次', '', '1', '栏次', '', '2', '3', '4', '5'],
      rows: beside(
        counted(
          padded(
            revenue.slice(0, 3),
            lines(
              [
                ['本年收入合计', and(appropriated, current)],
                ['年初财政拨款结转和结余', and(appropriated, isCarried)],
                ['一般公共预算财政拨款', and(appropriated, isCarried)],
                ['政府性基金预算财政拨款', none],
                ['国有资本经营预算财政拨款', none],
                ['总计', appropriated],
              ],
              style,
            ),
          ),
          1,
        ),
        counted(
          [
            ...padded(
              lines(
                classes(appropriated).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
                style,
                [all, general, ofFund('government-fund'), ofFund('state-capital')],
              ),
              [],
            ),
            ...lines(
              [
                ['本年支出合计', appropriated],
                ['年末财政拨款结转和结余', none],
                ['', undefined],
                ['', undefined],
                ['', undefined],
                ['总计', appropriated],
              ],
              style,
              [all, general, ofFund('government-fund'), ofFund('state-capital')],
            ),
          ],
          33,
        ),
      ),
    },
    numberedSheet(
      '一般公共预算财政拨款支出决算表',
      '公开05表',
      [
        money(['本年支出', '小计'], all),
        money(['本年支出', '基本支出'], not(natureIs('project'))),
        money(['本年支出', '项目支出'], natureIs('project')),
      ],
      general,
    ),
    {
      title: '一般公共预算财政拨款基本支出决算明细表',
      number: '公开06表',
      paths: [
        ['人员经费', '科目代码'],
        ['人员经费', '科目名称'],
        ['人员经费', '决算数'],
        ['公用经费', '科目代码'],
        ['公用经费', '科目名称'],
        ['公用经费', '决算数'],
        ['公用经费', '科目代码'],
        ['公用经费', '科目名称'],
        ['公用经费', '决算数'],
      ],
      rows: [
        ...panels,
        [
          '人员经费合计',
          '',
          printed(sumOf(and(basic, natureIs('personnel'))), style),
          '公用经费合计',
          '',
          '',
          '',
          '',
          printed(sumOf(and(basic, natureIs('operating'))), style),
        ],
      ],
    },
    numberedSheet('政府性基金预算财政拨款收入支出决算表', '公开07表', flow, ofFund('government-fund')),
    numberedSheet(
      '国有资本经营预算财政拨款支出决算表',
      '公开08表',
      [money(['本年支出', '合计'], all), money(['本年支出', '基本支出'], none), money(['本年支出', '项目支出'], all)],
      ofFund('state-capital'),
    ),
    {
      ...byItems(
        '财政拨款“三公”经费支出决算表',
        [
          ...publicsColumns(
            ['预算数'],
            [
              '合计',
              '因公出国（境）费',
              '公务用车购置及运行维护费',
              '公务用车购置费',
              '公务用车运行维护费',
              '公务接待费',
            ],
            general,
            lastYear,
          ),
          ...publicsColumns(
            ['决算数'],
            [
              '合计',
              '因公出国（境）费',
              '公务用车购置及运行维护费',
              '公务用车购置费',
              '公务用车运行维护费',
              '公务接待费',
            ],
            general,
            thisYear,
          ),
        ],
        [total(all)],
        style,
        { number: '公开09表' },
      ),
      index: Array.from({ length: 12 }, (_, i) => String(i + 1)),
    },
  ];
  return layoutOf(['青山县司法局', '2025年度部门决算'], sheets, style, {
    agency: '部门：青山县司法局',
    above: ['title', 'number', 'agency-unit'],
  });
}
