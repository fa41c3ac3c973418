/**
 * Final accounts with the details that some provinces publish beside the nine: by economic item in rows and in columns, projects under
 * their functional items, the year's flow of the state capital.
 */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, itemsOf, not, ofFund, type Where } from './figures.ts';
import {
  byItems,
  type Column,
  codeColumn,
  counted,
  layoutOf,
  lineOf,
  money,
  nameColumn,
  type Sheet,
  type Style,
  total,
} from './paper.ts';
import { appropriated, natureIs, none, withTotal } from './parts.ts';

export function finalDetails(): Layout {
  const style: Style = { unit: '万元', zero: '0.00', separators: false };
  const general = ofFund('general-public');
  const isProject = natureIs('project');
  const item: readonly Column[] = [codeColumn(['功能分类科目编码']), nameColumn(['科目名称'])];
  const sheet = (title: string, number: string, columns: readonly Column[], where: Where): Sheet => {
    const made = byItems(title, [...item, ...columns], withTotal('function', where, 'first'), style, { number });
    return { ...made, index: counted(made.paths, 2, '栏次') };
  };
  /** A column for each economic section under its class, with the class's 小计. */
  const byEconomic = (where: Where): readonly Column[] =>
    itemsOf('economic', where, 1).flatMap(({ code, name, holds }) => [
      money([name, '小计'], holds),
      ...itemsOf('economic', and(where, holds))
        .filter((each) => each.code.length > 3 && each.code.startsWith(code))
        .map((each) => money([name, each.name], each.holds)),
    ]);
  const economic = (title: string, number: string, where: Where): Sheet =>
    byItems(
      title,
      [
        codeColumn(['经济分类科目编码']),
        nameColumn(['科目名称']),
        money(['合计'], all),
        money(['一般公共预算财政拨款'], general),
        money(['政府性基金预算财政拨款'], ofFund('government-fund')),
        money(['国有资本经营预算财政拨款'], ofFund('state-capital')),
      ],
      [total(where), ...itemsOf('economic', where).map(lineOf)],
      style,
      { number },
    );
  const sheets = [
    sheet(
      '收入决算表',
      '财决公开02表',
      [
        money(['本年收入合计'], all),
        money(['财政拨款收入'], appropriated),
        money(['上级补助收入'], none),
        money(['事业收入', '小计'], ofFund('institutional')),
        money(['事业收入', '其中：教育收费'], none),
        money(['经营收入'], none),
        money(['附属单位上缴收入'], none),
        money(['其他收入'], ofFund('other')),
      ],
      not(isCarried),
    ),
    sheet(
      '支出决算表',
      '财决公开03表',
      [
        money(['本年支出合计'], all),
        money(['基本支出'], not(isProject)),
        money(['项目支出'], isProject),
        money(['上缴上级支出'], none),
        money(['经营支出'], none),
        money(['对附属单位补助支出'], none),
      ],
      all,
    ),
    economic('财政拨款支出决算明细表', '财决公开05表', appropriated),
    sheet(
      '一般公共预算财政拨款支出决算表',
      '财决公开06表',
      [money(['合计'], all), money(['基本支出'], not(isProject)), money(['项目支出'], isProject)],
      general,
    ),
    sheet(
      '一般公共预算财政拨款支出决算明细表',
      '财决公开07表',
      [money(['合计'], all), ...byEconomic(general)],
      general,
    ),
    sheet('一般公共预算财政拨款项目支出决算表', '财决公开09表', [money(['金额'], all)], and(general, isProject)),
    sheet(
      '国有资本经营预算财政拨款收入支出决算表',
      '财决公开12表',
      [
        money(['年初结转和结余'], none),
        money(['本年收入'], all),
        money(['本年支出', '小计'], all),
        money(['本年支出', '基本支出'], none),
        money(['本年支出', '项目支出'], all),
        money(['年末结转和结余'], none),
      ],
      ofFund('state-capital'),
    ),
  ];
  return layoutOf(['青山县司法局', '2025年度部门决算'], sheets, style, {
    agency: '部门：青山县司法局',
    above: ['title', 'number', 'agency-unit'],
  });
}
