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

  it('two tables beside each other are two', () => {
    const blank = '\t\t\t\t';
    const forms = statements(
      `部门支出总表${blank}\t\t一般公共预算支出表${blank}\n${HEAD}\t\t${HEAD}\n\t合计\t3.00\t1.00\t2.00\t\t\t合计\t2.00\t1.00\t1.00\n204\t公共安全支出\t3.00\t1.00\t2.00\t\t204\t公共安全支出\t2.00\t1.00\t1.00`,
    );
    expect(forms.map(({ form }) => form)).toEqual(['expenditure', 'general-public']);
    expect(forms[1]!.rows.at(-1)).toBe('204 公共安全支出 total=2.00 basic=1.00 project=1.00');
  });
});
