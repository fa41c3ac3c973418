/** Small documents, each in a manner of printing that some province has: numbering, panels, codes, units, where totals stand. */
import type { Layout } from '../../src/layout.ts';
import {
  all,
  and,
  isBasic,
  isCarried,
  itemsOf,
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
  counted,
  type Head,
  type Line,
  layoutOf,
  levelColumns,
  lineOf,
  money,
  nameColumn,
  printed,
  type Sheet,
  type Style,
  total,
  words,
} from './paper.ts';
import { appropriated, classes, isCurrent, lines, natureIs, none, numbered, REVENUE, withTotal } from './parts.ts';

const MILLIONS: Style = { unit: '万元', zero: '', separators: true };
const PLAIN: Style = { unit: '元', zero: '', separators: false };
const general = ofFund('general-public');
const { overseas, purchase, running, hospitality } = PUBLICS;
const is = (...codes: readonly string[]): Where => and(general, ofEconomic(...codes));
const AGENCY = '青山省司法厅';
const head = (...above: Head['above']): Head => ({ agency: `部门名称：${AGENCY}`, above });
const doc = (
  sheets: readonly Sheet[],
  style: Style,
  of: Head,
  cover: readonly string[] = [`${AGENCY}2026年部门预算`],
) => layoutOf(cover, sheets, style, of);
const basicColumns: readonly Column[] = [
  money(['合计'], all),
  money(['基本支出'], isBasic),
  money(['项目支出'], natureIs('project')),
];
const revenueLines: readonly (readonly [string, Where])[] = [
  ['一、一般公共预算拨款收入', REVENUE[0]![1]],
  ['二、政府性基金预算拨款收入', REVENUE[1]![1]],
  ['三、国有资本经营预算拨款收入', REVENUE[2]![1]],
  ['四、财政专户管理资金收入', none],
  ['五、单位资金收入', and(not(appropriated), isCurrent)],
  ['本年收入合计', isCurrent],
  ['上年结转结余', isCarried],
  ['收入总计', all],
];
const spendingLines: readonly (readonly [string, Where])[] = [
  ...classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
  ['本年支出合计', all],
  ['年终结转结余', none],
  ['支出总计', all],
];
const sources: readonly Column[] = [
  money(['合计'], all),
  money(['一般公共预算'], and(general, isCurrent)),
  money(['政府性基金预算'], ofFund('government-fund')),
  money(['国有资本经营预算'], ofFund('state-capital')),
  money(['财政专户管理资金'], none),
  money(['单位资金', '小计'], not(appropriated)),
  money(['单位资金', '事业收入'], ofFund('institutional')),
  money(['单位资金', '其他收入'], ofFund('other')),
  money(['上年结转'], isCarried),
];
const whole = is(overseas, purchase, running, hospitality);

/** 收支总表 in three panels: revenue, expenditure by function, expenditure by economic class. */
export function threePanels(): Layout {
  const style = MILLIONS;
  const economic = itemsOf('economic', all, 1);
  const sheet: Sheet = {
    title: '部门预算收支总表',
    number: '公开表1',
    paths: [
      ['收入', '项目'],
      ['收入', '预算数'],
      ['支出', '支出功能分类科目'],
      ['支出', '预算数'],
      ['支出', '支出经济分类科目'],
      ['支出', '预算数'],
    ],
    rows: beside(
      lines(revenueLines, style),
      lines(spendingLines, style),
      lines(
        [
          ...economic.map(({ name, holds }, i) => [numbered(i, name), holds] as const),
          ['本年支出合计', all],
          ['年终结转结余', none],
          ['支出总计', all],
        ],
        style,
      ),
    ),
  };
  const revenue = byItems(
    '部门预算收入总表',
    [codeColumn(['科目编码']), nameColumn(['科目名称']), ...sources],
    withTotal('function', all, 'first'),
    style,
    { number: '公开表1-1' },
  );
  const spending = byItems(
    '部门预算支出总表',
    [codeColumn(['科目编码']), nameColumn(['科目名称']), ...basicColumns],
    withTotal('function', all, 'first'),
    style,
    { number: '公开表1-2' },
  );
  return doc([sheet, revenue, spending], style, head('number', 'title', 'agency-unit'));
}

