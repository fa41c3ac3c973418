/** A central ministry: last year's execution beside this year's budget and how they differ, “三公” of two years in one row. */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, lastYear, not, ofFund, sumOf, thisYear, type Where } from './figures.ts';
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
  total,
} from './paper.ts';
import {
  appropriated,
  classes,
  isCurrent,
  lines,
  natureIs,
  none,
  numbered,
  PUBLICS_NAMES,
  publicsColumns,
  REVENUE,
  withTotal,
} from './parts.ts';

export function central(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: true };
  const general = ofFund('general-public');
  const change = (path: readonly string[]): readonly Column[] => [
    {
      path: [...path, '增减额'],
      text: ({ holds }, look) => printed(sumOf(holds) - sumOf(holds, lastYear), look),
    },
    {
      path: [...path, '增减%'],
      text: ({ holds }) => `${((100 * (sumOf(holds) - sumOf(holds, lastYear))) / sumOf(holds, lastYear)).toFixed(2)}%`,
    },
  ];
  const item = (head: string): readonly Column[] => [codeColumn([head, '科目编码']), nameColumn([head, '科目名称'])];
  const fund = (title: string, where: Where, name: string): Sheet =>
    byItems(
      title,
      [
        codeColumn(['科目编码']),
        nameColumn(['科目名称']),
        money([`2026年${name}预算支出`, '合计'], all),
        money([`2026年${name}预算支出`, '基本支出'], not(natureIs('project'))),
        money([`2026年${name}预算支出`, '项目支出'], natureIs('project')),
      ],
      withTotal('function', where, 'last', 3, '合　　计'),
      style,
    );
  const sheets: Sheet[] = [
    {
      title: '部门收支总表',
      paths: [
        ['收    入', '项    目'],
        ['收    入', '预算数'],
        ['支    出', '项    目'],
        ['支    出', '预算数'],
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
            ['本年收入合计', isCurrent],
            ['使用非财政拨款结余', none],
            ['上年结转', isCarried],
            ['收    入    总    计', all],
          ],
          style,
        ),
        lines(
          [
            ...classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
            ['本年支出合计', all],
            ['结转下年', none],
            ['支    出    总    计', all],
          ],
          style,
        ),
      ),
    },
    byItems(
      '部门收入总表',
      [
        codeColumn(['科目', '科目编码']),
        nameColumn(['科目', '科目名称']),
        money(['合计'], all),
        money(['上年结转'], isCarried),
        money(['一般公共预算拨款收入'], REVENUE[0]![1]),
        money(['政府性基金预算拨款收入'], REVENUE[1]![1]),
        money(['国有资本经营预算拨款收入'], REVENUE[2]![1]),
        money(['事业收入', '金额'], REVENUE[4]![1]),
        money(['事业收入', '其中：教育收费'], none),
        money(['事业单位经营收入'], none),
        money(['上级补助收入'], none),
        money(['附属单位上缴收入'], none),
        money(['其他收入'], REVENUE[8]![1]),
        money(['使用非财政拨款结余'], none),
      ],
      withTotal('function', all, 'last', 3, '合　　计'),
      style,
    ),
    byItems(
      '部门支出总表',
      [
        codeColumn(['科目编码']),
        nameColumn(['科目名称']),
        money(['合计'], all),
        money(['基本支出'], not(natureIs('project'))),
        money(['项目支出'], natureIs('project')),
        money(['上缴上级支出'], none),
        money(['事业单位经营支出'], none),
        money(['对附属单位补助支出'], none),
      ],
      withTotal('function', all, 'last', 3, '合　　计'),
      style,
    ),
    {
      title: '财政拨款收支总表',
      paths: [
        ['收    入', '项    目'],
        ['收    入', '预算数'],
        ['支    出', '项    目'],
        ['支    出', '预算数'],
      ],
      rows: beside(
        lines(
          [
            ['一、本年收入', and(appropriated, isCurrent)],
            ['（一）一般公共预算拨款', REVENUE[0]![1]],
            ['（二）政府性基金预算拨款', REVENUE[1]![1]],
            ['（三）国有资本经营预算拨款', REVENUE[2]![1]],
            ['二、上年结转', and(appropriated, isCarried)],
            ['（一）一般公共预算拨款', and(appropriated, isCarried)],
            ['（二）政府性基金预算拨款', none],
            ['（三）国有资本经营预算拨款', none],
            ['收    入    总    计', appropriated],
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
            ['支    出    总    计', appropriated],
          ],
          style,
        ),
      ),
    },
    byItems(
      '一般公共预算支出表',
      [
        ...item('功能分类科目'),
        money(['2025年执行数'], all, lastYear),
        money(['2026年预算数', '小计'], all),
        money(['2026年预算数', '基本支出'], not(natureIs('project'))),
        money(['2026年预算数', '项目支出'], natureIs('project')),
        ...change(['2026年预算数比2025年执行数']),
      ],
      withTotal('function', general, 'last', 3, '合　　计'),
      style,
    ),
    byItems(
      '一般公共预算基本支出表',
      [
        ...item('支出经济分类科目'),
        money(['2026年基本支出', '合计'], all),
        money(['2026年基本支出', '人员经费'], natureIs('personnel')),
        money(['2026年基本支出', '公用经费'], natureIs('operating')),
      ],
      withTotal('economic', and(general, not(natureIs('project'))), 'last', 2, '合　　计'),
      style,
    ),
    byItems(
      '一般公共预算“三公”经费支出表',
      [
        ...publicsColumns(['2025年预算数'], PUBLICS_NAMES, general, lastYear),
        ...publicsColumns(['2026年预算数'], PUBLICS_NAMES, general, thisYear),
      ],
      [total(all)],
      style,
    ),
    fund('政府性基金预算支出表', ofFund('government-fund'), '政府性基金'),
    fund('国有资本经营预算支出表', ofFund('state-capital'), '国有资本经营'),
  ];
  return layoutOf(['青山监察局2026年部门预算'], sheets, style, { above: ['title', 'unit'] });
}
