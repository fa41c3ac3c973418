/** Guangxi: 预算公开01表 and on, code and name in one cell, indented; revenue by kinds of appropriation; the two economic classifications in one table. */
import type { Layout } from '../../src/layout.ts';
import { all, and, ENTRIES, isCarried, itemsOf, nameOf, not, ofFund, projectsOf, type Where } from './figures.ts';
import {
  beside,
  byItems,
  type Column,
  type Line,
  layoutOf,
  lineOf,
  money,
  type Sheet,
  type Style,
  total,
  words,
} from './paper.ts';
import { appropriated, classes, isCurrent, lines, natureIs, none, numbered, publicsColumns, REVENUE } from './parts.ts';

/** 204-公共安全支出, indented by level. */
const item = (path: readonly string[]): Column =>
  words(path, ({ code, name, level }) => (code ? `${'  '.repeat(level)}${code}-${name}` : name));

export function guangxi(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: true };
  const general = ofFund('general-public');
  const basic = not(natureIs('project'));
  const rows = (where: Where): Line[] => [total(where, '合计'), ...itemsOf('function', where).map(lineOf)];
  const carried = and(isCarried, general);
  const sheets: Sheet[] = [
    {
      title: '部门收支总体情况表',
      number: '预算公开01表',
      paths: [
        ['收入', '项目'],
        ['收入', '预算数'],
        ['支出', '项目'],
        ['支出', '预算数'],
      ],
      rows: beside(
        lines(
          [
            ['一、一般公共预算拨款收入', REVENUE[0]![1]],
            ['1.经费拨款', REVENUE[0]![1]],
            ['2.纳入一般公共预算管理的非税收入安排的拨款', none],
            ['二、政府性基金预算拨款收入', REVENUE[1]![1]],
            ['三、国有资本经营预算拨款收入', REVENUE[2]![1]],
            ['四、财政专户管理资金收入', none],
            ['五、事业收入', REVENUE[4]![1]],
            ['六、其他收入', REVENUE[8]![1]],
            ['本年收入合计', isCurrent],
            ['上年结余结转', isCarried],
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
      ),
    },
    byItems(
      '部门收入总体情况表',
      [
        item(['科目']),
        money(['总计'], all),
        money(['一般公共预算', '合计'], REVENUE[0]![1]),
        money(['一般公共预算', '经费拨款'], REVENUE[0]![1]),
        money(['一般公共预算', '纳入一般公共预算管理的非税收入安排的拨款'], none),
        money(['政府性基金预算'], REVENUE[1]![1]),
        money(['国有资本经营预算'], REVENUE[2]![1]),
        money(['财政专户管理资金'], none),
        money(['事业收入'], REVENUE[4]![1]),
        money(['事业单位经营收入'], none),
        money(['上级补助收入'], none),
        money(['附属单位上缴收入'], none),
        money(['其他收入'], REVENUE[8]![1]),
        money(['上年结余结转', '合计'], isCarried),
        money(['上年结余结转', '一般公共预算'], carried),
        money(['上年结余结转', '政府性基金预算'], none),
        money(['上年结余结转', '单位资金'], none),
      ],
      rows(all),
      style,
      { number: '预算公开02表' },
    ),
    byItems(
      '部门支出总体情况表',
      [
        item(['科目']),
        money(['总计'], all),
        money(['基本支出'], basic),
        money(['项目支出'], natureIs('project')),
        money(['事业单位经营支出'], none),
        money(['上缴上级支出'], none),
        money(['对附属单位补助支出'], none),
      ],
      rows(all),
      style,
      { number: '预算公开03表' },
    ),
    {
      title: '财政拨款收支总体情况表',
      number: '预算公开04表',
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
            ['（一）一般公共预算拨款', REVENUE[0]![1]],
            ['（二）政府性基金预算拨款', REVENUE[1]![1]],
            ['（三）国有资本经营预算拨款', REVENUE[2]![1]],
            ['二、上年结余结转', and(appropriated, isCarried)],
            ['（一）一般公共预算拨款', carried],
            ['（二）政府性基金预算拨款', none],
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
        item(['科目']),
        money(['总计'], all),
        money(['基本支出', '合计'], basic),
        money(['基本支出', '人员经费'], natureIs('personnel')),
        money(['基本支出', '公用经费'], natureIs('operating')),
        money(['项目支出'], natureIs('project')),
      ],
      rows(general),
      style,
      { number: '预算公开05表' },
    ),
    byItems(
      '一般公共预算基本支出情况表',
      [
        item(['部门预算支出经济分类科目']),
        words(['政府预算支出经济分类科目'], ({ code }) => governmental(code)),
        money(['合计'], all),
        money(['人员经费'], natureIs('personnel')),
        money(['公用经费'], natureIs('operating')),
      ],
      [total(and(general, basic), '合计'), ...itemsOf('economic', and(general, basic)).map(lineOf)],
      style,
      { number: '预算公开06表' },
    ),
    byItems(
      '一般公共预算“三公”经费支出情况表',
      [
        words(['单位'], ({ name }) => name),
        ...publicsColumns(
          ['2026年预算数'],
          [
            '“三公”经费合计',
            '因公出国（境）费',
            '公务用车购置及运行费',
            '公务用车购置费',
            '公务用车运行费',
            '公务接待费',
          ],
        ),
      ],
      [total(all, '合计'), total(all, '226001-青山县司法局')],
      style,
      { number: '预算公开07表' },
    ),
    byItems(
      '政府性基金预算支出情况表',
      [item(['科目']), money(['总计'], all), money(['基本支出'], basic), money(['项目支出'], natureIs('project'))],
      rows(ofFund('government-fund')),
      style,
      { number: '预算公开08表' },
    ),
    byItems(
      '国有资本经营预算支出情况表',
      [item(['科目']), money(['总计'], all), money(['基本支出'], basic), money(['项目支出'], natureIs('project'))],
      rows(ofFund('state-capital')),
      style,
      { number: '预算公开09表' },
    ),
    byItems(
      '部门项目支出预算表',
      [
        words(['项目名称'], ({ name }) => name),
        words(['项目类别'], ({ code }) => (code ? '22-其他运转类' : '')),
        money(['合计'], all),
        money(['一般公共预算'], general),
        money(['政府性基金预算'], ofFund('government-fund')),
        money(['国有资本经营预算'], ofFund('state-capital')),
        money(['单位资金'], ofFund('institutional', 'other')),
      ],
      [
        total(natureIs('project'), '合计'),
        ...projectsOf(all).map(({ name, holds }) => ({ code: 'x', name, level: 0, holds })),
      ],
      style,
      { number: '预算公开10表' },
    ),
  ];
  return layoutOf(['青山县司法局2026年部门预算公开说明'], sheets, style, {
    agency: '部门：226-青山县司法局',
    above: ['title', 'number', 'agency-unit'],
  });
}

const governmental = (code: string): string => {
  const found = code.length === 5 ? ENTRIES.find(({ economic }) => economic === code)?.governmental : undefined;
  return found ? `${found}-${nameOf('governmental', found)}` : '';
};
