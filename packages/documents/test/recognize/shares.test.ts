import type { Statement } from '@mingsuan/core/disclosure';
import { columnName } from '@mingsuan/core/equations/names';
import { formById } from '@mingsuan/core/forms/index';
import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

const table = (title: string, rows: string): Statement | undefined =>
  recognize(readText(`某市某局2026年部门预算\n\n${title}\n\n部门：某市某局\n\n单位：万元\n\n${rows}\n`)).disclosures[0]!
    .statements[0];

const cells = (statement: Statement | undefined, key: string) =>
  Object.fromEntries(
    Object.entries(statement?.rows.find((row) => row.key === key)?.cells ?? {}).map(([id, cell]) => [id, cell.text]),
  );

const ROWS = (parts: string) =>
  ['合计', '204\t公共安全支出', '20406\t司法', '2040601\t行政运行']
    .map((label) => (label === '合计' ? `\t合计\t${parts}` : `${label}\t${parts}`))
    .join('\n');

describe('columns beside those of a form', () => {
  it('economic items under a measure, and the class for their 小计', () => {
    const statement = table(
      '一般公共预算支出表',
      `科目编码\t科目名称\t合计\t基本支出\t\t\t\t项目支出\n\t\t\t小计\t工资福利支出\t商品和服务支出\t对个人和家庭的补助\t\n${ROWS('10.00\t8.00\t6.00\t1.50\t0.50\t2.00')}`,
    );
    expect(cells(statement, '2040601')).toEqual({
      total: '10.00',
      basic: '8.00',
      'basic-by-301': '6.00',
      'basic-by-302': '1.50',
      'basic-by-303': '0.50',
      project: '2.00',
    });
  });

  it('what only the place has a name for is a share where the sums need it', () => {
    const statement = table(
      '部门支出总体情况表',
      `科目编码\t科目名称\t合计\t基本支出\t项目支出\t\t\n\t\t\t\t合计\t常年性项目\t一次性项目\n${ROWS('10.00\t8.00\t2.00\t1.20\t0.80')}`,
    );
    expect(cells(statement, '204')).toMatchObject({ 'project-share-1': '1.20', 'project-share-2': '0.80' });
  });

  it('what the sums do not need is kept as printed', () => {
    const statement = table(
      '部门支出总体情况表',
      `科目编码\t科目名称\t合计\t基本支出\t项目支出\t结余额度\n${ROWS('10.00\t8.00\t2.00\t1.20')}`,
    );
    expect(cells(statement, '204')).toEqual({ total: '10.00', basic: '8.00', project: '2.00' });
  });

  it('a kind of expenditure below a fund is that of the fund where others stand beside it', () => {
    const statement = table(
      '部门支出预算表',
      `科目编码\t科目名称\t合计\t一般公共预算\t\t\t政府性基金预算\n\t\t\t小计\t基本支出\t项目支出\t\n${ROWS('10.00\t9.00\t7.00\t2.00\t1.00')}`,
    );
    expect(cells(statement, '204')).toEqual({
      total: '10.00',
      'general-public': '9.00',
      'basic-from-general-public': '7.00',
      'project-from-general-public': '2.00',
      'government-fund': '1.00',
    });
  });

  it('其中：财政拨款 below a fund is a part of the fund', () => {
    const statement = table(
      '部门收入总体情况表',
      `科目编码\t科目名称\t合计\t一般公共预算\t\t政府性基金\t事业收入\t其他收入\n\t\t\t小计\t其中：财政拨款\t\t\t\n${ROWS('10.00\t8.00\t7.00\t1.00\t0.50\t0.50')}`,
    );
    expect(cells(statement, '204')).toMatchObject({ 'general-public': '8.00', 'general-public-of-which': '7.00' });
  });

  it('have names made of what they are of', () => {
    expect(['total-by-30101', 'project-share-2'].map((id) => columnName(id, 'general-public'))).toEqual([
      '合计（基本工资）',
      '项目支出（第 2 项）',
    ]);
    expect(formById('expenditure').crossed?.measures).toContain('basic');
  });
});
