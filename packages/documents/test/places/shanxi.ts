/** Shanxi, Gansu and others: last year beside this year in every table with what it differs by, the three publics as rows. */
import type { Layout } from '../../src/layout.ts';
import {
  all,
  and,
  isCarried,
  lastYear,
  not,
  ofEconomic,
  ofFund,
  PUBLICS,
  sumOf,
  thisYear,
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
import { appropriated, classes, isCurrent, lines, natureIs, none, numbered, REVENUE, withTotal } from './parts.ts';

const percent = (now: number, then: number): string =>
  then === 0 ? '' : `${((100 * (now - then)) / then).toFixed(2)}%`;

export function shanxi(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: true };
  const general = ofFund('general-public');
  const basic = not(natureIs('project'));
  const change = (path: readonly string[], where: Where): Column => ({
    path,
    text: ({ holds }, look) => {
      const own = and(holds, where);
      return printed(sumOf(own) - sumOf(own, lastYear), look);
    },
  });
  const years = (head: string): readonly Column[] =>
    (
      [
        ['2025年预算数', lastYear],
        ['2026年预算数', thisYear],
      ] as const
    )
      .flatMap(([year, of]) => [
        money([year, '合计'], all, of),
        money([year, '基本支出'], basic, of),
        money([year, '项目支出'], natureIs('project'), of),
      ])
      .concat(
        change([head, '合计'], all),
        change([head, '基本支出'], basic),
        change([head, '项目支出'], natureIs('project')),
      );
  const item = [codeColumn(['项目', '科目编码']), nameColumn(['项目', '科目名称'])];
  const both = (rows: readonly (readonly [string, Where | undefined])[]) =>
    rows.map(([label, where]) => {
      const [now, then] = where ? [sumOf(where), sumOf(where, lastYear)] : [0, 0];
      return [label, printed(then, style), printed(now, style), percent(now, then)];
    });
  const twoYears = (side: string) => [
    [side, '项目'],
    [side, '2025年'],
    [side, '2026年'],
    [side, '2026年比2025年增减%'],
  ];
  const { overseas, purchase, running, hospitality } = PUBLICS;
  const is = (...codes: readonly string[]): Where => and(general, ofEconomic(...codes));
  const sheets: Sheet[] = [
    {
      title: '2026年预算收支总表',
      number: '表1',
      paths: [...twoYears('收入'), ...twoYears('支出')],
      rows: beside(
        both([
          ['一、一般公共预算', REVENUE[0]![1]],
          ['二、政府性基金预算', REVENUE[1]![1]],
          ['三、国有资本经营预算', REVENUE[2]![1]],
          ['四、财政专户管理资金', none],
          ['五、单位资金', and(isCurrent, ofFund('institutional', 'other'))],
          ['本年收入合计', isCurrent],
          ['上年结转', isCarried],
          ['收入总计', all],
        ]),
        both([
          ...classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
          ['本年支出合计', all],
          ['结转下年', none],
          ['支出总计', all],
        ]),
      ),
    },
    byItems(
      '2026年预算收入总表',
      [
        ...item,
        money(['合计'], all),
        money(['本年收入', '小计'], isCurrent),
        money(['本年收入', '一般公共预算'], REVENUE[0]![1]),
        money(['本年收入', '政府性基金'], REVENUE[1]![1]),
        money(['本年收入', '国有资本经营预算'], REVENUE[2]![1]),
        money(['本年收入', '财政专户管理资金'], none),
        money(['本年收入', '单位资金'], and(isCurrent, ofFund('institutional', 'other'))),
        money(['上年结转'], isCarried),
      ],
      withTotal('function', all, 'last'),
      style,
      { number: '表2' },
    ),
    byItems(
      '2026年预算支出总表',
      [...item, money(['合计'], all), money(['基本支出'], basic), money(['项目支出'], natureIs('project'))],
      withTotal('function', all, 'last'),
      style,
      { number: '表3' },
    ),
    {
      title: '2026年财政拨款收支总表',
      number: '表4',
      paths: [
        ['收入', '项目'],
        ['收入', '金额'],
        ['支出', '项目'],
        ['支出', '小计'],
        ['支出', '一般公共预算'],
        ['支出', '政府性基金预算'],
        ['支出', '国有资本经营预算'],
      ],
      rows: beside(
        lines(
          [
            ['一、一般公共预算', REVENUE[0]![1]],
            ['二、政府性基金预算', REVENUE[1]![1]],
            ['三、国有资本经营预算', REVENUE[2]![1]],
            ['本年收入合计', and(appropriated, isCurrent)],
            ['上年结转', and(appropriated, isCarried)],
            ['收入总计', appropriated],
          ],
          style,
        ),
        lines(
          [
            ...classes(appropriated).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
            ['本年支出合计', appropriated],
            ['结转下年', none],
            ['支出总计', appropriated],
          ],
          style,
          [all, general, ofFund('government-fund'), ofFund('state-capital')],
        ),
      ),
    },
    byItems(
      '2026年一般公共预算支出表',
      [...item, ...years('2026年比2025年增减')],
      withTotal('function', general, 'last'),
      style,
      { number: '表5' },
    ),
    byItems(
      '2026年一般公共预算安排基本支出分经济科目表',
      [
        codeColumn(['经济科目编码']),
        nameColumn(['经济科目名称']),
        money(['预算数'], all),
        { path: ['备注'], text: () => '' },
      ],
      withTotal('economic', and(general, basic), 'last'),
      style,
      { number: '表6' },
    ),
    byItems(
      '2026年政府性基金预算支出表',
      [...item, money(['合计'], all), money(['基本支出'], basic), money(['项目支出'], natureIs('project'))],
      withTotal('function', ofFund('government-fund'), 'last'),
      style,
      { number: '表7' },
    ),
    byItems(
      '2026年国有资本经营预算支出表',
      [...item, money(['合计'], all), money(['基本支出'], basic), money(['项目支出'], natureIs('project'))],
      withTotal('function', ofFund('state-capital'), 'last'),
      style,
      { number: '表8' },
    ),
    {
      title: '2026年“三公”经费预算财政拨款情况统计表',
      number: '表9',
      paths: [
        ['项目'],
        ['2025年预算数'],
        ['2026年预算数'],
        ['2026年比2025年增减', '增减额'],
        ['2026年比2025年增减', '增减%'],
      ],
      rows: (
        [
          ['合计', is(overseas, purchase, running, hospitality)],
          ['因公出国（境）费', is(overseas)],
          ['公务接待费', is(hospitality)],
          ['公务用车购置及运行费', is(purchase, running)],
          ['①公务用车购置', is(purchase)],
          ['②公务用车运行维护费', is(running)],
        ] as const
      ).map(([label, where]) => {
        const [now, then] = [sumOf(where), sumOf(where, lastYear)];
        return [label, printed(then, style), printed(now, style), printed(now - then, style), percent(now, then)];
      }),
    },
    byItems(
      '2026年机关运行经费预算财政拨款情况统计表',
      [codeColumn(['科目编码']), nameColumn(['科目名称']), money(['2026年预算数'], all)],
      withTotal('economic', and(general, natureIs('operating')), 'last'),
      style,
      { number: '表10' },
    ),
  ];
  return layoutOf(['2026年部门预算', '青山县司法局'], sheets, style, {
    agency: '部门：青山县司法局',
    above: ['number', 'title', 'agency-unit'],
  });
}
