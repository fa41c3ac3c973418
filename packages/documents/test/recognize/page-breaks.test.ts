import { expect, it } from 'vitest';
import type { Layout, Paragraph, Table, TableCell } from '../../src/layout.ts';
import { withoutFurniture } from '../../src/recognize/furniture.ts';
import { withoutPageBreaks } from '../../src/recognize/page-breaks.ts';

const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text, origin: {} });

/** Lines of `a|b`: `>` at the end of a cell says that its last line is full, `<` and `^` are covered by a merge. */
const table = (edges: readonly number[], ...lines: string[]): Table => ({
  kind: 'table',
  edges,
  origin: {},
  rows: lines.map((line) =>
    line.split('|').map((text): TableCell => {
      if (text === '<' || text === '^') return { text: '', origin: {}, covered: text === '<' ? 'left' : 'above' };
      return text.endsWith('>') ? { text: text.slice(0, -1), origin: {}, runsOn: true } : { text, origin: {} };
    }),
  ),
});

const pagesOf = (...pages: Layout['pages'][number]['blocks'][]): Layout => ({
  pages: pages.map((blocks, i) => ({ number: i + 1, blocks })),
  problems: [],
});

const linesOf = ({ pages }: Layout) =>
  pages.map(({ blocks }) =>
    blocks.map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : block.rows.map((row) =>
            row.map((cell) => (cell.covered ? { left: '<', above: '^' }[cell.covered] : cell.text)).join('|'),
          ),
    ),
  );

const THREE = [50, 150, 250, 350];

it.each<[what: string, upper: Table, lower: Table, joined: string[] | undefined]>([
  [
    'the rest of a name',
    table(THREE, '科目|合计|基本', '行政事业单位养老>|1.00|1.00'),
    table(THREE, '支出||', '住房公积金|2.00|2.00'),
    ['科目|合计|基本', '行政事业单位养老支出|1.00|1.00', '住房公积金|2.00|2.00'],
  ],
  [
    'a row of its own below a cell that had room',
    table(THREE, '科目|合计|基本', '其他支出|1.00|1.00'),
    table(THREE, '资本性支出||', '住房公积金|2.00|2.00'),
    ['科目|合计|基本', '其他支出|1.00|1.00', '资本性支出||', '住房公积金|2.00|2.00'],
  ],
  [
    'a numbered row of its own',
    table(THREE, '科目|合计|基本', '本年收入合计>|1.00|1.00'),
    table(THREE, '二、上年结转||', '收入总计|1.00|1.00'),
    ['科目|合计|基本', '本年收入合计|1.00|1.00', '二、上年结转||', '收入总计|1.00|1.00'],
  ],
  [
    'a row of words below another',
    table(THREE, '指标|内容|依据', '数量指标>|租用公务用车数量>|文件要求>'),
    table(THREE, '质量指标||', '时效指标|12月底前|'),
    undefined,
  ],
  [
    'a sum of its own',
    table(THREE, '科目|合计|基本', '住房改革支出>|1.00|1.00'),
    table(THREE, '合计||', '住房公积金|1.00|1.00'),
    ['科目|合计|基本', '住房改革支出|1.00|1.00', '合计||', '住房公积金|1.00|1.00'],
  ],
  [
    'a line without a figure',
    table(THREE, '收入|预算数|上年数', '本年收入合计|1.00|1.00', '事业收入|1.00|1.00'),
    table(THREE, '上年结转||', '收入总计|1.00|1.00'),
    ['收入|预算数|上年数', '本年收入合计|1.00|1.00', '事业收入|1.00|1.00', '上年结转||', '收入总计|1.00|1.00'],
  ],
  [
    'a header over the columns of figures',
    table(THREE, '收入|预算数|上年数', '本年收入合计|1.00|1.00', '事业收入|1.00|1.00'),
    table(THREE, '支出|预算数|上年数', '教育支出|1.00|1.00'),
    undefined,
  ],
  [
    'other columns',
    table(THREE, '科目|合计|基本', '行政事业单位养老>|1.00|1.00'),
    table([50, 120, 250, 350], '支出||', '住房公积金|2.00|2.00'),
    undefined,
  ],
  [
    'a header whose words go on beside one of its lower rows',
    table([50, 150, 250, 350, 400], '单位名称|公务用车购置及运行费|<|公务接待>'),
    table([50, 150, 250, 350, 400], '|购置费|运行费|费', '某局|1.00|2.00|3.00'),
    ['单位名称|公务用车购置及运行费|<|公务接待费', '|购置费|运行费|^', '某局|1.00|2.00|3.00'],
  ],
  [
    'a header above its finer columns',
    table([50, 250, 350], '收入|支出', '|^'),
    table([50, 150, 250, 300, 350], '项目|金额|项目|金额', '事业收入|1.00|教育支出|1.00'),
    ['收入|<|支出|<', '项目|金额|项目|金额', '事业收入|1.00|教育支出|1.00'],
  ],
  [
    'words of a first row that are no rest of a header',
    table(THREE, '项目名称>|采购方式>|备注'),
    table(THREE, '办公设备|公开招标|', '印刷服务|定点|'),
    ['项目名称|采购方式|备注', '办公设备|公开招标|', '印刷服务|定点|'],
  ],
  [
    'long texts of a row, of which one ends with a word that had no room, and a list that goes on',
    table(THREE, '项目|金额|目标', '城市运行管理中枢场地>|9.00|保障公共服务平台稳定高效'),
    table(THREE, '租赁经费||2.确保发送通道畅通', '另一项目|1.00|按期完成'),
    [
      '项目|金额|目标',
      '城市运行管理中枢场地租赁经费|9.00|保障公共服务平台稳定高效\n2.确保发送通道畅通',
      '另一项目|1.00|按期完成',
    ],
  ],
  [
    'a text that goes on with a new sentence in a row without a name',
    table([50, 150, 250, 350, 400], '项目|金额|财政|目标', '运行经费|9.00|9.00|保障各项业务正常开展。'),
    table([50, 150, 250, 350, 400], '|||服务对象满意。', '另一项目|1.00|1.00|按期完成。'),
    [
      '项目|金额|财政|目标',
      '运行经费|9.00|9.00|保障各项业务正常开展。\n服务对象满意。',
      '另一项目|1.00|1.00|按期完成。',
    ],
  ],
  [
    'numbered lines beside amounts',
    table(
      [50, 150, 250, 350, 400],
      '项目|预算数|项目|预算数',
      '一、一般公共预算拨款收入|9.00|一、一般公共服务支出|9.00',
    ),
    table([50, 150, 250, 350, 400], '二、政府性基金预算拨款||二、社会保障和就业支出|', '收入总计|9.00|支出总计|9.00'),
    [
      '项目|预算数|项目|预算数',
      '一、一般公共预算拨款收入|9.00|一、一般公共服务支出|9.00',
      '二、政府性基金预算拨款||二、社会保障和就业支出|',
      '收入总计|9.00|支出总计|9.00',
    ],
  ],
  [
    'the last digits of amounts whose cells had no room for them',
    table(THREE, '科目|合计|基本', '工资福利支出|17,103,265.5>|9,919,499.>'),
    table(THREE, '|1|20', '住房公积金|2.00|2.00'),
    ['科目|合计|基本', '工资福利支出|17,103,265.51|9,919,499.20', '住房公积金|2.00|2.00'],
  ],
  [
    'a row of words that begins anew',
    table(THREE, '项目|金额|目标', '运行经费|9.00|保障各项业务正常开展。'),
    table(THREE, '二、其他项目||按上级要求安排。', '另一项目|1.00|按期完成。'),
    undefined,
  ],
  [
    'a header that is printed again',
    table(THREE, '科目|合计|基本'),
    table(THREE, '科目|合计|基本', '住房公积金|2.00|2.00'),
    undefined,
  ],
])('at a page break: %s', (_, upper, lower, joined) => {
  const read = linesOf(withoutPageBreaks(pagesOf([paragraph('表'), upper], [lower, paragraph('完')])));
  const apart = linesOf(pagesOf([paragraph('表'), upper], [lower, paragraph('完')]));
  expect(read).toEqual(joined ? [['表', joined], ['完']] : apart);
});