/** The code and name in one cell, joined by a dash; the total last; the unit in the title. */
export function joinedCodes(): Layout {
  const style = MILLIONS;
  const joined = (path: readonly string[]) => words(path, ({ code, name }) => (code ? `${code}-${name}` : name));
  const of = (
    title: string,
    where: Where,
    columns: readonly Column[] = basicColumns,
    list: 'function' | 'economic' = 'function',
  ) =>
    byItems(
      `${title}（单位：万元）`,
      [joined(['科目编码-科目名称']), ...columns],
      withTotal(list, where, 'last'),
      style,
    );
  return doc(
    [
      of('部门收入总表', all, sources),
      of('部门支出总表', all),
      of('一般公共预算支出表', general),
      of(
        '一般公共预算基本支出表',
        and(general, isBasic),
        [money(['合计'], all), money(['人员经费'], natureIs('personnel')), money(['公用经费'], natureIs('operating'))],
        'economic',
      ),
    ],
    style,
    head('title'),
  );
}

/** Names with dashes and codes only in front of the items; the unit at the left, below the title; amounts in 元 without separators. */
export function dashedNames(): Layout {
  const style = PLAIN;
  const name = words(['单位名称/科目名称'], ({ name: text, level }) => `${'--'.repeat(level)}${text}`);
  const of = (title: string, where: Where, columns: readonly Column[] = basicColumns) =>
    byItems(title, [codeColumn(['编码']), name, ...columns], withTotal('function', where, 'first'), style);
  return doc(
    [of('收入预算表', all, sources), of('支出预算表', all), of('一般公共预算财政拨款支出预算表', general)].map(
      (sheet, i) => ({ ...sheet, number: `预算0${i + 2}-1表` }),
    ),
    style,
    { agency: '', above: ['title', 'unit', 'number'] },
  );
}

/** 收支总表 with last year's budget, this year's and what they differ by, in amount and percent. */
export function comparedYears(): Layout {
  const style = MILLIONS;
  const sides = (rows: readonly (readonly [string, Where])[]) =>
    rows.map(([label, where]) => {
      const [before, now] = [sumOf(where, lastYear), sumOf(where)];
      return [
        label,
        printed(before, style),
        printed(now, style),
        printed(now - before, style),
        before ? `${(((now - before) / before) * 100).toFixed(2)}%` : '',
      ];
    });
  const columns = (side: string) =>
    ['项目', '上年预算数', '本年预算数', '增减额', '增减率'].map((leaf) => [side, leaf] as const);
  const items: Sheet = byItems(
    '一般公共预算支出表',
    [
      codeColumn(['科目编码']),
      nameColumn(['科目名称'], '　'),
      money(['上年预算数'], all, lastYear),
      money(['本年预算数', '合计'], all),
      money(['本年预算数', '基本支出'], isBasic),
      money(['本年预算数', '项目支出'], not(isBasic)),
      {
        path: ['本年预算数比上年预算数', '增减额'],
        text: ({ holds }, look) => printed(sumOf(holds) - sumOf(holds, lastYear), look),
      },
      {
        path: ['本年预算数比上年预算数', '增减率(%)'],
        text: ({ holds }) => ((sumOf(holds) / sumOf(holds, lastYear) - 1) * 100).toFixed(2),
      },
    ],
    withTotal('function', general, 'last'),
    style,
  );
  return doc(
    [
      {
        title: '收支预算总表',
        paths: [...columns('收入'), ...columns('支出')],
        rows: beside(sides(revenueLines), sides(spendingLines)),
      },
      items,
    ].map((sheet, i) => ({ ...sheet, number: `附表${i + 1}` })),
    style,
    head('number', 'title', 'agency-unit'),
  );
}

/** “三公” with meetings and training: by line with both years, or beside each other for each unit. */
export function publicsWithMeetings(): Layout {
  const style: Style = { unit: '万元', zero: '0.00', separators: true };
  const rows: readonly (readonly [string, Where])[] = [
    ['合计', and(general, ofEconomic(overseas, purchase, running, hospitality, '30215', '30216'))],
    ['一、“三公”经费小计', whole],
    ['（一）因公出国（境）费用', is(overseas)],
    ['（二）公务接待费', is(hospitality)],
    ['（三）公务用车购置及运行维护费', is(purchase, running)],
    ['1.公务用车购置费', is(purchase)],
    ['2.公务用车运行维护费', is(running)],
    ['二、会议费', is('30215')],
    ['三、培训费', is('30216')],
  ];
  const change = (now: number, before: number) => (before ? `${((now / before - 1) * 100).toFixed(1)}%` : '');
  return doc(
    [
      {
        title: '一般公共预算“三公”经费、会议费、培训费支出表',
        number: '部门公开表8',
        paths: [['项目'], ['上年预算数'], ['本年预算数'], ['增减额'], ['增减幅度']],
        rows: rows.map(([label, where]) => {
          const [before, now] = [sumOf(where, lastYear), sumOf(where)];
          return [
            label,
            printed(before, style),
            printed(now, style),
            printed(now - before, style),
            change(now, before),
          ];
        }),
      },
    ],
    style,
    head('number', 'title', 'agency-unit'),
  );
}

