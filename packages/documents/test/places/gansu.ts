/** Gansu, Qinghai and Ningxia: expenditure in three panels (by function, by economic class, by kind), no codes but indented names, “合计” nowhere but at the foot. */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, itemsOf, not, ofFund, projectsOf, type Where } from './figures.ts';
import {
  beside,
  byItems,
  type Line,
  layoutOf,
  lineOf,
  money,
  nameColumn,
  type Sheet,
  type Style,
  total,
} from './paper.ts';
import { appropriated, classes, isCurrent, lines, natureIs, none, numbered, publicsColumns, REVENUE } from './parts.ts';

export function gansu(): Layout {
  const style: Style = { unit: '万元', zero: '0.00', separators: false };
  const general = ofFund('general-public');
  const basic = not(natureIs('project'));
  const rows = (where: Where): Line[] => [...itemsOf('function', where).map(lineOf), total(where, '总计')];
  const sheets: Sheet[] = [
    {
      title: '部门收支总体情况表',
      paths: [
        ['收入', '项目'],
        ['收入', '预算数'],
        ['支出', '项目（按功能分类）'],
        ['支出', '预算数'],
        ['支出', '项目（按经济分类）'],
        ['支出', '预算数'],
        ['支出', '项目（按支出性质）'],
        ['支出', '预算数'],
      ],
      rows: beside(
        lines(
          [
            ['一、财政拨款收入', and(appropriated, isCurrent)],
            ['（一）一般公共预算', REVENUE[0]![1]],
            ['（二）政府性基金预算', REVENUE[1]![1]],
            ['（三）国有资本经营预算', REVENUE[2]![1]],
            ['二、财政专户管理资金', none],
            ['三、事业收入', REVENUE[4]![1]],
            ['四、其他收入', REVENUE[8]![1]],
            ['本年收入合计', isCurrent],
            ['上年结转', isCarried],
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
        lines(
          [
            ...itemsOf('economic', all, 1).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
            ['本年支出合计', all],
            ['支出总计', all],
          ],
          style,
        ),
        lines(
          [
            ['一、基本支出', basic],
            ['（一）人员经费', natureIs('personnel')],
            ['（二）公用经费', natureIs('operating')],
            ['二、项目支出', natureIs('project')],
            ['本年支出合计', all],
            ['支出总计', all],
          ],
          style,
        ),
      ),
    },
    byItems(
      '部门收入总体情况表',
      [
        nameColumn(['功能科目名称'], '　'),
        money(['总计'], all),
        money(['本年收入', '合计'], isCurrent),
        money(['本年收入', '财政拨款收入', '小计'], and(appropriated, isCurrent)),
        money(['本年收入', '财政拨款收入', '一般公共预算'], REVENUE[0]![1]),
        money(['本年收入', '财政拨款收入', '政府性基金预算'], REVENUE[1]![1]),
        money(['本年收入', '财政拨款收入', '国有资本经营预算'], REVENUE[2]![1]),
        money(['本年收入', '财政专户管理资金'], none),
        money(['本年收入', '事业收入'], REVENUE[4]![1]),
        money(['本年收入', '其他收入'], REVENUE[8]![1]),
        money(['上年结转'], isCarried),
      ],
      rows(all),
      style,
    ),
    byItems(
      '部门支出总体情况表',
      [
        nameColumn(['功能科目名称'], '　'),
        money(['总计'], all),
        money(['基本支出'], basic),
        money(['项目支出'], natureIs('project')),
      ],
      rows(all),
      style,
    ),
    {
      title: '财政拨款收支总体情况表',
      paths: [
        ['收入', '项目'],
        ['收入', '预算数'],
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
            ['（一）一般公共预算', REVENUE[0]![1]],
            ['（二）政府性基金预算', REVENUE[1]![1]],
            ['（三）国有资本经营预算', REVENUE[2]![1]],
            ['二、上年结转', and(appropriated, isCarried)],
            ['收入总计', appropriated],
          ],
          style,
        ),
        lines(
          [
            ['一、本年支出', appropriated],
            ...classes(appropriated).map(
              ({ name, holds }, i) => [`（${numbered(i, '').slice(0, -1)}）${name}`, holds] as const,
            ),
            ['二、结转下年', none],
            ['支出总计', appropriated],
          ],
          style,
          [all, general, ofFund('government-fund'), ofFund('state-capital')],
        ),
      ),
    },
    byItems(
      '一般公共预算支出情况表',
      [
        nameColumn(['科目名称'], '　'),
        money(['一般公共预算支出', '合计'], all),
        money(['一般公共预算支出', '基本支出'], basic),
        money(['一般公共预算支出', '项目支出'], natureIs('project')),
      ],
      rows(general),
      style,
    ),
    byItems(
      '一般公共预算基本支出情况表',
      [
        nameColumn(['经济分类科目名称'], '　'),
        money(['总计'], all),
        money(['人员经费'], natureIs('personnel')),
        money(['公用经费'], natureIs('operating')),
      ],
      [...itemsOf('economic', and(general, basic)).map(lineOf), total(and(general, basic), '总计')],
      style,
    ),
    byItems(
      '一般公共预算“三公”经费、会议费、培训费支出情况表',
      [
        nameColumn(['单位名称']),
        money(
          ['总计'],
          and(general, (entry) => ['30212', '31013', '30231', '30217', '30215', '30216'].includes(entry.economic)),
        ),
        ...publicsColumns(
          ['“三公”经费'],
          ['小计', '因公出国（境）费用', '公务用车购置及运行费', '公务用车购置费', '公务用车运行费', '公务接待费'],
        ),
        money(
          ['会议费'],
          and(general, (entry) => entry.economic === '30215'),
        ),
        money(
          ['培训费'],
          and(general, (entry) => entry.economic === '30216'),
        ),
      ],
      [total(all, '青山县司法局'), total(all, '总计')],
      style,
    ),
    byItems(
      '政府性基金预算支出情况表',
      [
        nameColumn(['科目名称'], '　'),
        money(['合计'], all),
        money(['基本支出'], basic),
        money(['项目支出'], natureIs('project')),
      ],
      rows(ofFund('government-fund')),
      style,
    ),
    byItems(
      '国有资本经营预算支出情况表',
      [
        nameColumn(['科目名称'], '　'),
        money(['合计'], all),
        money(['基本支出'], basic),
        money(['项目支出'], natureIs('project')),
      ],
      rows(ofFund('state-capital')),
      style,
    ),
    byItems(
      '部门管理转移支付表',
      [
        nameColumn(['项目名称']),
        money(['合计'], all),
        money(['一般公共预算项目支出'], general),
        money(['政府性基金预算项目支出'], ofFund('government-fund')),
        money(['国有资本经营预算项目支出'], ofFund('state-capital')),
      ],
      [
        ...projectsOf(appropriated).map(({ name, holds }) => ({ code: '', name, level: 0, holds })),
        total(and(appropriated, natureIs('project')), '合计'),
      ],
      style,
    ),
  ];
  return layoutOf(['青山县司法局', '2026年部门预算公开情况说明'], sheets, style, { above: ['title', 'unit'] });
}
