import { PERFORMANCE } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

/** `|` separates cells, a blank line tears the table as a page break does. */
const read = (text: string) => recognize(readText(text.replaceAll('|', '\t')));

const HEADER = `序号|功能分类科目||合计|基本支出|项目支出
|科目编码|科目名称|||
栏次|1|2|3|4|5`;
const TITLE = '部门预算支出总表\n\n302 某市数据局\n\n单位：万元\n';

const keys = (text: string) =>
  read(text).disclosures[0]?.statements.map((s) => `${s.form} ${s.rows.map((r) => r.key).join(' ')}`);
const codes = (text: string) => read(text).problems.map((problem) => problem.code);

describe('a table over a page break', () => {
  it.each([
    [
      'with the header, agency and unit printed again',
      `${TITLE}\n${HEADER}\n1||合计|3.00|2.00|1.00\n2|201|一般公共服务支出|2.00|1.00|1.00\n\n302 某市数据局\n\n单位：万元\n\n${HEADER}\n3|208|社会保障和就业支出|1.00|1.00|`,
    ],
    [
      'without a header',
      `${TITLE}\n${HEADER}\n1||合计|3.00|2.00|1.00\n2|201|一般公共服务支出|2.00|1.00|1.00\n\n3|208|社会保障和就业支出|1.00|1.00|`,
    ],
    [
      'with the title printed again',
      `${TITLE}\n${HEADER}\n1||合计|3.00|2.00|1.00\n2|201|一般公共服务支出|2.00|1.00|1.00\n\n部门预算支出总表（续）\n\n单位：万元\n\n${HEADER}\n3|208|社会保障和就业支出|1.00|1.00|`,
    ],
    [
      'with the sum of all printed again below the header',
      `${TITLE}\n${HEADER}\n||合计|3.00|2.00|1.00\n2|201|一般公共服务支出|2.00|1.00|1.00\n\n${HEADER}\n||合计|3.00|2.00|1.00\n3|208|社会保障和就业支出|1.00|1.00|`,
    ],
    [
      'torn within the header',
      `${TITLE}\n序号|功能分类科目||合计|基本支出|项目支出\n\n|科目编码|科目名称|||\n栏次|1|2|3|4|5\n1||合计|3.00|2.00|1.00\n2|201|一般公共服务支出|2.00|1.00|1.00\n3|208|社会保障和就业支出|1.00|1.00|`,
    ],
    [
      'with the header again between the rows',
      `${TITLE}\n${HEADER}\n1||合计|3.00|2.00|1.00\n2|201|一般公共服务支出|2.00|1.00|1.00\n|科目编码|科目名称|合计|基本支出|项目支出\n3|208|社会保障和就业支出|1.00|1.00|`,
    ],
  ])('%s', (_, text) => {
    expect(keys(text)).toEqual(['expenditure total 201 208']);
  });

  it('a damaged repeated header does not move columns', () => {
    const text = `${TITLE}\n${HEADER}\n1||合计|3.00|2.00|1.00\n\n序号|功能分类科目||合计|基本支出|\n|科目编码|科目名称|||项目支出\n栏次|1|2|3|4|5\n2|201|一般公共服务支出|3.00|2.00|1.00`;
    expect(Object.keys(read(text).disclosures[0]!.statements[0]!.rows[1]!.cells)).toEqual([
      'total',
      'basic',
      'project',
    ]);
  });

  it.each([
    ['of another name', '编制部门：某市档案局'],
    ['of another code', '302002 某市数据局'],
  ])('a table of an agency %s begins anew, though its header and width are the same', (_, other) => {
    const text = `${TITLE}\n${HEADER}\n1||合计|3.00|2.00|1.00\n2|201|一般公共服务支出|3.00|2.00|1.00\n\n${other}\n\n单位：万元\n\n${HEADER}\n1|208|社会保障和就业支出|1.00|1.00|`;
    const own = read(text).disclosures[0]!.statements.filter(({ rows }) => rows.some(({ key }) => key === '201'));
    expect(own.map(({ rows }) => rows.map(({ key }) => key))).toEqual([['total', '201']]);
  });

  it('the same table printed twice counts once and is reported', () => {
    const table = `${HEADER}\n1||合计|3.00|2.00|1.00\n2|201|一般公共服务支出|3.00|2.00|1.00`;
    const text = `${TITLE}\n${table}\n\n${TITLE}\n${table}`;
    expect(keys(text)).toEqual(['expenditure total 201']);
    expect(codes(text)).toContain('duplicate-table');
  });

  it('the sum of all printed again is nothing unread; with another sum it is another table', () => {
    const again = (sum: string) =>
      read(
        `${TITLE}\n${HEADER}\n||合计|3.00|2.00|1.00\n2|201|一般公共服务支出|2.00|1.00|1.00\n\n${HEADER}\n||合计|${sum}|2.00|1.00\n3|208|社会保障和就业支出|1.00|1.00|`,
      );
    expect(again('3.00').coverage.amounts.unread).toBe(0);
    expect(again('4.00').disclosures[0]!.statements[0]!.rows.map(({ key }) => key)).toEqual(['total', '201']);
  });

  it('an unknown table is reported, not dropped', () => {
    const text = `${TITLE}\n${HEADER}\n1||合计|3.00|2.00|1.00\n\n会议情况一览表\n\n会议|天数|人数|地点\n年会|2|30|本地`;
    expect(codes(text)).toContain('table-not-recognised');
  });
});

