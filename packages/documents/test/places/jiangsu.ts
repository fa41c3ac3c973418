/** Jiangsu: tables 公开01表 and on, the title above the number, funds of revenue in one wide row, “三公” with meetings and training in one row, purchases by item. */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, nameOf, not, ofEconomic, ofFund, projectsOf, type Where } from './figures.ts';
import {
  beside,
  byItems,
  codeColumn,
  layoutOf,
  money,
  nameColumn,
  type Sheet,
  type Style,
  total,
  words,
} from './paper.ts';
import {
  appropriated,
  classes,
  isCurrent,
  lines,
  natureIs,
  none,
  numbered,
  publicsColumns,
  REVENUE,
  withTotal,
} from './parts.ts';

export function jiangsu(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: false };
  const general = ofFund('general-public');
  const item = [codeColumn(['科目编码']), nameColumn(['科目名称'])];
  const measures = [
    money(['合计'], all),
    money(['基本支出', '小计'], not(natureIs('project'))),
    money(['基本支出', '人员经费'], natureIs('personnel')),
    money(['基本支出', '公用经费'], natureIs('operating')),
    money(['项目支出'], natureIs('project')),
  ];
  const economy = (title: string, number: string, head: string, where: Where): Sheet =>
    byItems(
      title,
      [
        codeColumn(['部门预算支出经济分类科目', '科目编码']),
        nameColumn(['部门预算支出经济分类科目', '科目名称']),
        money([head, '合计'], all),
        money([head, '人员经费'], natureIs('personnel')),
        money([head, '公用经费'], natureIs('operating')),
      ],
      withTotal('economic', and(where, not(natureIs('project'))), 'first', 2, '合 计'),
      style,
      { number },
    );
  const publics = publicsColumns(
    ['“三公”经费'],
    [
      '“三公”经费合计',
      '因公出国（境）费',
      '公务用车购置及运行维护费',
      '公务用车购置费',
      '公务用车运行维护费',
      '公务接待费',
    ],
  );
  const sheets: Sheet[] = [
    {
      title: '收支总表',
      number: '公开01表',
      paths: [
        ['收入', '项目'],
        ['收入', '预算数'],
        ['支出', '项目'],
        ['支出', '预算数'],
      ],
      rows: beside(
        lines(
          [
            ...REVENUE.map(([label, where], i) => [numbered(i, label), where] as const),
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
      '收入总表',
      [
        codeColumn(['部门代码']),
        nameColumn(['部门名称']),
        money(['合计'], all),
        money(['本年收入', '小计'], isCurrent),
        ...REVENUE.map(([label, where]) =>
          money(['本年收入', label.replace(/拨款收入$/, '').replace('资金收入', '资金')], where),
        ),
        money(['上年结转结余', '小计'], isCarried),
        ...['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'].map((name, i) =>
          money(['上年结转结余', name], i === 0 ? isCarried : none),
        ),
      ],
      [
        total(all, '合计'),
        { ...total(all, '青山县司法局'), code: '110' },
        { ...total(all, '  青山县司法局本级'), code: '110001' },
      ],
      style,
      { number: '公开02表' },
    ),
    byItems(
      '支出总表',
      [
        ...item,
        money(['合计'], all),
        money(['基本支出'], not(natureIs('project'))),
        money(['项目支出'], natureIs('project')),
        money(['事业单位经营支出'], none),
        money(['上缴上级支出'], none),
        money(['对附属单位补助支出'], none),
      ],
      withTotal('function', all, 'first', 3, '合计'),
      style,
      { number: '公开03表' },
    ),
    {
      title: '财政拨款收支总表',
      number: '公开04表',
      paths: [
        ['收 入', '项 目'],
        ['收 入', '预算数'],
        ['支 出', '项目（按功能分类）'],
        ['支 出', '预算数'],
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
        ),
      ),
    },
    byItems(
      '财政拨款支出表（功能科目）',
      [...item, ...measures],
      withTotal('function', appropriated, 'first', 3, '合计'),
      style,
      { number: '公开05表' },
    ),
    economy('财政拨款基本支出表（经济科目）', '公开06表', '本年财政拨款基本支出', appropriated),
    byItems('一般公共预算支出表', [...item, ...measures], withTotal('function', general, 'first', 3, '合计'), style, {
      number: '公开07表',
    }),
    economy('一般公共预算基本支出表', '公开08表', '本年一般公共预算基本支出', general),
    byItems(
      '一般公共预算“三公”经费、会议费、培训费支出预算表',
      [
        ...publics,
        money(['会议费'], and(general, ofEconomic('30215'))),
        money(['培训费'], and(general, ofEconomic('30216'))),
      ],
      [total(all)],
      style,
      { number: '公开09表' },
    ),
    byItems(
      '政府性基金预算支出表',
      [
        ...item,
        money(['本年政府性基金预算支出', '合计'], all),
        money(['本年政府性基金预算支出', '基本支出'], none),
        money(['本年政府性基金预算支出', '项目支出'], natureIs('project')),
      ],
      withTotal('function', ofFund('government-fund'), 'first', 3, '合计'),
      style,
      { number: '公开10表' },
    ),
    byItems(
      '国有资本经营预算支出预算表',
      [
        ...item,
        money(['本年国有资本经营预算支出', '合计'], all),
        money(['本年国有资本经营预算支出', '基本支出'], none),
        money(['本年国有资本经营预算支出', '项目支出'], natureIs('project')),
      ],
      withTotal('function', ofFund('state-capital'), 'first', 3, '合计'),
      style,
      { number: '公开11表' },
    ),
    byItems(
      '一般公共预算机关运行经费支出预算表',
      [codeColumn(['科目编码']), nameColumn(['科目名称']), money(['机关运行经费支出'], all)],
      withTotal('economic', and(general, natureIs('operating')), 'first', 2, '合计'),
      style,
      { number: '公开12表' },
    ),
    byItems(
      '政府采购支出表',
      [
        words(['采购品目大类'], ({ code }) => (code ? '货物' : '')),
        words(['专项名称'], ({ name, code }) => (code ? name : '')),
        words(['经济科目'], ({ code }) => (code ? nameOf('economic', code) : '')),
        words(['采购品目名称'], ({ code, name }) =>
          code ? (code === '31013' ? '轿车' : code === '31002' ? '台式计算机' : '软件运维服务') : name,
        ),
        words(['采购组织形式'], ({ code }) => (code ? '集中采购机构采购' : '')),
        money(['资金来源', '总计'], all),
        money(['资金来源', '一般公共预算资金'], ofFund('general-public')),
        money(['资金来源', '政府性基金'], ofFund('government-fund')),
        money(['资金来源', '其他资金'], ofFund('other', 'institutional')),
        money(['资金来源', '上年结转和结余资金'], none),
      ],
      purchases(),
      style,
      { number: '公开13表' },
    ),
  ];
  return layoutOf(['2026年度', '青山县司法局', '部门预算公开'], sheets, style, {
    agency: '部门/单位：青山县司法局',
    above: ['number', 'title', 'agency-unit'],
  });
}

function purchases() {
  const bought = projectsOf(ofFund('general-public')).filter(({ first }) =>
    ['31013', '31002', '30213'].includes(first.economic),
  );
  const holds: Where = (entry) => bought.some((each) => each.holds(entry));
  return [
    { code: '', name: '合计', level: 0, holds },
    ...bought.map(({ name, first, holds: own }) => ({ code: first.economic, name, level: 0, holds: own })),
  ];
}
