/** A county unit of Zhejiang or Jiangxi in 元: codes split into digits filled in on each row, the unit in the first column, 预算内 and 预算外 words, a funds' table of kinds. */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, itemsOf, not, ofEconomic, ofFund, PUBLICS, sumOf, type Where } from './figures.ts';
import {
  beside,
  byItems,
  type Column,
  counted,
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
import { appropriated, classes, isCurrent, lines, natureIs, none, numbered, REVENUE } from './parts.ts';

const UNIT = '[326001]青山县司法局本级';

export function county(): Layout {
  const style: Style = { unit: '元', zero: '', separators: false };
  const general = ofFund('general-public');
  const basic = not(natureIs('project'));
  const left: readonly Column[] = [
    words(['单位名称'], ({ code }) => (code ? UNIT : '')),
    ...levelColumns(['科目编码'], ['类', '款', '项']),
    nameColumn(['科目名称']),
  ];
  const rows = (where: Where): Line[] => [
    total(where, '合计'),
    ...itemsOf('function', where)
      .filter(({ level }) => level === 2)
      .map((item) => ({ ...lineOf(item), level: 0 })),
  ];
  const indexed = (sheet: Sheet, from: number): Sheet => ({ ...sheet, index: counted(sheet.paths, from, '**') });
  const { overseas, purchase, running, hospitality } = PUBLICS;
  const is = (...codes: readonly string[]): Where => and(general, ofEconomic(...codes));
  const sheets: Sheet[] = [
    {
      title: '2026年收支预算总表',
      number: '表一',
      paths: [
        ['收入', '项目'],
        ['收入', '2026年预算'],
        ['支出', '项目'],
        ['支出', '2026年预算'],
      ],
      rows: beside(
        lines(
          [
            ['一、财政拨款收入', and(appropriated, isCurrent)],
            ['（一）一般公共预算收入', REVENUE[0]![1]],
            ['（二）政府性基金预算收入', REVENUE[1]![1]],
            ['（三）国有资本经营预算收入', REVENUE[2]![1]],
            ['二、教育收费资金收入', none],
            ['三、事业收入', REVENUE[4]![1]],
            ['四、事业单位经营收入', none],
            ['五、附属单位上缴收入', none],
            ['六、上级补助收入', none],
            ['七、其他收入', REVENUE[8]![1]],
            ['本年收入合计', isCurrent],
            ['八、使用非财政拨款结余', none],
            ['九、上年结转（结余）', isCarried],
            ['收入总计', all],
          ],
          style,
        ),
        lines(
          [
            ...classes(all).map(({ name, holds }) => [name, holds] as const),
            ['本年支出合计', all],
            ['年终结转结余', none],
            ['支出总计', all],
          ],
          style,
        ),
      ),
    },
    indexed(
      byItems(
        '部门收入总表',
        [
          ...left,
          money(['合计'], all),
          money(['上年结转'], isCarried),
          money(['财政拨款', '小计'], and(appropriated, isCurrent)),
          money(['财政拨款', '一般公共预算收入'], REVENUE[0]![1]),
          money(['财政拨款', '政府性基金预算收入'], REVENUE[1]![1]),
          money(['财政拨款', '国有资本经营预算收入'], REVENUE[2]![1]),
          money(['教育收费资金收入'], none),
          money(['事业收入'], REVENUE[4]![1]),
          money(['事业单位经营收入'], none),
          money(['附属单位上缴收入'], none),
          money(['上级补助收入'], none),
          money(['其他收入'], REVENUE[8]![1]),
          money(['使用非财政拨款结余'], none),
        ],
        rows(all),
        style,
        { number: '表二' },
      ),
      5,
    ),
    indexed(
      byItems(
        '部门支出总表',
        [
          ...left,
          money(['合计'], all),
          money(['基本支出'], basic),
          money(['项目支出'], natureIs('project')),
          money(['事业单位经营支出'], none),
          money(['上缴上级支出'], none),
          money(['对附属单位补助支出'], none),
        ],
        rows(all),
        style,
        { number: '表三' },
      ),
      5,
    ),
    {
      title: '财政拨款收支总表',
      number: '表四',
      paths: [
        ['收入', '项目'],
        ['收入', '预算数'],
        ['支出', '项目（按支出功能科目分类）'],
        ['支出', '合计'],
        ['支出', '一般公共预算'],
        ['支出', '政府性基金预算'],
        ['支出', '国有资本经营预算'],
      ],
      rows: beside(
        lines(
          [
            ['一、本年收入', and(appropriated, isCurrent)],
            ['（一）一般公共预算收入', REVENUE[0]![1]],
            ['（二）政府性基金预算收入', REVENUE[1]![1]],
            ['（三）国有资本经营预算收入', REVENUE[2]![1]],
            ['二、上年结转', and(appropriated, isCarried)],
            ['收入总计', appropriated],
          ],
          style,
        ),
        lines(
          [
            ...classes(appropriated).map(({ name, holds }, i) => [numbered(i, name), holds] as const),
            ['支出总计', appropriated],
          ],
          style,
          [all, general, ofFund('government-fund'), ofFund('state-capital')],
        ),
      ),
    },
    indexed(
      byItems(
        '一般公共预算支出表',
        [...left, money(['合计'], all), money(['基本支出'], basic), money(['项目支出'], natureIs('project'))],
        rows(general),
        style,
        { number: '表五' },
      ),
      5,
    ),
    indexed(
      byItems(
        '一般公共预算基本支出表',
        [
          ...levelColumns(['支出经济分类科目', '科目编码'], ['类', '款']),
          nameColumn(['支出经济分类科目', '科目名称']),
          money(['2026年基本支出', '合计'], all),
          money(['2026年基本支出', '人员经费'], natureIs('personnel')),
          money(['2026年基本支出', '公用经费'], natureIs('operating')),
        ],
        [total(and(general, basic), '合计'), ...itemsOf('economic', and(general, basic)).map(lineOf)],
        style,
        { number: '表六' },
      ),
      3,
    ),
    {
      title: '财政拨款“三公”经费支出表',
      number: '表七',
      paths: [
        ['单位编码'],
        ['单位名称'],
        ['合计'],
        ['因公出国(境)费'],
        ['公务接待费'],
        ['公务用车运行维护费'],
        ['公务用车购置'],
      ],
      index: ['**', '**', '1', '2', '3', '4', '5'],
      rows: [
        [
          '',
          '合计',
          ...[
            is(overseas, purchase, running, hospitality),
            is(overseas),
            is(hospitality),
            is(running),
            is(purchase),
          ].map((where) => printed(sumOf(where), style)),
        ],
        [
          '326001',
          '青山县司法局本级',
          ...[
            is(overseas, purchase, running, hospitality),
            is(overseas),
            is(hospitality),
            is(running),
            is(purchase),
          ].map((where) => printed(sumOf(where), style)),
        ],
      ],
    },
    indexed(
      byItems(
        '政府性基金预算支出表',
        [...left, money(['合计'], all), money(['基本支出'], basic), money(['项目支出'], natureIs('project'))],
        rows(ofFund('government-fund')),
        style,
        { number: '表八' },
      ),
      5,
    ),
    indexed(
      byItems(
        '国有资本经营预算支出表',
        [...left, money(['合计'], all), money(['基本支出'], basic), money(['项目支出'], natureIs('project'))],
        rows(ofFund('state-capital')),
        style,
        { number: '表九' },
      ),
      5,
    ),
  ];
  return layoutOf(['青山县司法局本级2026年单位预算'], sheets, style, {
    agency: '填报单位：青山县司法局本级',
    above: ['number', 'title', 'agency-unit'],
  });
}
