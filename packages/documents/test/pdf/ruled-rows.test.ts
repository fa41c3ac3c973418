/** Tables whose rows are ruled and whose columns are not, set so tight that neighbours nearly touch. */
import { describe, expect, it } from 'vitest';
import { type RuledColumns, ruledTables } from '../../src/pdf/infer/ruled-rows.ts';
import { glyphsOf, linesOfGrid, rule, type Word } from './made-table.ts';

/** Two points between full cells. Codes end at 85, names fill 87–187; amounts end at 237, 277, 317. */
const row = (y: number, code: string, name: string, ...amounts: string[]): Word[] => [
  [50, y, code],
  ...name.split('/').map((line, i): Word => [87, y + 12 * i, line]),
  ...amounts.map((amount, i): Word => [237 + 40 * i, y, amount, 'r']),
];
const lines = (from: number, to: number, ...ys: number[]) => ys.map((y) => rule(y, from, to));
const HEADER: Word[] = [
  [67, 62, '科目编码', 'c'],
  [137, 62, '科目名称', 'c'],
  [217, 62, '合计', 'c'],
  [277, 52, '其中', 'c'],
  [257, 72, '基本', 'c'],
  [297, 72, '项目', 'c'],
];
/** The group is closed below, the cells beside it go on. */
const HEADED = [...lines(48, 319, 48), rule(68, 238, 319), ...lines(48, 319, 88)];
const BODY = [
  ...row(92, '2010301', '机关事业单位基本养老', '30.00', '20.00', '10.00'),
  ...row(112, '2010302', '机关事业单位基本养老/保险缴费支出', '12.34', '12.34'),
  ...row(146, '20199', '其他支出', '1.00', '', '1.00'),
];
const RULED = lines(48, 319, 108, 140, 160);
const READ = [
  '2010301|机关事业单位基本养老|30.00|20.00|10.00',
  '2010302|机关事业单位基本养老保险缴费支出|12.34|12.34|',
  '20199|其他支出|1.00||1.00',
];
const read = (words: readonly Word[], rulings: ReturnType<typeof lines>, before?: RuledColumns) => {
  const { grids, last } = ruledTables(rulings, glyphsOf(words), before);
  return { tables: grids.map(linesOfGrid), last };
};

describe('tables with lines across only', () => {
  it('stripes of two points part columns, lines part rows, and the line below a group tells its reach', () => {
    expect(read([...HEADER, ...BODY], [...HEADED, ...RULED]).tables).toEqual([
      ['科目编码|科目名称|合计|其中|<', '^|^|^|基本|项目', ...READ],
    ]);
  });

  it('the row of column numbers stands under its columns, blank ones too', () => {
    const numbers = ['1', '2', '3', '4', '5'].map((n, i): Word => [[67, 137, 217, 257, 297][i]!, 92, n, 'c']);
    const body = BODY.map(([x, y, ...rest]): Word => [x, y + 20, ...rest]).filter(([x]) => x !== 277);
    const ruled = [...lines(48, 319, 108), ...lines(48, 319, 128, 160, 180)];
    expect(read([...HEADER, ...numbers, ...body], [...HEADED, ...ruled]).tables[0]!.slice(2)).toEqual([
      '1|2|3|4|5',
      '2010301|机关事业单位基本养老|30.00||10.00',
      '2010302|机关事业单位基本养老保险缴费支出|12.34||',
      '20199|其他支出|1.00||1.00',
    ]);
  });

  it('a title or what amounts are in parts the tables of one page, which are equally wide', () => {
    const below = (words: readonly Word[], by: number) => words.map(([x, y, ...rest]): Word => [x, y + by, ...rest]);
    const ruled = [...HEADED, ...RULED];
    const second = ruled.map((ruling) => ({ ...ruling, at: ruling.at + 170 }));
    const own: Word[] = [
      [183, 180, '支出决算表', 'c'],
      [319, 200, '单位：千元', 'r'],
    ];
    const { tables } = read([...HEADER, ...BODY, ...own, ...below([...HEADER, ...BODY], 170)], [...ruled, ...second]);
    const whole = ['科目编码|科目名称|合计|其中|<', '^|^|^|基本|项目', ...READ];
    expect(tables).toEqual([whole, whole]);
  });

  it('a page without a header goes on in the columns of the page before, where one is blank', () => {
    const { last } = read([...HEADER, ...BODY], [...HEADED, ...RULED]);
    const next = [...row(52, '20801', '民政管理事务', '3.00', '3.00'), ...row(72, '20802', '行政运行', '1.00', '1.00')];
    const ruled = lines(48, 319, 48, 68, 88);
    expect(read(next, ruled, last).tables).toEqual([['20801|民政管理事务|3.00|3.00|', '20802|行政运行|1.00|1.00|']]);
    expect(read(next, ruled).tables).toEqual([['20801|民政管理事务|3.00|3.00', '20802|行政运行|1.00|1.00']]);
  });

  it('a form is told by the rows that have most columns; a text over all of them stays one cell', () => {
    const target = (y: number, ...cells: string[]): Word[] => cells.map((words, i): Word => [50 + 70 * i, y, words]);
    const words: Word[] = [
      [50, 52, '项目名称'],
      [155, 52, '社区养老服务设施建设补助'],
      [50, 72, '年度目标'],
      [100, 72, '新建社区养老服务设施二十处改造提升十处'],
      ...target(92, '一级指标', '二级指标', '三级指标', '指标值'),
      ...target(112, '产出指标', '数量指标', '新建处数', '≥20处'),
      ...target(132, '产出指标', '质量指标', '验收合格率', '＝100%'),
      ...target(152, '效益指标', '社会效益', '覆盖街道数', '≥8个'),
    ];
    const { tables } = read(words, lines(48, 319, 48, 68, 88, 108, 128, 148, 168));
    expect(tables[0]!.slice(2)).toEqual([
      '一级指标|二级指标|三级指标|指标值',
      '产出指标|数量指标|新建处数|≥20处',
      '产出指标|质量指标|验收合格率|＝100%',
      '效益指标|社会效益|覆盖街道数|≥8个',
    ]);
    expect(tables[0]![1]).toMatch(/^年度目标\|?新建社区养老服务设施二十处改造提升十处/);
  });

  it('lines between paragraphs, below blanks to fill in, or around a whole table make none', () => {
    const prose = [52, 72, 92, 112].map((y): Word => [50, y, '本部门预算收支增加主要是人员经费增加二十五万元']);
    expect(read(prose, lines(48, 319, 48, 68, 88, 108, 128)).tables).toEqual([]);
    const cover = [60, 90, 120].map((y): Word => [120, y, '某某市民政局']);
    expect(read(cover, lines(110, 250, 74, 104, 134)).tables).toEqual([]);
    expect(read([...HEADER, ...BODY], lines(48, 319, 48, 88, 160)).tables).toEqual([]);
  });
});
