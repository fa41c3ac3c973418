/** Hunan: twenty-odd numbered tables, basic expenditure split over the governmental and the departmental classes, funds' tables by both. */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, itemsOf, type List, not, ofEconomic, ofFund, projectsOf, type Where } from './figures.ts';
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

const ofGovernmental =
  (...codes: readonly string[]): Where =>
  ({ governmental }) =>
    codes.some((code) => governmental.startsWith(code));

const codes = [...levelColumns(['科目编码'], ['类', '款', '项']), nameColumn(['科目名称（单位）'])];

const rowsOf = (where: Where): Line[] => [total(where), ...itemsOf('function', where).map(lineOf)];

/** Classes of a classification as columns, their items below where there are several. */
const spread = (list: List, where: Where, from: readonly string[]): Column[] =>
  from.flatMap((code) => {
    const is = list === 'governmental' ? ofGovernmental : ofEconomic;
    const items = itemsOf(list, and(where, is(code))).filter(({ level }) => level === 1);
    const [first] = itemsOf(list, and(where, is(code)), 1);
    if (!first) return [];
    return [
      money([first.name, '小计'], is(code)),
      ...items.map((item) => money([first.name, item.name], is(item.code))),
    ];
  });

export function hunan(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: true };
  const general = ofFund('general-public');
  const basic = and(general, not(natureIs('project')));
  const both = (
    title: string,
    where: Where,
    government: readonly string[],
    economic: readonly string[],
    from: number,
  ): Sheet[] => [
    byItems(
      `一般公共预算基本支出表--${title}(按政府预算经济分类)`,
      [...codes, money(['总计'], all), ...spread('governmental', where, government)],
      rowsOf(where),
      style,
      { number: `部门公开表${from}` },
    ),
    byItems(
      `一般公共预算基本支出表--${title}(按部门预算经济分类)`,
      [...codes, money(['总计'], all), ...spread('economic', where, economic)],
      rowsOf(where),
      style,
      { number: `部门公开表${from + 1}` },
    ),
  ];
  const classesOf = (list: List, where: Where): Column[] =>
    itemsOf(list, where, 1).map(({ code, name }) =>
      money([name], list === 'governmental' ? ofGovernmental(code) : ofEconomic(code)),
    );
  const sheets: Sheet[] = [
    {
      title: '收支总表',
      number: '部门公开表1',
      paths: [
        ['收入', '项目'],
        ['收入', '本年预算'],
        ['支出', '项目（按功能分类）'],
        ['支出', '本年预算'],
        ['支出', '项目（按部门预算经济分类）'],
        ['支出', '本年预算'],
        ['支出', '项目（按政府预算经济分类）'],
        ['支出', '本年预算'],
      ],
      rows: beside(
        lines(
          [
            ['一、一般公共预算拨款收入', REVENUE[0]![1]],
            ['二、政府性基金预算拨款收入', REVENUE[1]![1]],
            ['三、国有资本经营预算拨款收入', REVENUE[2]![1]],
            ['四、社会保障基金预算资金', none],
            ['五、财政专户管理资金', none],
            ['六、上级财政补助收入', none],
            ['七、事业收入', REVENUE[4]![1]],
            ['八、事业单位经营收入', none],
            ['九、上级单位补助收入', none],
            ['十、附属单位上缴收入', none],
            ['十一、其他收入', REVENUE[8]![1]],
            ['本 年 收 入 合 计', isCurrent],
            ['上年结转结余', isCarried],
            ['收 入 总 计', all],
          ],
          style,
        ),
        lines(
          [
            ...classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
            ['本 年 支 出 合 计', all],
            ['年终结转结余', none],
            ['支 出 总 计', all],
          ],
          style,
        ),
        lines(
          [
            ['一、基本支出', not(natureIs('project'))],
            ...itemsOf('economic', not(natureIs('project')), 1).map(
              ({ name, holds }) => [`　　${name}`, holds] as const,
            ),
            ['二、项目支出', natureIs('project')],
            ...itemsOf('economic', natureIs('project'), 1).map(
              ({ name, holds }) => [`　　按项目管理的${name}`, holds] as const,
            ),
            ['本 年 支 出 合 计', all],
            ['支 出 总 计', all],
          ],
          style,
        ),
        lines(
          [
            ...itemsOf('governmental', all, 1).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
            ['本 年 支 出 合 计', all],
            ['支 出 总 计', all],
          ],
          style,
        ),
      ),
    },
    byItems(
      '收入总表',
      [
        words(['部门（单位）代码'], ({ unit }) => unit ?? ''),
        nameColumn(['部门（单位）名称']),
        money(['合计'], all),
        money(['本年收入', '小计'], isCurrent),
        ...REVENUE.map(([label, where]) =>
          money(['本年收入', label.replace(/拨款收入$/, '').replace('资金收入', '资金')], where),
        ),
        money(['上年结转结余', '小计'], isCarried),
        money(['上年结转结余', '一般公共预算'], isCarried),
        money(['上年结转结余', '政府性基金预算'], none),
        money(['上年结转结余', '国有资本经营预算'], none),
        money(['上年结转结余', '财政专户管理资金'], none),
        money(['上年结转结余', '单位资金'], none),
      ],
      [
        total(all),
        { ...total(all, '青山县司法局'), unit: '226' },
        { ...total(all, '　青山县司法局本级'), unit: '226001' },
      ],
      style,
      { number: '部门公开表2' },
    ),
    byItems(
      '支出总表',
      [
        ...codes,
        money(['合计'], all),
        money(['基本支出'], not(natureIs('project'))),
        money(['项目支出'], natureIs('project')),
        money(['事业单位经营支出'], none),
        money(['上缴上级支出'], none),
        money(['对附属单位补助支出'], none),
      ],
      rowsOf(all),
      style,
      { number: '部门公开表3' },
    ),
    byItems(
      '支出预算分类汇总表(按政府预算经济分类)',
      [...codes, money(['总计'], all), ...classesOf('governmental', all)],
      rowsOf(all),
      style,
      { number: '部门公开表4' },
    ),
    byItems(
      '支出预算分类汇总表(按部门预算经济分类)',
      [
        ...codes,
        money(['总计'], all),
        money(['基本支出', '小计'], not(natureIs('project'))),
        ...itemsOf('economic', not(natureIs('project')), 1).map(({ code, name }) =>
          money(['基本支出', name], and(not(natureIs('project')), ofEconomic(code))),
        ),
        money(['项目支出', '小计'], natureIs('project')),
        ...itemsOf('economic', natureIs('project'), 1).map(({ code, name }) =>
          money(['项目支出', name], and(natureIs('project'), ofEconomic(code))),
        ),
      ],
      rowsOf(all),
      style,
      { number: '部门公开表5' },
    ),
    {
      title: '财政拨款收支总表',
      number: '部门公开表6',
      paths: [
        ['收入', '项目'],
        ['收入', '本年预算'],
        ['支出', '项目'],
        ['支出', '合计'],
        ['支出', '一般公共预算'],
        ['支出', '政府性基金预算'],
        ['支出', '国有资本经营预算'],
      ],
      rows: beside(
        lines(
          [
            ['一、本年收入', and(appropriated, isCurrent)],
            ['（一）一般公共预算拨款', REVENUE[0]![1]],
            ['经费拨款', REVENUE[0]![1]],
            ['纳入一般公共预算管理的非税收入拨款', none],
            ['（二）政府性基金预算拨款', REVENUE[1]![1]],
            ['（三）国有资本经营预算拨款', REVENUE[2]![1]],
            ['二、上年结转', and(appropriated, isCarried)],
            ['收 入 总 计', appropriated],
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
            ['支 出 总 计', appropriated],
          ],
          style,
          [all, ofFund('general-public'), ofFund('government-fund'), ofFund('state-capital')],
        ),
      ),
    },
    byItems(
      '一般公共预算支出表',
      [
        ...codes,
        money(['合计'], all),
        money(['基本支出', '小计'], not(natureIs('project'))),
        ...itemsOf('economic', basic, 1).map(({ code, name }) =>
          money(['基本支出', name], and(not(natureIs('project')), ofEconomic(code))),
        ),
        money(['项目支出'], natureIs('project')),
      ],
      rowsOf(general),
      style,
      { number: '部门公开表7' },
    ),
    ...both('人员经费(工资福利支出)', and(basic, ofEconomic('301')), ['501'], ['301'], 8),
    ...both('人员经费(对个人和家庭的补助)', and(basic, ofEconomic('303')), ['509'], ['303'], 10),
    ...both('公用经费(商品和服务支出)', and(basic, ofEconomic('302')), ['502'], ['302'], 12),
    byItems(
      '一般公共预算“三公”经费支出表',
      [
        words(['单位编码'], ({ unit }) => unit ?? ''),
        nameColumn(['单位名称']),
        ...publicsColumns(
          ['“三公”经费预算数(一般公共预算拨款)'],
          ['小计', '因公出国（境）费', '公务用车购置及运行费', '公务用车购置费', '公务用车运行费', '公务接待费'],
        ),
      ],
      [
        total(all),
        { ...total(all, '青山县司法局'), unit: '226' },
        { ...total(all, '　青山县司法局本级'), unit: '226001' },
      ],
      style,
      { number: '部门公开表14' },
    ),
    byItems(
      '政府性基金预算支出表',
      [
        ...codes,
        money(['本年政府性基金预算支出', '合计'], all),
        money(['本年政府性基金预算支出', '基本支出'], none),
        money(['本年政府性基金预算支出', '项目支出'], natureIs('project')),
      ],
      rowsOf(ofFund('government-fund')),
      style,
      { number: '部门公开表15' },
    ),
    byItems(
      '政府性基金预算支出分类汇总表(按政府预算经济分类)',
      [...codes, money(['总计'], all), ...classesOf('governmental', ofFund('government-fund'))],
      rowsOf(ofFund('government-fund')),
      style,
      { number: '部门公开表16' },
    ),
    byItems(
      '政府性基金预算支出分类汇总表(按部门预算经济分类)',
      [...codes, money(['总计'], all), ...classesOf('economic', ofFund('government-fund'))],
      rowsOf(ofFund('government-fund')),
      style,
      { number: '部门公开表17' },
    ),
    byItems(
      '国有资本经营预算支出表',
      [
        ...codes,
        money(['本年国有资本经营预算支出', '合计'], all),
        money(['本年国有资本经营预算支出', '基本支出'], none),
        money(['本年国有资本经营预算支出', '项目支出'], natureIs('project')),
      ],
      rowsOf(ofFund('state-capital')),
      style,
      { number: '部门公开表18' },
    ),
    {
      title: '财政专户管理资金预算支出表',
      number: '部门公开表19',
      paths: [
        ['科目编码', '类'],
        ['科目编码', '款'],
        ['科目编码', '项'],
        ['科目名称'],
        ['本年财政专户管理资金预算支出', '合计'],
        ['本年财政专户管理资金预算支出', '基本支出'],
        ['本年财政专户管理资金预算支出', '项目支出'],
      ],
      rows: [['', '', '', '合计', '', '', '']],
      note: '注：本单位无财政专户管理资金，故本表为空。',
    },
    byItems(
      '县级专项资金预算汇总表',
      [
        words(['单位编码'], ({ unit }) => unit ?? ''),
        nameColumn(['单位（专项名称）']),
        money(['本年预算', '总计'], all),
        ...REVENUE.slice(0, 3).map(([label, where]) => money(['本年预算', label.replace(/拨款收入$/, '')], where)),
        money(['本年预算', '财政专户管理资金'], none),
        money(['本年预算', '单位资金'], ofFund('institutional', 'other')),
      ],
      [
        total(and(natureIs('project'), isCurrent)),
        ...projectsOf(isCurrent).map(({ name, holds }) => ({ code: '', name, level: 0, holds, unit: '226001' })),
      ],
      style,
      { number: '部门公开表20' },
    ),
  ];
  return layoutOf(['青山县司法局', '2026年部门预算公开'], sheets, style, {
    agency: '部门：青山县司法局',
    above: ['number', 'title', 'agency-unit'],
  });
}
