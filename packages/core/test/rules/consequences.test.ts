import { expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { withConsequences } from '../../src/rules/consequences.ts';

const cell = { form: 'expenditure', row: 'total', column: 'basic', text: '635.74', origin: {} } as const;
const words = { text: '基本支出653.74万元', origin: { page: 3 } };
const table: Finding = {
  rule: 'expenditure-kinds',
  severity: 'error',
  message: '合计不符',
  expected: 653_740_000,
  actual: 635_740_000,
  evidence: [cell],
};
const said = (fen: number): Finding => ({
  rule: 'words-table',
  severity: 'error',
  message: '说明不符',
  expected: 635_740_000,
  actual: fen,
  evidence: [words, cell],
});

it('words that print the right figure are a witness, not a second mistake', () => {
  expect(withConsequences([table, said(653_740_000)])).toEqual([
    { ...table, message: '合计不符；情况说明写的正是应有的数', evidence: [cell, words] },
  ]);
});

it('words that print a third figure, or of another cell, stay a finding', () => {
  expect(withConsequences([table, said(600_000_000)])).toHaveLength(2);
  expect(withConsequences([said(653_740_000)])).toHaveLength(1);
});