/** The same for each unit in a row, in three levels of headers, both years, with meetings and training. */
export function publicsByUnit(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: false };
  const columns = (year: string, of?: typeof lastYear): readonly Column[] => [
    money([year, '总计'], and(general, ofEconomic(overseas, purchase, running, hospitality, '30215', '30216')), of),
    money([year, '“三公”经费', '小计'], whole, of),
    money([year, '“三公”经费', '因公出国（境）费'], is(overseas), of),
    money([year, '“三公”经费', '公务接待费'], is(hospitality), of),
    money([year, '“三公”经费', '公务用车费', '小计'], is(purchase, running), of),
    money([year, '“三公”经费', '公务用车费', '购置费'], is(purchase), of),
    money([year, '“三公”经费', '公务用车费', '运行维护费'], is(running), of),
    money([year, '会议费'], is('30215'), of),
    money([year, '培训费'], is('30216'), of),
  ];
  const unit: Line = { code: '206001', name: '青山省司法厅本级', level: 0, holds: all };
  return doc(
    [
      byItems(
        '2026年“三公”经费及会议费、培训费预算表',
        [
          codeColumn(['单位编码']),
          nameColumn(['单位名称']),
          ...columns('2025年预算', lastYear),
          ...columns('2026年预算'),
        ],
        [total(all), unit],
        style,
        { number: '表9' },
      ),
    ],
    style,
    head('number', 'title', 'agency-unit'),
  );
}

/** 类 款 项 with the digits of each level, a unit's own row above, 单位代码 left of all; counted columns under ** marks. */
export function unitAboveLevels(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: false };
  const left: readonly Column[] = [
    words(['单位代码'], ({ name }) => (name === '合计' ? '' : '206001')),
    ...levelColumns(['科目代码'], ['类', '款', '项']),
    words(['单位名称（科目名称）'], ({ name }) => name),
  ];
  const rows = (where: Where): Line[] => [
    total(where),
    { code: '', name: '青山省司法厅本级', level: 0, holds: where },
    ...itemsOf('function', where)
      .filter(({ level }) => level === 2)
      .map(lineOf),
  ];
  const of = (title: string, number: string, where: Where, columns: readonly Column[]): Sheet => {
    const all = [...left, ...columns];
    return {
      ...byItems(title, all, rows(where), style, { number }),
      index: counted(
        all.map(({ path }) => path),
        5,
        '**',
      ),
    };
  };
  return doc(
    [
      of('部门收入总体情况表', '表2', all, sources),
      of('部门支出总体情况表', '表3', all, [
        money(['合计'], all),
        money(['基本支出', '小计'], isBasic),
        money(['基本支出', '工资福利支出'], ofEconomic('301')),
        money(['基本支出', '商品和服务支出'], and(isBasic, ofEconomic('302'))),
        money(['基本支出', '对个人和家庭的补助'], and(isBasic, ofEconomic('303'))),
        money(['项目支出'], not(isBasic)),
      ]),
    ],
    style,
    head('number', 'title', 'agency-unit'),
  );
}

/** 收支总表 with expenditure by nature beside that by function, and the economic classes under them in one panel. */
export function byNature(): Layout {
  const style = MILLIONS;
  return doc(
    [
      {
        title: '部门收支总体情况表',
        number: '公开表1',
        paths: [
          ['收          入', '项  目'],
          ['收          入', '2026年预算'],
          ['支          出', '项  目（按功能分类）'],
          ['支          出', '2026年预算'],
          ['支          出', '项  目（按支出性质）'],
          ['支          出', '2026年预算'],
        ],
        rows: beside(
          lines(revenueLines, style),
          lines(spendingLines, style),
          lines(
            [
              ['一、基本支出', isBasic],
              ['工资福利支出', and(isBasic, ofEconomic('301'))],
              ['商品和服务支出', and(isBasic, ofEconomic('302'))],
              ['对个人和家庭的补助', and(isBasic, ofEconomic('303'))],
              ['二、项目支出', not(isBasic)],
              ['本年支出合计', all],
              ['年终结转结余', none],
              ['支出总计', all],
            ],
            style,
          ),
        ),
      },
    ],
    style,
    head('number', 'title', 'agency-unit'),
  );
}

export const manners = {
  threePanels,
  joinedCodes,
  dashedNames,
  comparedYears,
  publicsWithMeetings,
  publicsByUnit,
  unitAboveLevels,
  byNature,
};
