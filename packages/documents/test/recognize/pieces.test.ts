import { formById } from '@mingsuan/core/forms/index';
import { describe, expect, it } from 'vitest';
import { readHeader } from '../../src/recognize/header.ts';
import { pieceOf } from '../../src/recognize/pieces.ts';
import { rolesByPlace } from '../../src/recognize/places.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

/** `|` separates cells. */
const read = (text: string) => recognize(readText(text.replaceAll('|', '\t')));

const BASIS = '2026年市级部门支出预算总表\n\n部门名称：临溪市林业局|单位：万元\n\n';

describe('a row of column numbers', () => {
  it.each([
    ['栏次|1|2', 2],
    ['栏　次|1|2', 2],
    ['**|**|1', 1],
    ['**|1', 1],
    ['※|1|2|3', 3],
    ['水*|1|2|3', 3],
    ['甲|1', 1],
    ['1|2', 1],
  ])('%s is no data', (numbers, columns) => {
    const heads = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
    const width = numbers.split('|').length;
    const head = width - columns >= 2 ? heads.slice(0, width) : ['科目名称', ...heads.slice(2, 1 + width)];
    const cells = (values: string[]) => values.slice(0, width).join('|');
    const blank = cells(['合计', '', '', '']);
    const { problems } = read(`${BASIS}${head.join('|')}\n${numbers}\n${blank}`);
    expect(problems.map(({ code }) => code)).not.toContain('row-without-label');
  });
});

describe('“三公” in one row of items', () => {
  const table = (rows: string) =>
    read(
      `2026年市级部门一般公共预算“三公”经费预算表\n\n部门名称：临溪市林业局|单位：千元\n\n单位名称|“三公”经费合计|因公出国(境)费用|公务用车购置及运行费|||公务接待费\n|||小计|公务用车购置费|公务用车运行维护费|\n${rows}`,
    ).disclosures[0]!.statements[0]!.rows.map(({ key, cells }) => `${key} ${cells.total?.fen}`);

  it('and one for each unit below it: each is kept apart from the whole', () => {
    expect(
      table('合计|5.00||3.00||3.00|2.00\n临溪市林业局|4.00||3.00||3.00|1.00\n临溪市森林公园|1.00|||||1.00'),
    ).toEqual(['total 500000', '临溪市林业局 400000', '临溪市森林公园 100000']);
  });

  it('for each year and unit, by fund: the year before is a period of the row', () => {
    const [own, change, unit] = read(
      '2026年市级部门一般公共预算“三公”经费预算表\n\n部门名称：临溪市林业局|单位：万元\n\n预算单位|年度|总计|||因公出国(境)费|||公务接待费|||公务用车购置及运行维护费||\n||一般公共预算|政府性基金预算|国有资本经营预算|一般公共预算|政府性基金预算|国有资本经营预算|一般公共预算|政府性基金预算|国有资本经营预算|一般公共预算|政府性基金预算|国有资本经营预算\n临溪市林业局|2025 年|3.00|0.00|0.00|1.00|0.00|0.00|2.00|0.00|0.00|0.00|0.00|0.00\n|2026 年|2.00|0.00|0.00|0.00|0.00|0.00|2.00|0.00|0.00|0.00|0.00|0.00\n|增减变化金额|-1.00|0.00|0.00|-1.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00\n临溪市森林公园|2025 年|1.00|0.00|0.00|1.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00\n|2026 年|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00',
    ).disclosures[0]!.statements[0]!.rows;
    expect([own?.key, own?.cells['general-public']?.fen, own?.cells['general-public@previous']?.fen]).toEqual([
      'total',
      2_000_000,
      3_000_000,
    ]);
    expect([change?.key, change?.cells['overseas-from-general-public']?.fen]).toEqual(['增减变化金额', -1_000_000]);
    expect([unit?.key, unit?.cells['overseas-from-general-public@previous']?.fen]).toEqual([
      '临溪市森林公园',
      1_000_000,
    ]);
  });

  it('that the only unit labels: it is the whole', () => {
    expect(table('临溪市林业局|5.00||3.00||3.00|2.00')).toEqual(['total 500000']);
  });
});

it('a page without a header and without the border column: a figure stands under the header at its place', () => {
  const at = (text: string, from: number, to: number, more = {}) => ({
    text,
    origin: { box: [from, 0, to, 9] },
    ...more,
  });
  const head = [
    [
      at('', 40, 50),
      at('科目编码', 60, 90),
      at('合计', 200, 230),
      at('项目支出', 300, 330, { rowSpan: 2 }),
      at('其中', 400, 430),
    ],
    [
      at('', 40, 50),
      at('', 60, 90),
      at('', 200, 230),
      at('', 300, 330, { covered: 'above' }),
      at('经营支出', 400, 430),
    ],
  ] as never;
  const rows = [
    [at('', 40, 50), at('2010601', 60, 90), at('5.00', 210, 230), at('', 300, 330), at('', 400, 430)],
  ] as never[];
  const form = formById('expenditure');
  const header = { ...readHeader(head), rowCount: 2 };
  const piece = { ...pieceOf(form, header, [...(head as never[]), ...rows], []) };
  const roles = rolesByPlace([piece], [
    [at('2010602', 60, 90), at('3.00', 210, 230), at('3.00', 310, 330), at('', 400, 430)],
  ] as never);
  expect(roles?.map((role) => (role.kind === 'value' ? role.id : role.kind))).toEqual([
    'code',
    'total',
    'project',
    'blank',
  ]);
});

it('two notes below the rows of a table are both its, in their order', () => {
  const { note } = read(
    `${BASIS}科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|3.00|2.00|1.00\n|合计|3.00|2.00|1.00\n注：本表不含结转。||||\n备注：尾差由四舍五入所致。||||`,
  ).disclosures[0]!.statements[0]!;
  expect(note).toBe('注：本表不含结转。\n备注：尾差由四舍五入所致。');
});

it('the tables of two agencies in one file are two disclosures, told by the name above each', () => {
  const tables = (name: string) =>
    `部门支出总表\n\n编制部门：${name}|单位：万元\n\n科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|3.00|2.00|1.00\n|合计|3.00|2.00|1.00\n\n部门收入总表\n\n编制部门：${name}|单位：万元\n\n科目编码|科目名称|合计|财政拨款收入\n201|一般公共服务支出|3.00|3.00\n|合计|3.00|3.00\n\n`;
  const { disclosures, problems } = read(`${tables('临溪市数据局')}${tables('临溪市档案局')}`);
  expect(disclosures.map(({ agency, statements }) => [agency.name, statements.length])).toEqual([
    ['临溪市数据局', 2],
    ['临溪市档案局', 2],
  ]);
  expect(problems.map(({ code }) => code)).not.toContain('duplicate-table');
});
