import type { Statement } from '@mingsuan/core/disclosure';
import { PERFORMANCE } from '@mingsuan/core/kinds/index';
import { rowsOf } from '@mingsuan/core/model/tables';
import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

const read = (text: string) => recognize(readText(text));

const cells = (statement: Statement | undefined, key: string) =>
  Object.fromEntries(
    Object.entries(statement?.rows.find((row) => row.key === key)?.cells ?? {}).map(([id, cell]) => [id, cell.text]),
  );

/** One table of 某局 under its title. */
const table = (title: string, rows: string) => {
  const { disclosures, problems } = read(
    `某市某局2024年部门预算\n\n${title}\n\n部门：某市某局\n\n单位：万元\n\n${rows}\n`,
  );
  return { disclosure: disclosures[0]!, statement: disclosures[0]!.statements[0], problems };
};

describe('headers as other provinces print them', () => {
  it('a year before the measure says nothing of it where it is the only one', () => {
    const { statement } = table(
      '一般公共预算基本支出表',
      '部门预算支出经济分类科目\t\t2024年基本支出\t\t\n科目编码\t科目名称\t合计\t人员经费\t公用经费\n301\t工资福利支出\t90.00\t90.00\t\n\t合计\t90.00\t90.00\t0.00',
    );
    expect(cells(statement, '301')).toEqual({ total: '90.00', personnel: '90.00' });
  });

  it.each(['比', '较'])('what a year differs by %s another is no figure of it', (than) => {
    const { statement, problems } = table(
      '一般公共预算支出表',
      `功能分类科目\t\t2023年预算数\t2024年预算数\t\t\t2024年预算数${than}2023年预算数\t\n科目编码\t科目名称\t\t合计\t基本支出\t项目支出\t增减额\t增减%\n205\t教育支出\t80.00\t90.00\t60.00\t30.00\t10.00\t12.50\n\t合计\t80.00\t90.00\t60.00\t30.00\t10.00\t12.50`,
    );
    expect(cells(statement, '205')).toMatchObject({
      total: '90.00',
      basic: '60.00',
      project: '30.00',
    });
    expect(problems.map(({ code }) => code)).not.toContain('column-without-header');
  });

  it('2024年预算数 alone is the amount of a balance', () => {
    const { statement } = table(
      '部门收支总表',
      '收 入\t\t支 出\t\n项 目\t2024年预算数\t项 目\t2024年预算数\n一、一般公共预算拨款收入\t12.00\t一、教育支出\t12.00\n收 入 总 计\t12.00\t支 出 总 计\t12.00',
    );
    expect(cells(statement, '一般公共预算拨款收入')).toEqual({ amount: '12.00' });
  });

  it('the governmental classification beside the departmental one is left out', () => {
    const { statement, problems } = table(
      '一般公共预算基本支出表',
      '部门预算经济分类\t\t政府预算经济分类\t\t合计\t人员经费\t公用经费\n科目编码\t科目名称\t科目编码\t科目名称\t\t\t\n30101\t基本工资\t50101\t工资奖金津补贴\t30.00\t30.00\t\n30201\t办公费\t50201\t办公经费\t5.00\t\t5.00\n\t合计\t\t\t35.00\t30.00\t5.00',
    );
    expect(statement?.rows.map(({ key, label }) => `${key} ${label}`)).toEqual([
      '30101 基本工资',
      '30201 办公费',
      'total 合计',
    ]);
    expect(problems.filter(({ code }) => code === 'column-not-recognised')).toEqual([]);
  });

  it('economic classes under 基本支出 are what it is spent on, and a change beside two years is that of the whole', () => {
    const { statement, problems } = table(
      '部门支出总体情况表',
      '科目编码\t科目名称\t总计\t基本支出\t\t\t项目支出\t比上年增减额\n\t\t\t小计\t工资福利支出\t商品和服务支出\t\t\n205\t教育支出\t10.00\t8.00\t6.00\t2.00\t2.00\t1.00\n\t合计\t10.00\t8.00\t6.00\t2.00\t2.00\t1.00',
    );
    expect(cells(statement, '205')).toEqual({
      total: '10.00',
      basic: '8.00',
      'basic-by-301': '6.00',
      'basic-by-302': '2.00',
      project: '2.00',
      'total-change': '1.00',
    });
    expect(problems.filter(({ code }) => code === 'column-not-recognised')).toEqual([]);
  });

  it('人员支出 and 日常公用支出 may stand for basic expenditure; 教育收费 is a part of 事业收入', () => {
    const expenditure = table(
      '部门支出预算总表',
      '科目编码\t科目名称\t合计\t基本支出\t\t项目支出\n\t\t\t人员支出\t日常公用支出\t\n205\t教育支出\t10.00\t6.00\t2.00\t2.00\n\t合计\t10.00\t6.00\t2.00\t2.00',
    ).statement;
    expect(cells(expenditure, '205')).toEqual({
      total: '10.00',
      personnel: '6.00',
      operating: '2.00',
      project: '2.00',
    });
    const revenue = table(
      '部门收入总表',
      '科目\t\t合计\t一般公共预算拨款收入\t事业收入\t\t其他收入\n科目编码\t科目名称\t\t\t金额\t其中：教育收费\t\n205\t教育支出\t10.00\t6.00\t4.00\t3.00\t\n\t合计\t10.00\t6.00\t4.00\t3.00\t',
    ).statement;
    expect(cells(revenue, '205')).toMatchObject({ institutional: '4.00', 'institutional-fees': '3.00' });
  });

  it('a row for each year: the earlier one is the previous year of the document’s own', () => {
    const { statement } = table(
      '财政拨款“三公”经费支出表',
      '年度\t“三公”经费财政拨款预算总额\t因公出国（境）费用\t公务接待费\t公务用车购置和运行维护费\t\t\n\t\t\t\t小计\t公务用车购置费\t公务用车运行维护费\n2023年\t38.00\t\t3.00\t35.00\t\t35.00\n2024年\t35.00\t\t2.00\t33.00\t\t33.00',
    );
    expect(statement?.rows).toHaveLength(1);
    expect(cells(statement, 'total')).toMatchObject({ total: '35.00', 'total@previous': '38.00', hospitality: '2.00' });
  });
});

