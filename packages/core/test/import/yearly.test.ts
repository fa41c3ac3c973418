import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import { discloseLedger } from '../../src/disclose.ts';
import { intoAccounts } from '../../src/import/yearly/into.ts';
import { ledgerOfReport } from '../../src/import/yearly/ledger.ts';
import { isYearlyReport, readYearlyReport } from '../../src/import/yearly/report.ts';
import { AREA_IDS } from '../../src/ledger/areas.ts';
import { blankLedger } from '../../src/ledger/blank.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { templateById } from '../../src/templates/index.ts';
import { arbitraryLedger } from '../ledger/arbitrary.ts';
import { ACCOUNTS } from './accounts.ts';
import { yearlySheets } from './yearly-sheets.ts';

const TEMPLATE = templateById('national-final-2020')!;
const tables = (ledger: Ledger) => discloseLedger(ledger, TEMPLATE).disclosure.statements;
const imported = (ledger: Ledger, without: readonly string[] = []) =>
  ledgerOfReport(readYearlyReport(yearlySheets(ledger, without)), ledger.year);

it('the ledger that the report is made from is whole', () => {
  const { disclosure, problems } = discloseLedger(ACCOUNTS, TEMPLATE);
  expect(problems.map(({ message }) => message)).toEqual([]);
  expect(checkDisclosures([disclosure]).findings.map(({ message }) => message)).toEqual([]);
});

const blank = blankLedger(ACCOUNTS.agency, ACCOUNTS.year, ACCOUNTS.region, TEMPLATE);
const withWords = (found: Ledger): Ledger => ({
  ...found,
  lastYear: { ...ACCOUNTS.lastYear, ...found.lastYear },
  counts: { ...ACCOUNTS.counts, ...found.counts },
  amounts: { ...ACCOUNTS.amounts, ...found.amounts },
  texts: ACCOUNTS.texts,
  organization: ACCOUNTS.organization,
  names: ACCOUNTS.names!,
});

