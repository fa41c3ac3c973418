/** Hubei, Anhui, Guizhou and other provinces that print the ten tables of the integrated budget system. */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, not, ofFund, projectsOf } from './figures.ts';
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
  PUBLICS_NAMES,
  publicsColumns,
  REVENUE,
  withTotal,
} from './parts.ts';

export function national(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: true };
  const sheets: Sheet[] = [];
  const revenue = lines(
    [
      ...REVENUE.map(([label, where], i) => [numbered(i, label), where] as const),
      ['本年收入合计', isCurrent],
      ['使用非财政拨款结余', none],
      ['上年结转结余', isCarried],
      ['收入总计', all],
    ],
    style,
  );
  const spent = lines(
    [
      ...classes(all).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
      ['本年支出合计', all],
      ['年终结转结余', none],
      ['支出总计', all],
    ],
    style,
  );
  sheets.push({
    title: '收支总表',
    number: '表1',
    paths: [
      ['收入', '项目'],
      ['收入', '预算数'],
      ['支出', '项目'],
      ['支出', '预算数'],
    ],
    rows: beside(revenue, spent),
  });
  const unit = total(all);
  const sources = [
    money(['合计'], all),
    money(['本年收入', '小计'], isCurrent),
    ...REVENUE.map(([label, where]) =>
      money(['本年收入', label.replace(/拨款收入$/, '').replace(/资金收入$/, '资金')], where),
    ),
    money(['上年结转结余', '小计'], isCarried),
    money(['上年结转结余', '一般公共预算'], and(isCarried, ofFund('general-public'))),
    ...['政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'].map((name) =>
      money(['上年结转结余', name], none),
    ),
  ];
  sheets.push(
    byItems(
      '收入总表',
      [words(['部门（单位）代码'], (line) => line.code), nameColumn(['部门（单位）名称']), ...sources],
      [unit, { ...unit, code: '226', name: '青山县司法局' }, { ...unit, code: '226001', name: '青山县司法局本级' }],
      style,
      { number: '表2' },
    ),
    byItems(
      '支出总表',
      [
        codeColumn(['科目编码']),
        nameColumn(['科目名称'], '　'),
        money(['合计'], all),
        money(['基本支出'], natureIs('personnel', 'operating')),
        money(['项目支出'], natureIs('project')),
        money(['事业单位经营支出'], none),
        money(['上缴上级支出'], none),
        money(['对附属单位补助支出'], none),
      ],
      withTotal('function', all, 'first'),
      style,
      { number: '表3' },
    ),
  );
  const carried = and(isCarried, appropriated);
  sheets.push({
    title: '财政拨款收支总表',
    number: '表4',
    paths: [
      ['收入', '项目'],
      ['收入', '预算数'],
      ['支出', '项目'],
      ['支出', '预算数'],
    ],
    rows: beside(
      lines(
        [
          ['一、本年收入', and(appropriated, isCurrent)],
          ['（一）一般公共预算拨款', REVENUE[0]![1]],
          ['（二）政府性基金预算拨款', REVENUE[1]![1]],
          ['（三）国有资本经营预算拨款', REVENUE[2]![1]],
          ['二、上年结转', carried],
          ['（一）一般公共预算拨款', carried],
          ['（二）政府性基金预算拨款', none],
          ['（三）国有资本经营预算拨款', none],
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
      ),
    ),
  });
  const general = ofFund('general-public');
  const measures = [
    money(['合计'], all),
    money(['基本支出', '小计'], natureIs('personnel', 'operating')),
    money(['基本支出', '人员经费'], natureIs('personnel')),
    money(['基本支出', '公用经费'], natureIs('operating')),
    money(['项目支出'], natureIs('project')),
  ];
  const item = [codeColumn(['科目编码']), nameColumn(['科目名称'], '　')];
  sheets.push(
    byItems('一般公共预算支出表', [...item, ...measures], withTotal('function', general, 'first'), style, {
      number: '表5',
    }),
    byItems(
      '一般公共预算基本支出表',
      [
        codeColumn(['部门预算支出经济分类科目', '科目编码']),
        nameColumn(['部门预算支出经济分类科目', '科目名称'], '　'),
        money(['本年一般公共预算基本支出', '合计'], all),
        money(['本年一般公共预算基本支出', '人员经费'], natureIs('personnel')),
        money(['本年一般公共预算基本支出', '公用经费'], natureIs('operating')),
      ],
      withTotal('economic', and(general, not(natureIs('project'))), 'first'),
      style,
      { number: '表6' },
    ),
    byItems('一般公共预算“三公”经费支出表', publicsColumns([], PUBLICS_NAMES), [unit], style, { number: '表7' }),
    byItems(
      '政府性基金预算支出表',
      [
        ...item.map((column) => column),
        money(['本年政府性基金预算支出', '合计'], all),
        money(['本年政府性基金预算支出', '基本支出'], natureIs('personnel', 'operating')),
        money(['本年政府性基金预算支出', '项目支出'], natureIs('project')),
      ],
      withTotal('function', ofFund('government-fund'), 'first'),
      style,
      { number: '表8' },
    ),
    byItems(
      '国有资本经营预算支出表',
      [
        ...item,
        money(['本年国有资本经营预算支出', '合计'], all),
        money(['本年国有资本经营预算支出', '基本支出'], natureIs('personnel', 'operating')),
        money(['本年国有资本经营预算支出', '项目支出'], natureIs('project')),
      ],
      withTotal('function', ofFund('state-capital'), 'first'),
      style,
      { number: '表9' },
    ),
    byItems(
      '项目支出表',
      [
        words(['类型'], ({ code }) => (code ? '特定目标类' : '')),
        nameColumn(['项目名称']),
        words(['项目单位'], ({ code }) => (code ? '青山县司法局本级' : '')),
        money(['合计'], all),
        money(['本年拨款', '一般公共预算'], and(ofFund('general-public'), isCurrent)),
        money(['本年拨款', '政府性基金预算'], ofFund('government-fund')),
        money(['本年拨款', '国有资本经营预算'], ofFund('state-capital')),
        money(['财政拨款结转结余', '一般公共预算'], and(ofFund('general-public'), isCarried)),
        money(['财政拨款结转结余', '政府性基金预算'], none),
        money(['财政拨款结转结余', '国有资本经营预算'], none),
        money(['财政专户管理资金'], none),
        money(['单位资金'], ofFund('institutional', 'other')),
      ],
      [total(natureIs('project')), ...projectsOf(all).map(({ name, holds }) => ({ code: 'x', name, level: 0, holds }))],
      style,
      { number: '表10' },
    ),
  );
  return layoutOf(['青山县司法局2026年部门预算'], sheets, style, {
    agency: '部门（单位）：青山县司法局',
    above: ['number', 'title', 'agency-unit'],
  });
}
