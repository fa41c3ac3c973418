/** Heilongjiang and Liaoning: the national tables with expenditure by the governmental classes beside them, debts, services and the projects of a unit. */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, itemsOf, not, ofEconomic, ofFund, projectsOf, type Where } from './figures.ts';
import {
  beside,
  byItems,
  type Column,
  codeColumn,
  layoutOf,
  money,
  nameColumn,
  type Sheet,
  type Style,
  total,
  words,
} from './paper.ts';
import { appropriated, classes, isCurrent, lines, natureIs, none, numbered, REVENUE, withTotal } from './parts.ts';

const basic = not(natureIs('project'));
const project = natureIs('project');
const FUNDED: readonly (readonly [string, Where])[] = [
  ['财政拨款', and(appropriated, isCurrent)],
  ['财政专户管理资金', none],
  ['单位资金', ofFund('institutional', 'other')],
  ['上年结转结余', isCarried],
];

export function heilongjiang(): Layout {
  const style: Style = { unit: '万元', zero: '0.00', separators: true };
  const general = ofFund('general-public');
  const item = [codeColumn(['科目编码']), nameColumn(['科目名称'])];
  const byFund = (title: string, where: Where, number: string): Sheet =>
    byItems(
      title,
      [...item, money(['合计'], all), money(['基本支出'], basic), money(['项目支出'], project)],
      withTotal('function', where, 'first'),
      style,
      { number },
    );
  const governmental = (where: Where): readonly Column[] =>
    itemsOf('governmental', where, 1).map(({ code, name }) =>
      money([name], (each) => each.governmental.startsWith(code)),
    );
  const sheets: Sheet[] = [
    {
      title: '部门收支预算总表',
      number: '部门预算公开表1',
      paths: [
        ['收入', '项目'],
        ['收入', '预算数'],
        ['支出', '项目'],
        ['支出', '预算数'],
      ],
      rows: beside(
        lines(
          [
            ['一、财政拨款收入', and(appropriated, isCurrent)],
            ['1.一般公共预算拨款收入', REVENUE[0]![1]],
            ['2.政府性基金预算拨款收入', REVENUE[1]![1]],
            ['3.国有资本经营预算拨款收入', REVENUE[2]![1]],
            ['二、财政专户管理资金收入', none],
            ['三、单位资金收入', and(isCurrent, ofFund('institutional', 'other'))],
            ['1.事业收入', REVENUE[4]![1]],
            ['2.事业单位经营收入', none],
            ['3.上级补助收入', none],
            ['4.附属单位上缴收入', none],
            ['5.其他收入', REVENUE[8]![1]],
            ['本年收入合计', isCurrent],
            ['上年结转结余', isCarried],
            ['收入总计', all],
          ],
          style,
        ),
        lines(
          [
            ...classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
            ['本年支出合计', all],
            ['年终结转结余', none],
            ['支出总计', all],
          ],
          style,
        ),
      ),
    },
    byItems(
      '部门收入预算总表',
      [
        words(['序号'], ({ unit }) => unit ?? ''),
        codeColumn(['部门（单位）代码']),
        nameColumn(['部门（单位）名称']),
        money(['合计'], all),
        money(['本年收入', '小计'], isCurrent),
        ...REVENUE.map(([label, where]) => money(['本年收入', label.replace(/拨款收入$/, '拨款')], where)),
        money(['上年结转结余'], isCarried),
      ],
      [
        total(all),
        { ...total(all, '青山市司法局'), code: '226', unit: '1' },
        { ...total(all, '青山市司法局机关'), code: '226001', unit: '2' },
      ],
      style,
      { number: '部门预算公开表2' },
    ),
    byItems(
      '部门支出预算总表',
      [
        words(['序号'], ({ unit }) => unit ?? ''),
        words(['部门代码'], () => '226'),
        words(['部门名称'], () => '青山市司法局'),
        ...item,
        money(['合计'], all),
        money(['基本支出', '小计'], basic),
        money(['基本支出', '人员类项目支出'], natureIs('personnel')),
        money(['基本支出', '公用经费项目支出'], natureIs('operating')),
        money(['项目支出', '小计'], project),
        money(['项目支出', '其他运转类'], none),
        money(['项目支出', '特定目标类'], project),
      ],
      withTotal('function', all, 'none').map((line, i) => ({ ...line, unit: String(i + 1) })),
      style,
      { number: '部门预算公开表3' },
    ),
    {
      title: '财政拨款收支预算总表',
      number: '部门预算公开表4',
      paths: [
        ['收入', '项目'],
        ['收入', '预算数'],
        ['支出', '项目'],
        ['支出', '预算数', '合计'],
        ['支出', '预算数', '一般公共预算'],
        ['支出', '预算数', '政府性基金'],
        ['支出', '预算数', '国有资本经营预算'],
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
            ['二、年终结转结余', none],
            ['支出总计', appropriated],
          ],
          style,
          [all, general, ofFund('government-fund'), ofFund('state-capital')],
        ),
      ),
    },
    byItems(
      '一般公共预算支出表',
      [
        ...item,
        money(['合计'], all),
        money(['基本支出', '小计'], basic),
        money(['基本支出', '人员经费'], natureIs('personnel')),
        money(['基本支出', '公用经费'], natureIs('operating')),
        money(['项目支出'], project),
      ],
      withTotal('function', general, 'first'),
      style,
      { number: '部门预算公开表5' },
    ),
    byItems(
      '一般公共预算基本支出表',
      [
        codeColumn(['部门预算支出经济分类科目', '科目编码']),
        nameColumn(['部门预算支出经济分类科目', '科目名称']),
        money(['合计'], all),
        money(['人员经费'], natureIs('personnel')),
        money(['公用经费'], natureIs('operating')),
      ],
      withTotal('economic', and(general, basic), 'first'),
      style,
      { number: '部门预算公开表6' },
    ),
    {
      title: '一般公共预算“三公”经费支出表',
      number: '部门预算公开表7',
      paths: [['项目'], ['上年预算数'], ['本年预算数'], ['增减变化原因']],
      rows: lines(
        [
          ['“三公”经费合计', and(general, ofEconomic('30212', '31013', '30231', '30217'))],
          ['1.因公出国（境）费用', and(general, ofEconomic('30212'))],
          ['2.公务接待费', and(general, ofEconomic('30217'))],
          ['3.公务用车费', and(general, ofEconomic('31013', '30231'))],
          ['其中：（1）公务用车运行维护费', and(general, ofEconomic('30231'))],
          ['（2）公务用车购置费', and(general, ofEconomic('31013'))],
        ],
        style,
        [all],
        [({ previous }) => previous, ({ amount }) => amount],
      ).map((row) => [...row, '厉行节约']),
    },
    byFund('政府性基金预算支出表', ofFund('government-fund'), '部门预算公开表8'),
    byFund('国有资本经营预算支出表', ofFund('state-capital'), '部门预算公开表9'),
    byItems(
      '支出预算表（按政府预算支出经济分类）',
      [
        codeColumn(['政府预算支出经济分类科目', '科目编码']),
        nameColumn(['政府预算支出经济分类科目', '科目名称']),
        money(['合计'], all),
        ...FUNDED.map(([name, where]) => money([name], where)),
      ],
      withTotal('governmental', all, 'first'),
      style,
      { number: '部门预算公开表10' },
    ),
    byItems(
      '一般公共预算支出表（按功能科目和政府预算支出经济分类）',
      [...item, money(['合计'], all), ...governmental(general)],
      withTotal('function', general, 'first'),
      style,
      { number: '部门预算公开表11' },
    ),
    byItems(
      '项目支出预算表',
      [
        words(['类型'], () => '特定目标类'),
        nameColumn(['项目名称']),
        words(['项目单位'], () => '青山市司法局机关'),
        money(['合计'], all),
        ...FUNDED.map(([name, where]) => money([name], where)),
      ],
      [total(project), ...projectsOf(project).map(({ name, holds }) => ({ code: '', name, level: 0, holds }))],
      style,
      { number: '部门预算公开表12' },
    ),
    {
      title: '债务支出预算表',
      number: '部门预算公开表13',
      paths: [['科目编码'], ['科目名称'], ['债务还本支出'], ['债务付息支出'], ['债务发行费用支出']],
      rows: [['', '合计', '', '', '']],
      note: '注：本部门无债务支出，本表为空。',
    },
  ];
  return layoutOf(['黑龙江省青山市司法局2026年部门预算'], sheets, style, {
    agency: '部门名称：青山市司法局',
    above: ['number', 'title', 'agency-unit'],
  });
}
