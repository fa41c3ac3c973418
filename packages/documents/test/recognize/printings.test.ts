import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

const statements = (text: string) =>
  recognize(readText(`某市某局2026年部门预算\n\n单位：万元\n\n${text}\n`)).disclosures[0]!.statements.map(
    ({ form, rows }) => ({
      form,
      rows: rows.map(({ key, label, cells }) =>
        [key, label, ...Object.entries(cells).map(([id, { text: amount }]) => `${id}=${amount}`)].join(' '),
      ),
    }),
  );

const HEAD = '科目编码\t科目名称\t合计\t基本支出\t项目支出';
const OTHER = '科目编码\t科目名称\t合计\t项目支出\t基本支出';

describe('a table printed by other software', () => {
  it('a header repeated with two columns changed is read by its words', () => {
    const [table] = statements(
      `部门支出总表\n\n${HEAD}\n\t合计\t6.00\t2.00\t4.00\n204\t公共安全支出\t3.00\t1.00\t2.00\n${OTHER}\n208\t社会保障和就业支出\t3.00\t2.00\t1.00`,
    );
    expect(table!.rows.at(-1)).toBe('208 社会保障和就业支出 total=3.00 project=2.00 basic=1.00');
  });

  it('the end of a name that a page break tore is no header', () => {
    const [table] = statements(
      `部门支出总表\n\n${HEAD}\n\t合计\t6.00\t2.00\t4.00\n204\t公共安全\t3.00\t1.00\t2.00\n\n\t支出\t\t\t\n208\t社会保障和就业支出\t3.00\t1.00\t2.00`,
    );
    expect(table!.rows.slice(1)).toEqual([
      '204 公共安全支出 total=3.00 basic=1.00 project=2.00',
      '208 社会保障和就业支出 total=3.00 basic=1.00 project=2.00',
    ]);
  });

  it('two levels of a code that share a column, with the name behind them', () => {
    const [table] = statements(
      '部门支出总表\n\n类\t款项\t科目名称\t合计\t基本支出\t项目支出\n\t\t合计\t3.00\t1.00\t2.00\n204\t\t公共安全支出\t3.00\t1.00\t2.00\n204\t06\t司法\t3.00\t1.00\t2.00\n204\t06 01 行政运行\t\t1.00\t1.00\t\n204\t06 02\t一般行政管理事务\t2.00\t\t2.00',
    );
    expect(table!.rows.slice(3)).toEqual([
      '2040601 行政运行 total=1.00 basic=1.00',
      '2040602 一般行政管理事务 total=2.00 project=2.00',
    ]);
  });

  it('two tables beside each other are two', () => {
    const blank = '\t\t\t\t';
    const forms = statements(
      `部门支出总表${blank}\t\t一般公共预算支出表${blank}\n${HEAD}\t\t${HEAD}\n\t合计\t3.00\t1.00\t2.00\t\t\t合计\t2.00\t1.00\t1.00\n204\t公共安全支出\t3.00\t1.00\t2.00\t\t204\t公共安全支出\t2.00\t1.00\t1.00`,
    );
    expect(forms.map(({ form }) => form)).toEqual(['expenditure', 'general-public']);
    expect(forms[1]!.rows.at(-1)).toBe('204 公共安全支出 total=2.00 basic=1.00 project=1.00');
  });
});

describe('columns whose words no list has', () => {
  const PUBLICS = ['因公出国（境）费', '公务接待费', '公务用车购置费', '公务用车运行费'];
  const table = (rows: string) => statements(`“三公”经费支出表\n\n${rows}`)[0]!.rows;

  it('are the whole that the known ones add up to, and the part that is still missing', () => {
    const head = `单位名称\t合计\t${PUBLICS[0]}\t务用车费\t${PUBLICS[2]}\t${PUBLICS[3]}\t接客`;
    expect(
      table(`${head}\n合计\t9.00\t1.00\t6.00\t2.00\t4.00\t2.00\n甲局\t9.00\t1.00\t6.00\t2.00\t4.00\t2.00`)[0],
    ).toBe(
      'total 合计 total=9.00 overseas=1.00 vehicles=6.00 vehicle-purchase=2.00 vehicle-running=4.00 hospitality=2.00',
    );
  });

  it('are none where only zeros would complete the sum', () => {
    const head = `单位名称\t合计\t${PUBLICS[0]}\t${PUBLICS[1]}\t${PUBLICS[3]}\t其他`;
    expect(table(`${head}\n合计\t9.00\t1.00\t2.00\t6.00\t0.00\n甲局\t9.00\t1.00\t2.00\t6.00\t0.00`)[0]).toBe(
      'total 合计 total=9.00 overseas=1.00 hospitality=2.00 vehicle-running=6.00',
    );
  });

  it('are told by the words that they come near at each level of the header', () => {
    const head = '科目编码\t科目名称\t合计\t基本类支出\t\t\t项目类支出\n\t\t\t小计\t人员经费\t公用经费\t';
    const [read] = statements(
      `一般公共预算支出表\n\n${head}\n\t合计\t9.00\t6.00\t4.00\t2.00\t3.00\n204\t公共安全支出\t9.00\t6.00\t4.00\t2.00\t3.00`,
    );
    expect(read!.rows[1]).toBe('204 公共安全支出 total=9.00 basic=6.00 personnel=4.00 operating=2.00 project=3.00');
  });
});

describe('a table that no line above it names', () => {
  it('is what units receive by source, under a heading of another section', () => {
    const head = '单位名称\t合计\t一般公共预算拨款收入\t政府性基金预算拨款收入\t事业收入\t其他收入\t上年结转';
    const [read] = statements(
      `机构设置情况\n\n本局是政府工作部门。\n\n${head}\n合计\t9.00\t6.00\t0.00\t2.00\t1.00\t0.00\n甲局\t9.00\t6.00\t\t2.00\t1.00\t`,
    );
    expect(read).toMatchObject({ form: 'revenue' });
    expect(read!.rows[0]).toContain('total=9.00 general-public=6.00');
  });

  it('is a balance where numbered lines stand beside the classes of expenditure', () => {
    const [read] = statements(
      '收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n合计\t9.00\t合计\t9.00\n一、甲类资金\t6.00\t一、公共安全支出\t7.00\n二、乙类资金\t3.00\t二、教育支出\t2.00',
    );
    expect(read!.form).toMatch(/balance$/);
  });

  it('is one by function where all that it prints is a 合计 of nothing', () => {
    const [read] = statements('科目编码\t科目名称\t小计\t基本支出\t项目支出\n\t合计\t0.00\t0.00\t0.00');
    expect(read).toEqual({ form: 'by-function', rows: ['total 合计 total=0.00 basic=0.00 project=0.00'] });
  });
});

it('what a group holds beside the usual name of its measure is a share of it', () => {
  const head = '单位名称\t合计\t财政专户拨款收入\t\t事业收入\t其他收入\n\t\t教育收费\t其他专户收入拨款\t\t';
  const [read] = statements(
    `收入总表\n\n${head}\n合计\t9.00\t3.00\t2.00\t4.00\t0.00\n甲局\t9.00\t3.00\t2.00\t4.00\t0.00`,
  );
  expect(read!.rows[0]).toContain('special-account=3.00 special-account-share-2=2.00');
});