describe('tables that stand beside the statutory ones', () => {
  const head = '科目编码\t科目名称\t合计\t基本支出\t项目支出\n';

  it('财政拨款支出表 beside 一般公共预算支出表 is a form of its own, whichever comes first', () => {
    const both = [
      `财政拨款支出表（功能科目）\n\n${head}205\t教育支出\t9.00\t9.00\t\n\t合计\t9.00\t9.00\t`,
      `一般公共预算支出表\n\n${head}205\t教育支出\t7.00\t7.00\t\n\t合计\t7.00\t7.00\t`,
    ];
    for (const order of [both, both.toReversed()]) {
      const { disclosures, problems } = read(`某市某局2024年部门预算\n\n${order.join('\n\n')}\n`);
      expect(new Map(disclosures[0]!.statements.map(({ form, title }) => [form, title]))).toEqual(
        new Map([
          ['appropriation', '财政拨款支出表（功能科目）'],
          ['general-public', '一般公共预算支出表'],
        ]),
      );
      expect(problems.filter(({ code }) => code === 'duplicate-table')).toEqual([]);
    }
  });

  it('tables of fees, debts and the like are told apart from unread statements', () => {
    const { problems } = table(
      '行政事业性收费情况表',
      '类型\t收费项目\t合计\n考试类\t资格考试费\t10.00\n合计\t\t10.00',
    );
    expect(problems.map(({ code }) => code)).toContain('other-table');
    expect(problems.map(({ code }) => code)).not.toContain('table-not-recognised');
  });

  it('a statement of which no column was understood is reported, not taken for an empty one', () => {
    const { disclosure, problems } = table('部门支出总表', '甲\t乙\t丙\n205\t教育支出\t10.00\n206\t科技\t11.00');
    expect(disclosure.statements).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain('table-not-recognised');
  });
});