describe('a performance table over a page break', () => {
  const columns = '一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据';
  const first = '产出指标|数量指标|印刷数量|印刷页数|≥1万页|历年经验';
  const second = '|质量指标|合格率|印刷品合格率|≥95%|历年经验';
  const goal = '绩效目标|1. 完成印刷任务||||';
  it.each([
    ['goal, header and rows together', `${goal}\n${columns}\n${first}\n${second}`],
    ['the goal on one page, the rest on the next', `${goal}\n\n${columns}\n${first}\n${second}`],
    ['the header alone at the foot of the page', `${goal}\n${columns}\n\n${columns}\n${first}\n${second}`],
    ['header first, then goal and rows on the next page', `${columns}\n\n${goal}\n${first}\n${second}`],
    ['rows go on without a header', `${columns}\n${goal}\n${first}\n\n${second}`],
    [
      'the goal torn out as a line of text',
      `${columns}\n\n绩效目标 1. 完成印刷任务\n\n${columns}\n${first}\n${second}`,
    ],
  ])('%s', (_, table) => {
    const { disclosures } = read(`2021 年部门预算公开\n\n1、文件印刷费绩效目标表\n\n${table}`);
    expect(rowsOf(disclosures[0]!, PERFORMANCE)).toHaveLength(1);
    expect(rowsOf(disclosures[0]!, PERFORMANCE)[0]).toMatchObject({ project: '文件印刷费', goal: '1. 完成印刷任务' });
    expect(
      rowsOf(disclosures[0]!, PERFORMANCE)[0]!.indicators.map((i) => [i.level1, i.level2, i.level3, i.target]),
    ).toEqual([
      ['产出指标', '数量指标', '印刷数量', '≥1万页'],
      ['产出指标', '质量指标', '合格率', '≥95%'],
    ]);
  });
});

it('a table of another number is another table, though its rows could go on', () => {
  const page = (number: string, rows: string) => `${number}\n\n302 某市数据局\n\n单位：万元\n\n${rows}`;
  const first = `部门预算支出总表\n\n${page('表3', `${HEADER}\n1||合计|3.00|2.00|1.00\n2|201|一般公共服务支出|3.00|2.00|1.00`)}`;
  const rest = '3|208|社会保障和就业支出|1.00|1.00|';
  expect(keys(`${first}\n\n${page('表3', rest)}`)).toEqual(['expenditure total 201 208']);
  expect(keys(`${first}\n\n${page('表4', rest)}`)).toEqual(['expenditure total 201']);
});