describe('a yearly report', () => {
  // The tables that the accounts of a unit must have, and what they are read with besides.
  it.each([
    ['all of its tables', []],
    ['those without 02 and 08-2', ['02', '08-2']],
  ])('%s give every published figure of the accounts', (_, without) => {
    const found = imported(ACCOUNTS, without);
    expect(found.problems).toEqual([]);
    const ledger = withWords(intoAccounts({ ...blank, nature: ACCOUNTS.nature }, found));
    const { disclosure, problems } = discloseLedger(ledger, TEMPLATE);
    expect(problems.map(({ message }) => message)).toEqual([]);
    expect(disclosure).toEqual(discloseLedger(ACCOUNTS, TEMPLATE).disclosure);
    expect(checkDisclosures([disclosure]).findings).toEqual([]);
  });

  it('gives counts, stated amounts and what was planned', () => {
    const { counts, amounts, lastYear } = imported(ACCOUNTS);
    expect(counts).toMatchObject({ 'receptions[foreign-people]': 9, 'official-cars[total]': 3, 'vehicles[total]': 4 });
    expect(amounts).toMatchObject({ 'hospitality[foreign]': 500_000, 'procurement[small-micro]': 60_000_000 });
    for (const key of [
      'balance[总计]:initial',
      'general-public[total].total:adjusted',
      'three-publics[hospitality]:initial',
    ])
      expect([key, lastYear[key]]).toEqual([key, ACCOUNTS.lastYear[key]]);
  });

  /** 财决06表 with the projects of an item, each with its code, below the item's own row. */
  const listed = (rows: readonly (readonly [code: string, name: string, yuan: string])[], item = '2010302') => ({
    name: 'Z06 项目收入支出决算表(财决06表)',
    rows: [
      ['项目收入支出决算表'],
      ['财决06表'],
      ['编制单位：某局', '金额单位：元'],
      ['支出功能分类科目编码', '项目代码', '项目名称', '年初结转和结余', '本年收入', '本年支出', '年末结转和结余'],
      ['栏次', '', '', '1', '2', '3', '4'],
      ['合计', '', '', '', '', '', ''],
      [item, '', '', '', '', '', ''],
      ...rows.map(([code, name, spent]) => ['', code, name, '', spent, spent, '']),
    ],
  });
  const withProjects = (rows: Parameters<typeof listed>[0], item?: string) =>
    ledgerOfReport(readYearlyReport([...yearlySheets(ACCOUNTS), listed(rows, item)]), ACCOUNTS.year);
  const sums = ({ projects }: Pick<Ledger, 'projects'>, names: readonly string[]) =>
    names.map((name) => projects.find((each) => each.name === name)?.lines.reduce((all, { fen }) => all + fen, 0));

  it('names projects by 06; what they share is laid on them, and marked', () => {
    const found = withProjects([
      ['P1', '平台运维', '1,286,423.00'],
      ['P2', '设备购置', '500,000.00'],
    ]);
    expect(found.problems).toEqual([]);
    expect(sums(found, ['平台运维', '设备购置'])).toEqual([128_642_300, 50_000_000]);
    expect(found.projects.find(({ code }) => code === 'P1')!.lines.every(({ unconfirmed }) => unconfirmed)).toBe(true);
    expect(sums(found, ['项目支出'])).toEqual([sums(imported(ACCOUNTS), ['项目支出'])[0]! - 178_642_300]);
    const ledger = withWords(intoAccounts({ ...blank, nature: ACCOUNTS.nature }, found));
    const { disclosure, problems } = discloseLedger(ledger, TEMPLATE);
    expect(problems.map(({ code }) => code)).toEqual(['unconfirmed']);
    expect(disclosure).toEqual(discloseLedger(ACCOUNTS, TEMPLATE).disclosure);
    const alone = withProjects([['P3', '土地整理', '650,000.00']], '2120801');
    expect(alone.projects.find(({ code }) => code === 'P3')!.lines.every(({ unconfirmed }) => !unconfirmed)).toBe(true);
  });

  it('does not share out what projects do not come to', () => {
    const { problems, projects } = withProjects([['P1', '平台运维', '1.00']]);
    expect(problems).toEqual([
      '2010302：财决06表各项目的支出共 1.00 元，项目支出是 1786423.00 元，没有分到项目，请核对。',
    ]);
    expect(projects.map(({ name }) => name)).toEqual(['项目支出']);
  });

  it('is told from other workbooks', () => {
    expect(isYearlyReport(yearlySheets(ACCOUNTS))).toBe(true);
    expect(isYearlyReport([{ name: '预算明细', rows: [['项目类别', '金额']] }])).toBe(false);
  });

  it('asks for 02 where the own money of several items cannot be told apart, and marks what it laid on them', () => {
    const second = {
      item: '2010350',
      economic: '30201',
      nature: 'operating',
      fund: 'institutional',
      fen: 100_000,
    } as const;
    const two = { ...ACCOUNTS, basic: [...ACCOUNTS.basic, second] };
    const { problems, left } = imported(two, ['02']);
    expect(problems).toEqual([expect.stringContaining('没有财决02表')]);
    expect(left.filter(({ unconfirmed }) => unconfirmed)).toHaveLength(1);
    expect(imported(two).problems).toEqual([]);
  });

  it('what contradicts itself is told with both figures', () => {
    const sheets = yearlySheets(ACCOUNTS).map((sheet) =>
      sheet.name.startsWith('Z07')
        ? { ...sheet, rows: sheet.rows.map((row) => (row[0] === '2080505' ? row.with(11, '300,000.00') : row)) }
        : sheet,
    );
    const { problems } = ledgerOfReport(readYearlyReport(sheets), 2024);
    expect(problems).toEqual([
      '2080505：一般公共预算基本支出 300000.00 元的经济科目与财决08-1表对不上，或缺这张表：经济科目请补填。',
      '2080505：年初结转和结余 0.00 元，加本年收入 362000.00 元，减本年支出 300000.00 元，是 62000.00 元；表里的年末结转和结余是 0.00 元，请核对。',
      '2080505：财政拨款以外的收入、年初结转和使用的结余共 0.00 元，支出、结余分配和年末结转共 62000.00 元，请核对。',
      '财决01表的本年支出合计是 7037023.55 元，导入的是 6975023.55 元，请核对。',
      '财决01表的总计是 7257023.55 元，导入的是 7195023.55 元，请核对。',
    ]);
  });

  it('a bureau’s own headings and labels are known by its mapping', () => {
    const renamed = yearlySheets(ACCOUNTS).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.map((text) =>
          text === '附属单位上缴收入' ? '下级缴款' : text === '其中：外事接待费' ? '其中：接待外宾费' : text,
        ),
      ),
    }));
    const words = { columns: { '03': { 'affiliate-payment': [['下级缴款']] } }, lines: { 外事接待费: ['接待外宾费'] } };
    expect(readYearlyReport(renamed).notes.map(({ message }) => message)).toEqual([
      '“其中：接待外宾费”没有对应的内容，没有导入。',
    ]);
    expect(readYearlyReport(renamed, words)).toMatchObject({
      notes: [],
      agency: { stated: { 'hospitality[foreign]': 500_000 } },
    });
  });

  it('a section that bears its class’s name is read', () => {
    const other: Ledger['projects'][number] = {
      name: '专项经费',
      category: 'specific',
      indicators: [],
      lines: ['39999', '30217'].map((economic) => ({ item: '2011103', fund: 'general-public', economic, fen: 10_000 })),
    };
    const { projects, problems } = imported({ ...ACCOUNTS, projects: [...ACCOUNTS.projects, other] });
    expect(problems.filter((problem) => problem.includes('30217'))).toEqual([]);
    const told = projects.flatMap(({ lines }) => lines).filter(({ item }) => item === '2011103');
    expect(told.map(({ economic }) => economic).sort()).toEqual(['30217', '39999']);
  });

  it('of any ledger gives its tables back', () => {
    fc.assert(
      fc.property(arbitraryLedger(), (ledger) => {
        const accounts = {
          ...paidFor(ledger),
          year: 2024,
          stage: 'final-accounts' as const,
          procurement: [],
          answers: NONE,
        };
        const sheets = yearlySheets(accounts);
        const found = ledgerOfReport(readYearlyReport(sheets), 2024);
        const again = { ...intoAccounts(accounts, found), lastYear: found.lastYear, answers: NONE };
        expect(tables(again)).toEqual(tables({ ...accounts, lastYear: found.lastYear }));
      }),
      { numRuns: 60 },
    );
  });
});

/** A report tells of all money what it was paid for: where only a part of an item's has its section, none of it is told apart. */
const paidFor = (ledger: Ledger): Ledger => {
  const whole = <T extends { readonly economic?: string }>(line: T): T => ({ economic: '30299', ...line });
  return {
    ...ledger,
    basic: ledger.basic.map(whole),
    projects: ledger.projects.map((project) => ({ ...project, lines: project.lines.map(whole) })),
  };
};

const NONE = Object.fromEntries(AREA_IDS.map((id) => [id, 'none' as const]));