it('a row is whole where the header is printed again above its rest', () => {
  const read = withoutPageBreaks(
    pagesOf(
      [table(THREE, '科目|合计|基本', '行政事业单位养老>|1.00|1.00')],
      [table(THREE, '科目|合计|基本', '支出||', '住房公积金|2.00|2.00')],
    ),
  );
  expect(linesOf(read)).toEqual([
    [['科目|合计|基本', '行政事业单位养老支出|1.00|1.00']],
    [['科目|合计|基本', '住房公积金|2.00|2.00']],
  ]);
});

it('a label merged over rows of two pages is whole, as its column has it elsewhere', () => {
  const levels = (torn: string) =>
    withoutPageBreaks(
      pagesOf(
        [table(THREE, '一级指标|三级指标|指标值', '效益指标|使用率|≥95%', `${torn}>|采购数量|≥9台`)],
        [table(THREE, '标|合格率|≥98%', '^|完成时间|9月底前')],
      ),
    );
  expect(linesOf(levels('效益指')).flat(2)).toEqual([
    ...['一级指标|三级指标|指标值', '效益指标|使用率|≥95%', '效益指标|采购数量|≥9台'],
    ...['|合格率|≥98%', '^|完成时间|9月底前'],
  ]);
  expect(linesOf(levels('产出指')).flat(2)).toContain('产出指标|采购数量|≥9台');
  expect(linesOf(levels('另一指')).flat(2)).toContain('标|合格率|≥98%');
});

it('a sheet goes on where its first line, with the name of what it is of, is printed again', () => {
  const read = (name: string) =>
    linesOf(
      withoutPageBreaks(
        pagesOf(
          [table(THREE, '项目名称|办公设备购置|', '产出指标|购置数量|≥9台')],
          [table(THREE, `项目名称|${name}|`, '效益指标|使用年限|≥5年')],
        ),
      ),
    );
  expect(read('办公设备购置')).toEqual([
    [['项目名称|办公设备购置|', '产出指标|购置数量|≥9台', '效益指标|使用年限|≥5年']],
    [],
  ]);
  expect(read('信息化运维')[1]).toEqual([['项目名称|信息化运维|', '效益指标|使用年限|≥5年']]);
});

it('a table goes on over a page that holds nothing else', () => {
  const read = withoutPageBreaks(
    pagesOf(
      [table(THREE, '科目|合计|基本')],
      [table(THREE, '某项|1.00|1.00', '行政事业单位养老>|1.00|1.00')],
      [table(THREE, '支出||')],
    ),
  );
  expect(linesOf(read)).toEqual([[['科目|合计|基本', '某项|1.00|1.00', '行政事业单位养老支出|1.00|1.00']], [], []]);
});

it('what a browser prints around a page is no part of it, on two pages either', () => {
  const page = (number: number) => [
    paragraph('2026/3/1 上午9:05 某局2026年部门预算'),
    paragraph(`第${number}页的话`),
    paragraph(`https://www.example.gov.cn/art/2026/3/1/${'a%E5'.repeat(30)}… ${number}/2`),
  ];
  const { layout } = withoutFurniture(pagesOf(page(1), page(2)));
  expect(linesOf(layout)).toEqual([['第1页的话'], ['第2页的话']]);
});
