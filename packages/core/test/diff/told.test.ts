import { describe, expect, it } from 'vitest';
import { comparisonTitle, toldOf } from '../../src/diff/told.ts';
import { discloseLedger } from '../../src/disclose.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import { exampleLedger } from '../../src/ledger/example.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { templateById } from '../../src/templates/index.ts';

const budget = (year: number, change: (ledger: Ledger) => Ledger = (ledger) => ledger): Disclosure =>
  discloseLedger(change(exampleLedger(year)), templateById('hebei-2023')!).disclosure;

const doubled = (ledger: Ledger): Ledger => ({
  ...ledger,
  projects: ledger.projects.map((project) => ({
    ...project,
    lines: project.lines.map((line) => ({ ...line, fen: line.fen * 2 })),
  })),
});

describe('a comparison in words', () => {
  const [before, after] = [budget(2025), budget(2026, doubled)];

  it('has the agency once in its heading', () => {
    expect(comparisonTitle(before, after)).toBe('示例市数据服务局2025年单位预算与2026年单位预算比较');
    const other = { ...after, agency: { ...after.agency, name: '别的局' } };
    expect(comparisonTitle(before, other)).toBe('示例市数据服务局2025年单位预算与别的局2026年单位预算比较');
  });

  it('tells what all came to, what stayed, and which items moved', () => {
    expect(toldOf(before, after)).toEqual([
      '支出合计 702.35 万元，比2025年单位预算的 533.85 万元增加 168.50 万元，增长 31.56%。',
      '基本支出 365.35 万元，与2025年单位预算相同。',
      '项目支出 337.00 万元，比2025年单位预算的 168.50 万元增加 168.50 万元，增长 100.00%。',
      '“三公”经费 4.80 万元，与2025年单位预算相同。',
      '增加最多的科目：一般行政管理事务 168.50 万元。',
    ]);
  });

  it('tells items that are new, and those that are gone', () => {
    const none = budget(2025, (ledger) => ({ ...ledger, projects: [] }));
    expect(toldOf(none, after)).toContain('新增 1 个科目：一般行政管理事务。');
    expect(toldOf(after, none)).toContain('不再列支 1 个科目：一般行政管理事务。');
  });

  it('tells items of one name apart by their codes', () => {
    const moved = budget(2025, (ledger) => ({
      ...ledger,
      basic: ledger.basic.map((line) => (line.item === '2010301' ? { ...line, item: '2010401' } : line)),
    }));
    expect(toldOf(moved, budget(2026)).slice(-2)).toEqual([
      '新增 1 个科目：行政运行（2010301）。',
      '不再列支 1 个科目：行政运行（2010401）。',
    ]);
  });

  it('tells accounts of another agency by their change only', () => {
    const other = { ...budget(2025, doubled), agency: { name: '别的局', level: 'unit' as const } };
    expect(toldOf(before, other)[0]).toContain('比示例市数据服务局2025年单位预算的 533.85 万元增加');
    expect(toldOf(before, { ...other, stage: 'final-accounts' })[0]).toContain('增加 168.50 万元');
  });

  it('tells accounts against their own budget by what was carried out', () => {
    const accounts: Disclosure = { ...budget(2025, doubled), stage: 'final-accounts' };
    expect(toldOf(before, accounts)[0]).toBe('支出合计决算 702.35 万元，年初预算 533.85 万元，是预算的 131.56%。');
  });

  it('says nothing of what only one of them prints', () => {
    expect(toldOf({ ...before, statements: [] }, after)).toEqual([]);
  });
});
