import { checkDocument } from '@mingsuan/core/check';
import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText } from '../../src/text/index.ts';

const errors = (text: string): readonly string[] => {
  const source = '某市某局2026年部门预算.txt';
  const reading = { source, ...recognize(readText(`某市某局2026年部门预算\n\n${text}\n`), undefined, source) };
  return checkDocument(reading).findings.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : []));
};

const revenue = (own: string) =>
  `收入总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t本年收入\t\t\t上年结转\n\t\t\t小计\t一般公共预算\t单位资金\t\n204\t公共安全支出\t12.00\t11.00\t8.00\t${own}\t1.00\n20406\t司法\t12.00\t11.00\t8.00\t${own}\t1.00\n\t合计\t12.00\t11.00\t8.00\t${own}\t1.00`;

describe('what is the unit’s own, printed as one', () => {
  it('is a part of the year’s revenue', () => expect(errors(revenue('3.00'))).toEqual([]));
  it('and missed where the sum does not hold', () => expect(errors(revenue('2.00'))).toContain('revenue-sources'));
});

const balances = (general: string) =>
  `收支总表\n\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、一般公共预算\t8.00\t一、公共安全支出\t9.00\n本年收入合计\t8.00\t本年支出合计\t9.00\n上年结转\t1.00\t\t\n收入总计\t9.00\t支出总计\t9.00\n\n财政拨款收支总表\n\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、一般公共预算\t${general}\t一、公共安全支出\t${general}\n收入总计\t${general}\t支出总计\t${general}`;

describe('a gap between two balances', () => {
  it('that is what one of them carries over is no mistake', () => expect(errors(balances('9.00'))).toEqual([]));
  it('that is no figure of theirs is one', () =>
    expect(errors(balances('8.50'))).toContain('appropriation-revenue-lines'));
});
