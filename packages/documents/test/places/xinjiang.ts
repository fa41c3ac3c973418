/** Xinjiang and Inner Mongolia: tables 表一 to 表九, codes split and filled down, projects spread over the economic classes, the unit's name above the table. */
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
import { appropriated, classes, isCurrent, lines, natureIs, none, publicsColumns, REVENUE } from './parts.ts';

const CODES = ['类', '款', '项'];

export function xinjiang(): Layout {
  const style: Style = { unit: '万元', zero: '0.00', separators: false };
  const general = ofFund('general-public');
  const basic = not(natureIs('project'));
  const rows = (where: Where): Line[] => [...itemsOf('function', where).map(lineOf), total(where, '合 计')];
  const measures = (head: string): readonly Column[] => [
    money([head, '小计'], all),
    money([head, '基本支出'], basic),
    money([head, '项目支出'], natureIs('project')),
  ];
  const codes = (head: string): readonly Column[] => [
    ...levelColumns(['项目', head], CODES),
    nameColumn(['项目', '功能分类科目名称']),
  ];
  const sheets: Sheet[] = [
    {
      title: '部门收支总体情况表',
      number: '表一：',
      paths: [
        ['收入', '项目'],
        ['收入', '预算数'],
        ['支出', '功能分类'],
        ['支出', '预算数'],
      ],
      rows: beside(
        lines(
          [
            ['财政拨款（补助）', and(appropriated, isCurrent)],
            ['一般公共预算', REVENUE[0]![1]],
            ['政府性基金预算', REVENUE[1]![1]],
            ['国有资本经营预算', REVENUE[2]![1]],
            ['财政专户管理资金', none],
            ['事业收入', REVENUE[4]![1]],
            ['事业单位经营收入', none],
            ['其他收入', REVENUE[8]![1]],
            ['小 计', isCurrent],
            ['上年结转结余', isCarried],
            ['收 入 总 计', all],
          ],
          style,
        ),
        lines(
          [
            ...classes(all).map(({ code, name, holds }) => [`${code} ${name}`, holds] as const),
            ['小 计', all],
            ['结转下年', none],
            ['支 出 总 计', all],
          ],
          style,
        ),
      ),
    },
    byItems(
      '部门收入总体情况表',
      [
        ...levelColumns(['功能分类科目编码'], CODES),
        nameColumn(['功能分类科目名称']),
        money(['总 计'], all),
        money(['一般公共预算'], REVENUE[0]![1]),
        money(['政府性基金预算'], REVENUE[1]![1]),
        money(['国有资本经营预算'], REVENUE[2]![1]),
        money(['财政专户管理资金'], none),
        money(['事业收入'], REVENUE[4]![1]),
        money(['事业单位经营收入'], none),
        money(['其他收入'], REVENUE[8]![1]),
        money(['单位上年结余（不包括国库集中支付额度结余）'], isCarried),
      ],
      rows(all),
      style,
      { number: '表二：' },
    ),
    byItems(
      '部门支出总体情况表',
      [...codes('功能分类科目编码'), ...measures('支出预算').map((column) => column)],
      rows(all),
      style,
      { number: '表三：' },
    ),
    {
      title: '财政拨款收支预算总体情况表',
      number: '表四：',
      paths: [
        ['财政拨款收入', '项目'],
        ['财政拨款收入', '合计'],
        ['财政拨款支出', '功能分类'],
        ['财政拨款支出', '合计'],
        ['财政拨款支出', '一般公共预算'],
        ['财政拨款支出', '政府性基金预算'],
        ['财政拨款支出', '国有资本经营预算'],
      ],
      rows: beside(
        lines(
          [
            ['财政拨款（补助）', appropriated],
            ['一般公共预算', general],
            ['政府性基金预算', ofFund('government-fund')],
            ['国有资本经营预算', ofFund('state-capital')],
            ['收 入 总 计', appropriated],
          ],
          style,
        ),
        lines(
          [
            ...classes(appropriated).map(({ code, name, holds }) => [`${code} ${name}`, holds] as const),
            ['小 计', appropriated],
            ['支 出 总 计', appropriated],
          ],
          style,
          [all, general, ofFund('government-fund'), ofFund('state-capital')],
        ),
      ),
    },
    byItems(
      '一般公共预算支出情况表',
      [...codes('功能分类科目编码'), ...measures('一般公共预算支出')],
      rows(general),
      style,
      { number: '表五：' },
    ),
    byItems(
      '一般公共预算基本支出情况表',
      [
        ...levelColumns(['项目', '经济分类科目编码'], ['类', '款']),
        nameColumn(['项目', '经济分类科目名称']),
        money(['一般公共预算基本支出', '小计'], all),
        money(['一般公共预算基本支出', '人员经费'], natureIs('personnel')),
        money(['一般公共预算基本支出', '公用经费'], natureIs('operating')),
      ],
      [...itemsOf('economic', and(general, basic)).map(lineOf), total(and(general, basic), '合 计')],
      style,
      { number: '表六：' },
    ),
    byItems(
      '一般公共预算项目支出情况表',
      [
        ...levelColumns(['科目编码'], CODES),
        nameColumn(['科目名称']),
        words(['项目名称'], (line) => projectName(line)),
        money(['项目支出合计'], all),
        ...itemsOf('economic', and(general, natureIs('project')), 1).map(({ code, name }) =>
          money([name], ofEconomic(code)),
        ),
        money(['债务利息及费用支出'], none),
        money(['对企业补助'], none),
        money(['其他支出'], none),
      ],
      [
        ...projectsOf(general).map(({ first, holds }) => ({
          ...lineOf(itemsOf('function', holds).find(({ code }) => code === first.function)!),
          holds,
          unit: first.project!,
        })),
        total(and(general, natureIs('project')), '合 计'),
      ],
      style,
      { number: '表七：' },
    ),
    byItems(
      '一般公共预算“三公”经费支出情况表',
      publicsColumns(
        [],
        ['合计', '因公出国（境）费', '公务用车购置及运行费', '公务用车购置费', '公务用车运行费', '公务接待费'],
      ),
      [total(all)],
      style,
      { number: '表八：' },
    ),
    byItems(
      '政府性基金预算支出情况表',
      [...codes('功能分类科目编码'), ...measures('政府性基金预算支出')],
      rows(ofFund('government-fund')),
      style,
      { number: '表九：' },
    ),
    byItems(
      '国有资本经营预算支出情况表',
      [...codes('功能分类科目编码'), ...measures('国有资本经营预算支出')],
      rows(ofFund('state-capital')),
      style,
      { number: '表十：' },
    ),
  ];
  return layoutOf(['青山县司法局2026年部门预算公开'], sheets, style, {
    agency: '编制部门：青山县司法局',
    above: ['number', 'title', 'agency-unit'],
  });
}

const projectName = ({ unit }: Line): string => unit ?? '';