describe('lines in place of columns', () => {
  it('revenue told line by line becomes the 合计 row', () => {
    const { statement } = table(
      '收入总体情况表',
      '项目\t2024年预算\n一、财政拨款\t50.00\n（一）一般公共预算\t48.00\n（二）政府性基金预算\t2.00\n二、财政专户拨款\t0.00\n本年收入合计\t50.00\n上年结转\t1.00\n收入总计\t51.00',
    );
    expect(cells(statement, 'total')).toMatchObject({
      total: '51.00',
      subtotal: '50.00',
      appropriation: '50.00',
      'general-public': '48.00',
      carryover: '1.00',
    });
  });

  it('funds without numbering are parts of the line above them', () => {
    const { statement } = table(
      '财政拨款收支总表',
      '收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、本年收入\t10.00\t一、本年支出\t12.00\n一般公共预算拨款收入\t10.00\t教育支出\t12.00\n二、上年结转\t2.00\t\t\n一般公共预算拨款收入\t2.00\t\t\n收入总计\t12.00\t支出总计\t12.00',
    );
    expect(statement?.rows.filter(({ side }) => side === 'revenue').map(({ key, partOf }) => [key, partOf])).toEqual([
      ['本年收入', undefined],
      ['一般公共预算拨款收入', '本年收入'],
      ['上年结转', undefined],
      ['一般公共预算拨款收入', '上年结转'],
      ['收入总计', undefined],
    ]);
  });
});

describe('one performance table of several projects', () => {
  it('gives each project its goal and indicators; sign, value and unit are one target', () => {
    const { disclosure } = table(
      '部门预算项目绩效目标表',
      [
        '项目名称\t预算数\t年度目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位',
        '动物防疫\t23.00\t完成强制免疫。\t产出指标\t数量指标\t免疫数量\t≥\t50\t万只',
        '\t\t\t\t质量指标\t抗体合格率\t≥\t70\t%',
        '农业发展\t31.00\t支持合作社。\t效益指标\t经济效益\t增收效果\t定性\t显著\t',
      ].join('\n'),
    );
    expect(rowsOf(disclosure, PERFORMANCE).map(({ project, goal }) => [project, goal])).toEqual([
      ['动物防疫', '完成强制免疫。'],
      ['农业发展', '支持合作社。'],
    ]);
    expect(
      rowsOf(disclosure, PERFORMANCE).flatMap(({ indicators }) =>
        indicators.map(({ level1, target }) => [level1, target]),
      ),
    ).toEqual([
      ['产出指标', '≥50万只'],
      ['产出指标', '≥70%'],
      ['效益指标', '显著'],
    ]);
  });
});

it('a statement whose line names another agency is reported', () => {
  const sheet = (title: string, agency: string) =>
    `${title}\n\n编制部门：${agency}\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n205\t教育支出\t9.00\t9.00\t\n\t合计\t9.00\t9.00\t\n`;
  const { problems } = read(
    ['部门支出总表', '一般公共预算支出表', '政府性基金预算支出表']
      .map((title, i) => sheet(title, i === 1 ? '某市统计局' : '某市司法局'))
      .join('\n'),
  );
  expect(problems.filter(({ code }) => code === 'other-agency').map(({ message }) => message)).toEqual([
    '“一般公共预算支出表”的编制单位是“某市统计局”，与其他各表的“某市司法局”不同；请核对。',
  ]);
});

describe('headings', () => {
  it('a long numbered heading is not joined to the sentence under it', () => {
    const { disclosures } = read(
      '某市某局2024年部门预算情况说明\n\n（五）关于2024年财政拨款收支预算情况的总体说明\n\n某市某局2024年财政拨款收支总预算10.00万元。\n',
    );
    expect(disclosures[0]!.explanation.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))).toContain(
      '某市某局2024年财政拨款收支总预算10.00万元。',
    );
  });
});
