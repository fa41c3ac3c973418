import { columnIds } from '@mingsuan/core/model/columns';
import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

/** `|` separates cells. */
const read = (text: string) => recognize(readText(text.replaceAll('|', '\t'))).disclosures;

const tables = (agency: string, code: string) =>
  ['收支总表', '收入总表', '支出总表']
    .map((title) => {
      const body =
        title === '收支总表'
          ? '收入||支出|\n项目|预算数|项目|预算数\n事业收入|1.00|教育支出|1.00'
          : '科目编码|科目名称|合计\n205|教育支出|1.00';
      return `单位预算${title}\n\n${code} ${agency}\n\n预算年度：2023\n\n单位：万元\n\n${body}`;
    })
    .join('\n\n');

describe('the cover', () => {
  const cover = (lines: string) =>
    read(`${lines}\n\n${tables('昆明市盘龙区水务局', '101001')}\n\n一、总体情况\n\n本年无变化。`)[0]!.explanation;

  it.each([
    '2023年单位预算信息公开\n\n101001 昆明市盘龙区水务局',
    '昆明市盘龙区2023年区级单位预算\n\n预算单位：昆明市盘龙区水务局',
    '昆明市盘龙区水务局2023年度单位预算',
    '昆明市盘龙区水务局2023年度单位预\n\n算',
  ])('that says whose document it is, and of which year, is no text: %s', (lines) => {
    expect(cover(lines).map(({ title }) => title)).toEqual(['总体情况']);
  });

  it.each([
    '昆明市盘龙区水务局2022年单位预算',
    '昆明市盘龙区水务局2023年单位预算\n\n二〇二三年二月公开',
    '昆明市官渡区水务局2023年单位预算',
    '昆明市官渡区水务局2023年单位预\n\n算',
  ])('that says anything else is kept: %s', (lines) => {
    expect(cover(lines).map(({ title }) => title)).toEqual(['', '总体情况']);
  });
});

describe('a unit behind its cover', () => {
  it.each(['2023年单位预算信息公开\n\n101002 昆明市盘龙区第二中学', '昆明市盘龙区第二中学2023年单位预算'])(
    'is a disclosure of its own: %s',
    (cover) => {
      const found = read(
        `${tables('昆明市盘龙区第一中学', '101001')}\n\n一、总体情况\n\n无。\n\n${cover}\n\n一、总体情况\n\n本年有变化。\n\n${tables('昆明市盘龙区第二中学', '101002')}`,
      );
      expect(found.map(({ agency, explanation }) => [agency.code, agency.name, explanation[0]!.text])).toEqual([
        ['101001', '昆明市盘龙区第一中学', '无。'],
        ['101002', '昆明市盘龙区第二中学', '本年有变化。'],
      ]);
    },
  );
});

describe('contents without page numbers', () => {
  const contents = (text: string) => read(`${text}\n\n${tables('昆明市盘龙区水务局', '101001')}`)[0]!;

  it('take in headings of every kind that a document has', () => {
    const { contents: entries } = contents(
      '目录\n\n单位主要职能\n\n单位预算收支总表\n\n名词解释\f单位主要职能\n\n负责水务。',
    );
    expect(entries.map(({ title }) => title)).toEqual(['单位主要职能', '单位预算收支总表', '名词解释']);
  });

  it('may be set as a table of numbers and titles, which is no table of the document', () => {
    const listed = (lines: string) =>
      recognize(
        readText(`序号|表名\n${lines}\n\n${tables('昆明市盘龙区水务局', '101001')}`.replaceAll('|', '\t')),
      ).problems.map(({ code }) => code);
    expect(listed('1|收支总表\n2|收入总表\n3|支出总表')).not.toContain('table-not-recognised');
    expect(listed('1|甲项目\n2|乙项目\n3|丙项目')).toContain('table-not-recognised');
  });

  it('end with their page, but for lines that come again', () => {
    const { contents: entries, explanation } = contents(
      '目录\n\n单位预算收支总表\f一、总体情况\n\n昆明市盘龙区水务局2023年单位预算情况说明\n\n按规定公开如下。\n\n一、总体情况\n\n无。',
    );
    expect(entries.map(({ title }) => title)).toEqual(['单位预算收支总表', '一、总体情况']);
    expect(explanation.map(({ title }) => title)).toEqual(['昆明市盘龙区水务局2023年单位预算情况说明', '总体情况']);
  });
});

describe('closing rows of final accounts', () => {
  it('are columns of the 合计 row, with figures or without', () => {
    const [found] = read(
      '一般公共预算财政拨款基本支出决算表\n\n部门：某市水务局|单位：万元\n\n科目编码|科目名称|决算数|科目编码|科目名称|决算数\n301|工资福利支出|3.00|302|商品和服务支出|\n人员经费合计||3.00|公用经费合计||',
    );
    expect(columnIds(found!.statements[0]!)).toEqual(['total', 'personnel', 'operating']);
  });
});

describe('columns', () => {
  it('say what is printed above them, from top to bottom', () => {
    const [found] = read(
      '一般公共预算支出表\n\n部门：某市水务局|单位：万元\n\n科目编码|科目名称|2023年预算数||\n||合计|基本支出|项目支出\n208|社会保障和就业支出|3.00|2.00|1.00',
    );
    expect(found!.statements[0]!.columns).toEqual([
      { id: 'total', header: '2023年预算数/合计' },
      { id: 'basic', header: '2023年预算数/基本支出' },
      { id: 'project', header: '2023年预算数/项目支出' },
    ]);
  });

  it('that only closing rows fill have nothing above them', () => {
    const [found] = read(
      '一般公共预算财政拨款基本支出决算表\n\n部门：某市水务局|单位：万元\n\n科目编码|科目名称|决算数\n301|工资福利支出|3.00\n人员经费合计||3.00',
    );
    expect(found!.statements[0]!.columns[0]).toEqual({ id: 'total', header: '决算数' });
    expect(found!.statements[0]!.columns.slice(1).every(({ header }) => header === undefined)).toBe(true);
  });
});
