/** Hubei: rows labelled by unit down to items, plans of non-tax revenue and of assets to buy, details of meetings, training and vehicles. */
import type { Layout } from '../../src/layout.ts';
import { all, and, isCarried, itemsOf, not, ofEconomic, ofFund, sumOf, type Where } from './figures.ts';
import {
  beside,
  byItems,
  type Column,
  codeColumn,
  type Line,
  layoutOf,
  lineOf,
  money,
  nameColumn,
  printed,
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
} from './parts.ts';

const basic = not(natureIs('project'));
const project = natureIs('project');

/** Of the two units the centre does the legal services, the office all else. */
const ofCentre: Where = (each) => each.function === '2040607';
const UNITS: readonly (readonly [code: string, name: string, where: Where])[] = [
  ['226001', '青山市司法局本级', not(ofCentre)],
  ['226002', '青山市法律援助中心', ofCentre],
];

export function hubei(): Layout {
  const style: Style = { unit: '万元', zero: '', separators: true };
  const general = ofFund('general-public');
  const nested = (where: Where): Line[] => [
    total(where),
    { ...total(where, '青山市司法局'), code: '226' },
    ...UNITS.flatMap(([code, name, within]) => [
      { ...total(and(where, within), `　${name}`), code },
      ...itemsOf('function', and(where, within))
        .filter(({ level }) => level === 2)
        .map((each) => ({ ...lineOf(each), name: `　　${each.name}` })),
    ]),
  ];
  const coded: readonly Column[] = [codeColumn(['编码']), nameColumn(['单位（科目）名称'])];
  const item = [codeColumn(['科目编码']), nameColumn(['科目名称'])];
  const items = (where: Where): Line[] => [total(where), ...itemsOf('function', where).map(lineOf)];
  const training = printed(sumOf(and(general, ofEconomic('30216'))), style);
  const sheets: Sheet[] = [
    {
      title: '收支预算总表',
      number: '表1',
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
            ['结转下年', none],
            ['支出总计', all],
          ],
          style,
        ),
      ),
    },
    byItems(
      '收入预算总表',
      [
        ...coded,
        money(['合计'], all),
        money(['上年结转结余'], isCarried),
        ...REVENUE.map(([label, where]) => money(['本年收入', label], where)),
      ],
      [
        total(all),
        { ...total(all, '青山市司法局'), code: '226' },
        ...UNITS.map(([code, name, where]) => ({ ...total(where, `　${name}`), code })),
      ],
      style,
      { number: '表2' },
    ),
    byItems(
      '支出预算总表',
      [...coded, money(['合计'], all), money(['基本支出'], basic), money(['项目支出'], project)],
      nested(all),
      style,
      { number: '表3' },
    ),
    {
      title: '财政拨款收支预算总表',
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
        ),
      ),
    },
    byItems(
      '一般公共预算支出表',
      [
        words(['部门编码'], () => '226'),
        words(['部门名称'], () => '青山市司法局'),
        ...item,
        money(['合计'], all),
        money(['基本支出', '人员经费'], natureIs('personnel')),
        money(['基本支出', '公用经费'], natureIs('operating')),
        money(['项目支出'], project),
      ],
      items(general),
      style,
      { number: '表5' },
    ),
    byItems(
      '一般公共预算基本支出表',
      [
        ...item,
        money(['合计'], all),
        money(['人员经费'], natureIs('personnel')),
        money(['公用经费'], natureIs('operating')),
      ],
      [total(and(general, basic)), ...itemsOf('economic', and(general, basic)).map(lineOf)],
      style,
      { number: '表6' },
    ),
    byItems(
      '一般公共预算“三公”经费支出表',
      [words(['单位名称'], ({ name }) => name), ...publicsColumns(['“三公”经费支出'], PUBLICS_NAMES)],
      [total(all, '青山市司法局')],
      style,
      { number: '表7' },
    ),
    byItems(
      '政府性基金预算支出表',
      [...item, money(['合计'], all), money(['基本支出'], basic), money(['项目支出'], project)],
      items(ofFund('government-fund')),
      style,
      { number: '表8' },
    ),
    byItems(
      '国有资本经营预算支出表',
      [...item, money(['合计'], all), money(['基本支出'], basic), money(['项目支出'], project)],
      items(ofFund('state-capital')),
      style,
      { number: '表9' },
    ),
    {
      title: '非税收入征收计划表',
      number: '表10',
      paths: [
        ['序号'],
        ['执收单位'],
        ['收入项目编码'],
        ['收入项目名称'],
        ['上年完成数'],
        ['本年计划征收数'],
        ['其中', '缴入国库'],
        ['其中', '缴入财政专户'],
      ],
      rows: [
        ['', '合计', '', '', '126.40', '131.20', '118.20', '13.00'],
        ['1', '青山市司法局本级', '103042701', '司法鉴定收费', '98.10', '101.20', '101.20', ''],
        ['2', '青山市法律援助中心', '103042702', '公证服务收费', '28.30', '30.00', '17.00', '13.00'],
      ],
    },
    {
      title: '新增资产配置表',
      number: '表11',
      paths: [
        ['单位名称'],
        ['资产类别'],
        ['资产名称'],
        ['计量单位'],
        ['数量'],
        ['单价'],
        ['金额'],
        ['资金来源', '一般公共预算'],
        ['资金来源', '其他资金'],
      ],
      rows: [
        ['合计', '', '', '', '13', '', '28.44', '26.44', '2.00'],
        ['青山市司法局本级', '通用设备', '公务用车', '辆', '1', '19.80', '19.80', '19.80', ''],
        ['青山市司法局本级', '通用设备', '台式计算机', '台', '12', '0.72', '8.64', '6.64', '2.00'],
      ],
    },
    {
      title: '培训费明细表',
      number: '表12',
      paths: [['序号'], ['培训名称'], ['时间'], ['人数'], ['金额'], ['备注']],
      rows: [
        ['1', '人民调解员业务培训', '2026年5月', '120', '1.20', ''],
        ['2', '行政执法人员培训', '2026年9月', '60', '0.73', ''],
        ['', '合计', '', '180', training, ''],
      ],
    },
    {
      title: '会议费明细表',
      number: '表13',
      paths: [['会议名称'], ['会议类别'], ['会期（天）'], ['参会人数'], ['预算金额']],
      rows: [
        ['全市司法行政工作会议', '二类', '1', '90', '1.85'],
        ['人民调解工作推进会', '三类', '1', '45', '1.02'],
        ['合计', '', '', '', '2.87'],
      ],
    },
  ];
  return layoutOf(['湖北省青山市司法局', '2026年部门预算公开'], sheets, style, {
    agency: '部门：青山市司法局',
    above: ['number', 'title', 'agency-unit'],
  });
}
