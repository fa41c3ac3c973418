/** Henan: funds of the year as columns beside each line, codes split, departmental and governmental economic codes side by side, “三公” item by item. */
import type { Layout } from '../../src/layout.ts';
import {
  all,
  and,
  ENTRIES,
  isCarried,
  itemsOf,
  nameOf,
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
import { appropriated, isCurrent, lines, natureIs, none, REVENUE } from './parts.ts';

const UNIT = '126001';

export function henan(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: true };
  const general = ofFund('general-public');
  const basic = not(natureIs('project'));
  const kinds: readonly (readonly [string, Where])[] = [
    ['一、基本支出', basic],
    ['1、工资福利支出', and(basic, ofEconomic('301'))],
    ['2、对个人和家庭的补助', and(basic, ofEconomic('303'))],
    ['3、商品和服务支出', and(basic, ofEconomic('302'))],
    ['二、项目支出', natureIs('project')],
    ['1、一般性项目', and(natureIs('project'), general)],
    ['2、专项资金', and(natureIs('project'), not(general))],
    ['本年支出合计', all],
    ['结转下年', none],
    ['支出总计', all],
  ];
  const left = [
    ...levelColumns(['科目编码'], ['类', '款', '项']),
    words(['单位代码'], ({ unit }) => unit ?? ''),
    nameColumn(['单位（科目名称）']),
  ];
  const rows = (where: Where): Line[] => [
    total(where),
    { code: '', name: '[126]青山县司法局', level: 0, holds: where, unit: '126' },
    ...itemsOf('function', where)
      .filter(({ level }) => level === 2)
      .map((item) => ({ ...lineOf(item), level: 0, unit: UNIT })),
  ];
  const uses = (head: string) => [
    money([head, '合计'], basic),
    money([head, '工资福利支出'], and(basic, ofEconomic('301'))),
    money([head, '对个人和家庭的补助'], and(basic, ofEconomic('303'))),
    money([head, '商品和服务支出'], and(basic, ofEconomic('302'))),
    money(['项目支出', '合计'], natureIs('project')),
    money(['项目支出', '一般性项目'], and(natureIs('project'), general)),
    money(['项目支出', '专项资金'], and(natureIs('project'), not(general))),
  ];
  const { overseas, purchase, running, hospitality } = PUBLICS;
  const publics: readonly (readonly [string, Where])[] = [
    ['共计', and(general, ofEconomic(overseas, purchase, running, hospitality))],
    ['1、因公出国（境）费用', and(general, ofEconomic(overseas))],
    ['2、公务接待费', and(general, ofEconomic(hospitality))],
    ['3、公务用车费', and(general, ofEconomic(purchase, running))],
    ['其中：（1）公务用车运行维护费', and(general, ofEconomic(running))],
    ['（2）公务用车购置', and(general, ofEconomic(purchase))],
  ];
  const sheets: Sheet[] = [
    {
      title: '2026年部门收支总体情况表',
      number: '预算01表',
      paths: [
        ['收入', '项目'],
        ['收入', '金额'],
        ['支出', '项目'],
        ['支出', '合计'],
        ['支出', '本年支出', '本年支出小计'],
        ['支出', '本年支出', '一般公共预算', '小计'],
        ['支出', '本年支出', '一般公共预算', '其中：财政拨款'],
        ['支出', '本年支出', '政府性基金'],
        ['支出', '本年支出', '国有资本经营预算'],
        ['支出', '本年支出', '专户管理的教育收费'],
        ['支出', '本年支出', '其他收入'],
        ['支出', '上年结转'],
      ],
      rows: beside(
        lines(
          [
            ['一、一般公共预算', REVENUE[0]![1]],
            ['其中：财政拨款', REVENUE[0]![1]],
            ['二、政府性基金', REVENUE[1]![1]],
            ['三、国有资本经营预算', REVENUE[2]![1]],
            ['四、专户管理的教育收费', none],
            ['五、其他各项收入', and(isCurrent, ofFund('institutional', 'other'))],
            ['本年收入合计', isCurrent],
            ['上年结转', isCarried],
            ['收入总计', all],
          ],
          style,
        ),
        lines(kinds, style, [
          all,
          isCurrent,
          and(isCurrent, general),
          and(isCurrent, general),
          ofFund('government-fund'),
          ofFund('state-capital'),
          none,
          ofFund('institutional', 'other'),
          isCarried,
        ]),
      ),
    },
    byItems(
      '2026年部门收入总体情况表',
      [
        ...left,
        money(['总计'], all),
        money(['本年收入', '本年收入小计'], isCurrent),
        money(['本年收入', '一般公共预算', '小计'], and(isCurrent, general)),
        money(['本年收入', '一般公共预算', '其中：财政拨款'], and(isCurrent, general)),
        money(['本年收入', '政府性基金'], ofFund('government-fund')),
        money(['本年收入', '国有资本经营预算'], ofFund('state-capital')),
        money(['本年收入', '专户管理的教育收费'], none),
        money(['本年收入', '其他收入'], ofFund('institutional', 'other')),
        money(['上年结转', '上年结转小计'], isCarried),
        money(['上年结转', '一般公共预算'], isCarried),
        money(['上年结转', '其他结转'], none),
      ],
      rows(all),
      style,
      { number: '预算02表' },
    ),
    byItems('2026年部门支出总体情况表', [...left, money(['总计'], all), ...uses('基本支出')], rows(all), style, {
      number: '预算03表',
    }),
    {
      title: '2026年财政拨款收支总体情况表',
      number: '预算04表',
      paths: [
        ['收入', '项目'],
        ['收入', '金额'],
        ['支出', '项目'],
        ['支出', '合计'],
        ['支出', '一般公共预算', '小计'],
        ['支出', '一般公共预算', '其中：财政拨款'],
        ['支出', '政府性基金'],
        ['支出', '国有资本经营预算'],
      ],
      rows: beside(
        lines(
          [
            ['一、本年收入', and(appropriated, isCurrent)],
            ['（一）一般公共预算', REVENUE[0]![1]],
            ['其中：财政拨款', REVENUE[0]![1]],
            ['（二）政府性基金', REVENUE[1]![1]],
            ['（三）国有资本经营预算', REVENUE[2]![1]],
            ['二、上年结转', and(appropriated, isCarried)],
            ['收入合计', appropriated],
          ],
          style,
        ),
        lines(
          [
            ['一、本年支出', appropriated],
            ...itemsOf('function', appropriated, 1).map(
              ({ name, holds }, i) => [`（${'一二三四五六七八九十'[i]}）${name}`, holds] as const,
            ),
            ['二、结转下年', none],
            ['支出合计', appropriated],
          ],
          style,
          [all, general, general, ofFund('government-fund'), ofFund('state-capital')],
        ),
      ),
    },
    byItems(
      '2026年一般公共预算支出情况表',
      [...left, money(['总计'], all), ...uses('基本支出')],
      rows(general),
      style,
      { number: '预算05表' },
    ),
    byItems(
      '2026年一般公共预算基本支出情况表',
      [
        ...levelColumns(['部门预算经济分类', '科目编码'], ['类', '款']),
        nameColumn(['部门预算经济分类', '科目名称']),
        words(['政府预算经济分类', '科目编码', '类'], (line) => governmental(line).slice(0, 3)),
        words(['政府预算经济分类', '科目编码', '款'], (line) => governmental(line).slice(3)),
        words(['政府预算经济分类', '科目名称'], (line) =>
          line.code ? nameOf('governmental', governmental(line)) : '',
        ),
        money(['2026年基本支出', '合计'], all),
        money(['2026年基本支出', '人员经费'], natureIs('personnel')),
        money(['2026年基本支出', '公用经费'], natureIs('operating')),
      ],
      [
        total(and(general, basic)),
        ...itemsOf('economic', and(general, basic))
          .filter(({ level }) => level === 1)
          .map(lineOf),
      ],
      style,
      { number: '预算06表' },
    ),
    {
      title: '2026年一般公共预算“三公”经费支出情况表',
      number: '预算07表',
      paths: [['项目'], ['2026年“三公”经费预算数']],
      rows: publics.map(([label, where]) => [label, printed(sumOf(where), style)]),
      note: '注：按照规定，“三公”经费包括因公出国（境）费用、公务接待费、公务用车购置及运行费。',
    },
    byItems(
      '2026年政府性基金预算支出情况表',
      [...left, money(['总计'], all), ...uses('基本支出')],
      rows(ofFund('government-fund')),
      style,
      { number: '预算08表' },
    ),
    byItems(
      '2026年国有资本经营预算收支情况表',
      [...left, money(['总计'], all), money(['基本支出'], basic), money(['项目支出'], natureIs('project'))],
      rows(ofFund('state-capital')),
      style,
      { number: '预算09表' },
    ),
  ];
  return layoutOf(['2026年部门预算公开表', '青山县司法局'], sheets, style, {
    agency: '部门名称：青山县司法局',
    above: ['number', 'title', 'agency-unit'],
  });
}

const governmental = ({ code }: Line): string =>
  code ? ENTRIES.find(({ economic }) => economic.startsWith(code))!.governmental : '';
