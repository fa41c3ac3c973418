/** What is said of a ledger that was restored from a published text: no more than the text tells. */
import { describe, expect, it } from 'vitest';
import { discloseLedger } from '../../src/disclose.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import { purposeOf } from '../../src/explain/purposes.ts';
import { exampleLedger } from '../../src/ledger/example.ts';
import { figuresOf } from '../../src/ledger/figures-of.ts';
import type { Ledger, Project } from '../../src/ledger/ledger.ts';
import { UNNAMED_PROJECTS } from '../../src/ledger/projects.ts';
import { marked } from '../../src/ledger/unconfirmed.ts';
import { templateById } from '../../src/templates/index.ts';

const EXAMPLE = exampleLedger(2026);
const text = (ledger: Ledger, id = 'yantai-2026') =>
  discloseLedger(ledger, templateById(id)!)
    .disclosure.explanation.map(({ title, text: words }) => `${title}\n${words}`)
    .join('\n');
const named = (name: string, project: Project): Project => ({ ...project, name });

describe('projects', () => {
  const [first, second] = EXAMPLE.projects;

  it('an item is said to pay for a project only where that is no guess', () => {
    const item = { code: first!.lines[0]!.item, name: '一般行政管理事务', basic: false };
    const guessed = { ...first!, lines: first!.lines.map((line) => marked(line, 'spread')) };
    expect(purposeOf(item, [first!])).toBe(`“${first!.name}”项目支出`);
    expect(purposeOf(item, [guessed])).toBeUndefined();
  });

  it('what has no name stands last, and is not listed by itself', () => {
    const both = text({ ...EXAMPLE, projects: [named(UNNAMED_PROJECTS, first!), second!] });
    expect(both).toMatch(/主要用于：办公设备更新12\.00万元；其他项目支出156\.50万元。/);
    expect(text({ ...EXAMPLE, projects: [named(UNNAMED_PROJECTS, first!)] })).not.toContain('主要用于：');
  });
});

it('a table without a single amount says nothing of last year; a blank cell beside others is nothing', () => {
  const { disclosure } = discloseLedger(EXAMPLE, templateById('yantai-2026')!);
  const emptied: Disclosure = {
    ...disclosure,
    statements: disclosure.statements.map((statement) =>
      statement.form === 'appropriation-balance'
        ? { ...statement, rows: statement.rows.map((row) => ({ ...row, cells: {} })) }
        : statement,
    ),
  };
  const of = (each: Disclosure) => figuresOf(each)['appropriation-balance[总计]'];
  expect([of(disclosure), of(emptied)]).toEqual([533_850_000, undefined]);
  expect(figuresOf(disclosure)['revenue[total].other']).toBe(0);
});

it('the item 99 of a section has its name, whether or not the year’s list has it', () => {
  const projects = EXAMPLE.projects.map((project) => ({
    ...project,
    lines: project.lines.map((line) => ({ ...line, item: '2014099' })),
  }));
  expect(text({ ...EXAMPLE, projects })).toContain('其他信访事务支出（项）');
});

it('a unit has 预算单位构成, a department 部门预算单位构成', () => {
  const department: Ledger = { ...EXAMPLE, agency: { ...EXAMPLE.agency, level: 'department' } };
  expect(text(EXAMPLE)).toMatch(/^预算单位构成$/m);
  expect(text(department)).toMatch(/^部门预算单位构成$/m);
});

it('basic expenditure is the sum of its two parts where the table prints no more', () => {
  expect(text(EXAMPLE, 'xian-2026')).toContain('其中：基本支出365.35万元；项目支出168.50万元');
});
