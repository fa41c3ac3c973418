import { describe, expect, it } from 'vitest';
import type { Evidence, Finding } from '../../src/finding.ts';
import { mergeRepeated, withConsequences } from '../../src/rules/merge/consequences.ts';
import { merged } from '../../src/rules/merge/merge.ts';
import { doc } from './make.ts';

const cell = { form: 'expenditure', row: 'total', column: 'basic', text: '635.74', origin: {} } as const;
const words = { text: '基本支出653.74万元', origin: { page: 3 } };
const table: Finding = {
  rule: 'expenditure-kinds',
  severity: 'error',
  message: '合计不符',
  expected: 653_740_000,
  actual: 635_740_000,
  difference: -18_000_000,
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

describe('words beside a wrong cell', () => {
  it.each([
    ['print the right figure', 653_740_000],
    ['print it rounded', 653_744_200],
  ])('%s: a witness, not a second mistake', (_, fen) => {
    expect(withConsequences([table, said(fen)])).toEqual([
      {
        ...table,
        message: '合计不符；情况说明写的与应有的数相符',
        evidence: [cell, words],
        consequences: ['说明不符'],
      },
    ]);
  });

  it('print a third figure, or another cell’s: a finding', () => {
    expect(withConsequences([table, said(600_000_000)])).toHaveLength(2);
    expect(withConsequences([said(653_740_000)])).toHaveLength(1);
  });
});

describe('one rule broken alike in several tables', () => {
  const rows = [
    ['20140', '1,378.84'],
    ['2014001', '507.97'],
    ['2014050', '346.87'],
  ] as const;
  const lacking = (form: 'revenue' | 'expenditure', gap = 524_000_000): Finding => ({
    ...table,
    rule: 'class-sums',
    form,
    difference: gap,
    evidence: rows.map(([row, text], line) => ({ form, row, column: 'total', text, origin: { line } })),
  });

  it('is one finding', () => {
    const [finding, ...more] = withConsequences([lacking('revenue'), lacking('expenditure')]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ message: '合计不符；支出总表也差同样的数', consequences: ['合计不符'] });
    expect(finding!.evidence).toHaveLength(6);
  });

  it('with other amounts are two', () =>
    expect(withConsequences([lacking('revenue'), lacking('expenditure', 1_000_000)])).toHaveLength(2));

  it('by the same amount over other figures is two: each table has a mistake of its own', () => {
    const { evidence, ...finding } = lacking('expenditure');
    const other = { ...finding, evidence: evidence.map((each) => ({ ...each, row: `9${each.row}` })) };
    expect(withConsequences([lacking('revenue'), other])).toHaveLength(2);
  });
});

describe('two wrong cells', () => {
  const of = (rule: string, evidence: Evidence): Finding => ({ ...table, rule, evidence: [evidence] });
  const other = { ...cell, origin: { line: 9 } };

  it.each<[what: string, evidence: Evidence]>([
    ['in another row', { ...other, row: '201' }],
    ['in another column', { ...other, column: 'project' }],
    ['in another table', { ...other, form: 'general-public' }],
    ['with another text', { ...cell, text: '635.47' }],
  ])('off by the same amount, %s: two mistakes', (_, evidence) => {
    expect(withConsequences([table, of('structure', evidence)])).toHaveLength(2);
  });

  it('the same cell by two rules: one mistake', () => {
    expect(withConsequences([table, of('structure', { ...cell, origin: { line: 9 } })])).toHaveLength(1);
  });

  it('words near the right figure of a small difference are no witness: they may be wrong themselves', () => {
    const slight = { ...table, expected: 635_750_000, difference: -10_000 };
    expect(withConsequences([slight, said(635_756_000)])).toHaveLength(2);
  });
});

describe('two findings', () => {
  const part = { text: '党组织活动经费2.3万元', origin: { page: 3 } };
  const parts: Finding = {
    rule: 'words-parts',
    severity: 'warning',
    message: '各部分之和不符',
    difference: 2_000_000,
    evidence: [{ text: '项目支出10万元', origin: { page: 3 } }, part],
  };
  const cost = (difference: number, evidence: Evidence, severity: Finding['severity'] = 'warning'): Finding => ({
    rule: 'target-cost',
    severity,
    message: '成本指标大于预算',
    difference,
    evidence: [evidence],
  });

  it('off by the same amount, on the same figure: one mistake, told with the weightier', () => {
    const quoted = { ...part, text: '其中：党组织活动经费2.3万元' };
    const [finding, ...others] = withConsequences([cost(-2_000_000, quoted), { ...parts, severity: 'error' }]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'words-parts', consequences: ['成本指标大于预算'] });
    expect(finding?.evidence).toHaveLength(3);
  });

  it.each<[what: string, other: Finding]>([
    ['off by other amounts', cost(3_000_000, part)],
    ['about other figures', cost(2_000_000, { text: '业务培训费2.5万元', origin: { page: 3 } })],
    ['of other pages', cost(2_000_000, { ...part, origin: { page: 9 } })],
    ['of one rule', { ...parts, message: '另一处' }],
  ])('%s: two mistakes', (_, other) => expect(withConsequences([parts, other])).toHaveLength(2));
});

describe('the same mistake made again', () => {
  const year = (text: string, message = `${text}写的是 2024 年。`): Finding => ({
    rule: 'words-year',
    severity: 'error',
    message,
    evidence: [{ text, origin: {} }],
  });
  const key = ({ message }: Finding) => /20\d\d/.exec(message)?.[0];

  it('is one finding with all places', () => {
    const [finding, other, ...more] = mergeRepeated([year('甲'), year('乙', '没有'), year('丙')], key);
    expect(more).toEqual([]);
    expect(other?.message).toBe('没有');
    expect(finding?.message).toBe('甲写的是 2024 年；同样的问题另有 1 处。');
    expect(finding?.evidence.map(({ text }) => text)).toEqual(['甲', '丙']);
  });

  it('another one is told apart', () => {
    expect(mergeRepeated([year('甲'), year('乙', '乙写的是 2023 年。')], key)).toHaveLength(2);
  });
});

describe('what is told in the same words twice', () => {
  const told = (line: number, difference?: number): Finding => ({
    rule: 'target-empty-talk',
    severity: 'notice',
    message: '项目“公车统管”的指标“便利度”有效保障：指标值过于笼统',
    evidence: [{ text: '有效保障', origin: { line } }],
    ...(difference === undefined ? {} : { difference }),
  });
  it('is one finding with both places', () =>
    expect(merged([told(1), told(2)], doc()).map(({ evidence }) => evidence.length)).toEqual([2]));
  it('of money stays two', () => expect(merged([told(1, 5), told(2, 5)], doc())).toHaveLength(2));
});
