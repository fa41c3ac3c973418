import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLedger } from '../../src/compile/compile.ts';
import { discloseLedger } from '../../src/disclose.ts';
import { bundled } from '../../src/jurisdictions/index.ts';
import { sourceBalances } from '../../src/ledger/balances.ts';
import type { Ledger, SpendingLine } from '../../src/ledger/ledger.ts';
import { ledgerProblems } from '../../src/ledger/problems.ts';
import { differingCells } from '../../src/restore/compare.ts';
import { nextYear } from '../../src/restore/next-year.ts';
import { ledgerFrom } from '../../src/restore/restore.ts';
import { spread } from '../../src/restore/spread.ts';
import { type Template, templateById } from '../../src/templates/index.ts';
import { ledgersFor, revenueFor } from '../ledger/arbitrary.ts';
import { SMALL } from '../ledger/small.ts';

const TEMPLATES = bundled().templates;

const BUDGETS = TEMPLATES.filter(({ stage }) => stage === 'budget');

/** The ledger with amounts that 万元 prints exactly: then what is printed is consistent to the last digit. */
function printable(ledger: Ledger): Ledger {
  const round = <T extends { readonly fen: number }>(line: T): T => ({
    ...line,
    fen: Math.ceil(line.fen / 10_000) * 10_000,
  });
  const basic = ledger.basic.map(round);
  const projects = ledger.projects.map((project) => ({ ...project, lines: project.lines.map(round) }));
  const [other, left] = [ledger.other.map(round), ledger.left.map(round)];
  const revenue = revenueFor([...basic, ...projects.flatMap(({ lines }) => lines), ...other, ...left]);
  return { ...ledger, basic, projects, other, left, revenue };
}

/** Of other funds than the general public budget a panel prints classes only: their sections stay to be filled in. */
function withKnownSections(ledger: Ledger, { forms }: Template): Ledger {
  if (!forms.some(({ sides }) => sides?.includes('economic'))) return ledger;
  const known = <T extends SpendingLine>(line: T): T => ({ ...line, fund: 'general-public' });
  const projects = ledger.projects.map((project) => ({ ...project, lines: project.lines.map(known) }));
  return { ...ledger, basic: ledger.basic.map(known), projects, other: [] };
}

/** Money of a fund that the place prints no table of cannot be told from other money in what it publishes. */
function ofPrintedFunds(ledger: Ledger, { forms }: Template): Ledger {
  const own: readonly string[] = ['government-fund', 'state-capital'];
  const isPrinted = (fund: string): boolean => !own.includes(fund) || forms.some(({ form }) => form === fund);
  const known = <T extends { readonly fund: Ledger['basic'][number]['fund'] }>(line: T): T =>
    isPrinted(line.fund) ? line : { ...line, fund: 'general-public' };
  const projects = ledger.projects.map((project) => ({ ...project, lines: project.lines.map(known) }));
  const [other, left] = [ledger.other.map(known), ledger.left.map(known)];
  return { ...ledger, basic: ledger.basic.map(known), projects, other, left };
}

/** Whether every item of a ledger is printed somewhere. */
function itemsAreKnown({ basic, projects, other, left }: Ledger, { forms }: Template): boolean {
  if (forms.every(({ form, rows }) => form !== 'revenue' || rows === undefined)) return true;
  const spent = new Set([...basic, ...projects.flatMap(({ lines }) => lines), ...other].map(({ item }) => item));
  return left.every(({ item }) => spent.has(item));
}

describe.each(BUDGETS.map((template) => [template.id, template] as const))('%s', (_, template) => {
  it('a ledger from a compiled document compiles into the same statements', () => {
    fc.assert(
      fc.property(ledgersFor(template), (drawn) => {
        const printed = printable(withKnownSections(ofPrintedFunds(drawn, template), template));
        // Where revenue is listed by unit, what is left of an item that nothing is spent on stands under no item.
        fc.pre(itemsAreKnown(printed, template));
        const { disclosure } = compileLedger(printed, template);
        const { ledger } = ledgerFrom(disclosure);
        expect(differingCells(disclosure, compileLedger(ledger, template).disclosure)).toEqual([]);
        const asked = ledgerProblems(ledger).filter(({ code }) => code === 'source-not-arranged');
        expect(asked).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('spread', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { minLength: 1, maxLength: 12 });
  it('keeps row and column sums, whatever the weights', () => {
    fc.assert(
      fc.property(
        amounts,
        amounts,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 20 }),
        (rows, most, weights) => {
          const all = rows.reduce((sum, fen) => sum + fen, 0);
          const columns = most.map((fen, i) =>
            Math.min(fen, all - most.slice(0, i).reduce((sum, each) => sum + Math.min(each, all), 0)),
          );
          const fitting = columns.map((fen) => Math.max(0, fen));
          fitting.push(all - fitting.reduce((sum, fen) => sum + fen, 0));
          fc.pre(fitting.every((fen) => fen >= 0));
          const { cells } = spread(rows, fitting, (r, c) => weights[(r * 7 + c) % weights.length]!);
          expect(cells.map((row) => row.reduce((sum, fen) => sum + fen, 0))).toEqual(rows);
          expect(fitting.map((_, c) => cells.reduce((sum, row) => sum + row[c]!, 0))).toEqual(fitting);
          expect(cells.flat().every((fen) => Number.isSafeInteger(fen) && fen >= 0)).toBe(true);
        },
      ),
    );
  });

  it('spreads in proportion, and keeps to filled weights where it can', () => {
    expect(spread([60, 40], [50, 50], () => 1).cells).toEqual([
      [30, 30],
      [20, 20],
    ]);
    expect(spread([60, 40], [60, 40], (r, c) => (r === c ? 1 : 0)).cells).toEqual([
      [60, 0],
      [0, 40],
    ]);
  });
});

describe('the small ledger, published and read back', () => {
  const { disclosure } = compileLedger(SMALL, templateById('hebei-2023')!);
  const { ledger, problems } = ledgerFrom(disclosure);

  it('has what is certain without a mark, and what is spread with one', () => {
    expect(problems).toEqual([]);
    expect(ledger.basic.find(({ economic }) => economic === '30108')).toMatchObject({
      item: '2080505',
      fen: 20_000_000,
    });
    expect(ledger.projects[0]!.name).toBe('业务培训费');
    expect(ledger.projects[0]!.goal).toBe(SMALL.projects[0]!.goal);
    const overseas = ledger.projects[0]!.lines.filter(({ economic }) => economic === '30212');
    expect(overseas).toEqual([
      {
        item: '2010302',
        fund: 'general-public',
        fen: 10_000_000,
        economic: '30212',
        academic: true,
        unconfirmed: { how: 'section', fen: 10_000_000 },
      },
    ]);
    expect(ledger.left).toHaveLength(2);
    expect(ledger.procurement[0]).toMatchObject({ project: '业务培训费', quantity: '10', unitPrice: 500_000 });
    expect(ledger.organization).toEqual(SMALL.organization);
  });

  it('tells where published figures contradict each other', () => {
    const statements = disclosure.statements.map((statement) =>
      statement.form === 'general-public'
        ? {
            ...statement,
            rows: statement.rows.map((row) =>
              row.key === '201' ? { ...row, cells: { ...row.cells, total: { ...row.cells.total!, fen: 1 } } } : row,
            ),
          }
        : statement,
    );
    expect(ledgerFrom({ ...disclosure, statements }).problems.map(({ code }) => code)).toEqual(['not-reproduced']);
  });

  it('begins next year: with what was left, and with this year’s figures to compare with', () => {
    const next = nextYear(SMALL, disclosure);
    expect(next.year).toBe(2024);
    expect(next.revenue.filter(({ carried }) => carried)).toEqual([
      { fund: 'institutional', carried: true, fen: 3_000_000, unconfirmed: { how: 'last-year', fen: 3_000_000 } },
      { fund: 'general-public', carried: true, fen: 2_000_000, unconfirmed: { how: 'last-year', fen: 2_000_000 } },
    ]);
    expect(next.projects[0]!.lines.some(({ carried }) => carried)).toBe(false);
    expect(next.lastYear).toMatchObject({
      'balance[收入总计]': 215_000_000,
      'three-publics[hospitality]': 2_000_000,
      'expenditure[2080505].total': 20_000_000,
    });
  });
});

describe('next year of a year that did not spend all it had', () => {
  const own = { ...SMALL, revenue: [...SMALL.revenue, { fund: 'other', fen: 900_000 } as const] };
  const final: Ledger = {
    ...own,
    stage: 'final-accounts',
    distributed: [{ item: '2080501', fund: 'other', fen: 400_000 }],
    left: [...own.left, { item: '2080501', fund: 'other', fen: 500_000 }],
  };

  it('balances by source as that year did', () => {
    const differences = (ledger: Ledger) =>
      sourceBalances(ledger).flatMap(({ name, difference }) => (difference === 0 ? [] : [{ name, difference }]));
    expect(differences(final)).toEqual([]);
    const next = nextYear(final, compileLedger(SMALL, templateById('hebei-2023')!).disclosure);
    expect(differences(next)).toEqual([]);
    expect(next.distributed).toEqual([
      { item: '2080501', fund: 'other', fen: 400_000, unconfirmed: { how: 'last-year', fen: 400_000 } },
    ]);
  });
});

describe('words of next year, of what nobody has gone over', () => {
  const template = templateById('hebei-2023')!;
  const next = nextYear(SMALL, compileLedger(SMALL, template).disclosure);
  const saidOf = (ledger: Ledger) => {
    const { explanation, statements } = discloseLedger(ledger, template).disclosure;
    return { text: explanation.map(({ text }) => text).join('\n'), notes: statements.map(({ note = '' }) => note) };
  };

  it('neither that there is nothing nor that it stays the same is said', () => {
    const { text, notes } = saidOf(next);
    expect(text).not.toMatch(/持平|没有使用|未安排|[^0-9.]0万元|增加|减少/);
    expect(text).toMatch(/公务接待费比上年的增减额（上年的数确认以后）/);
    expect(text).not.toMatch(/【请填写：[^】]*[a-z]/);
    expect(notes.filter((note) => note !== '' && !note.startsWith('【请填写'))).toEqual([]);
  });

  it('both are, once it is gone over', () => {
    const sure = <T extends object>(line: T): T => ({ ...line, unconfirmed: undefined });
    const confirmed: Ledger = {
      ...next,
      revenue: next.revenue.map(sure),
      basic: next.basic.map(sure),
      projects: next.projects.map((project) => ({ ...project, lines: project.lines.map(sure) })),
    };
    expect(saidOf(confirmed).text).toMatch(/公务接待费[^。]*与2023年预算持平/);
  });
});

describe('what tables print beside the sums', () => {
  const template = templateById('hebei-2023')!;
  const { disclosure } = compileLedger(SMALL, template);
  const cell = (fen: number) => ({ fen, text: `${fen / 1_000_000}`, origin: {} });
  const spentOn = (item: string) =>
    SMALL.projects.flatMap(({ lines }) => lines).reduce((sum, line) => sum + (line.item === item ? line.fen : 0), 0);

  it('a project stands under the item that its table prints, without a guess', () => {
    const { item } = SMALL.projects[0]!.lines[0]!;
    const project = { kind: 'project', label: '甲项目', function: item, cells: { total: cell(1_000_000) }, origin: {} };
    const tables = [{ form: 'projects' as const, title: '项目支出表', origin: {}, rows: [project as never] }];
    const { ledger } = ledgerFrom({ ...disclosure, tables });
    const lines = ledger.projects.find(({ name }) => name === '甲项目')!.lines;
    expect(lines.every((line) => line.item === item)).toBe(true);
    expect(lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(1_000_000);
  });

  it('an item that a sum holds and no row prints is marked', () => {
    const items = new Set(SMALL.projects.flatMap(({ lines }) => lines.map((line) => line.item)));
    const item = [...items].find((code) => spentOn(code) > 0 && !SMALL.basic.some((line) => line.item === code))!;
    const statements = disclosure.statements.map((statement) => ({
      ...statement,
      rows: statement.rows.filter(({ key }) => key !== item),
    }));
    const { ledger, problems } = ledgerFrom({ ...disclosure, statements });
    const withheld = ledger.projects.flatMap(({ lines }) =>
      lines.filter(({ unconfirmed }) => unconfirmed?.how === 'withheld'),
    );
    expect(withheld.length).toBeGreaterThan(0);
    expect(withheld.every((line) => line.item.startsWith(item.slice(0, 3)))).toBe(true);
    expect(problems.map(({ code }) => code)).not.toContain('not-reproduced');
  });

  it('rows of one code are added up', () => {
    const statements = disclosure.statements.map((statement) =>
      statement.form === 'basic'
        ? {
            ...statement,
            rows: statement.rows.flatMap((row) => {
              if (!/^\d{5}$/.test(row.key)) return [row];
              const halves = (part: number) =>
                Object.fromEntries(Object.entries(row.cells).map(([id, { fen }]) => [id, cell(part * fen)]));
              return [
                { ...row, cells: halves(0.25) },
                { ...row, cells: halves(0.75) },
              ];
            }),
          }
        : statement,
    );
    expect(ledgerFrom({ ...disclosure, statements }).ledger.basic).toEqual(ledgerFrom(disclosure).ledger.basic);
  });

  it('what a purchase table does not print is not known, and who pays waits for a person', () => {
    const rows = [
      { kind: 'item', label: '货物', item: '货物', code: 'A', cells: { total: cell(900_000_000) }, origin: {} },
    ];
    const tables = [{ form: 'procurement' as const, title: '政府采购预算表', origin: {}, rows: rows as never[] }];
    const { ledger } = ledgerFrom({ ...disclosure, tables });
    const amounts = [{ fund: 'general-public', fen: 900_000_000, unconfirmed: { how: 'payer', fen: 900_000_000 } }];
    expect(ledger.procurement).toEqual([{ item: '货物', code: 'A', amounts }]);
    const codes = ledgerProblems(ledger).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('procurement'))).toEqual([]);
    const sure = {
      ...ledger,
      procurement: [{ item: '货物', amounts: [{ fund: 'general-public', fen: 900_000_000 }] }],
    };
    expect(ledgerProblems(sure as Ledger).map(({ code }) => code)).toContain('procurement-beyond-project');
  });

  it('words that say another figure than the table tell nothing of the year before', () => {
    const said = (text: string) => [{ title: '总体情况', text, paragraphs: [{ text, origin: {} }] }];
    const last = (text: string) =>
      ledgerFrom({ ...disclosure, explanation: said(text) as never }).ledger.lastYear['balance[收入总计]'];
    expect(last('2023年收入总计215.00万元，比2022年增加15.00万元。')).toBe(200_000_000);
    expect(last('2023年收入总计0.30万元，比2022年增加0.10万元。')).toBeUndefined();
  });
});

describe('what words say beside a figure', () => {
  const textsOf = (title: string, ...texts: readonly string[]) => {
    const paragraphs = texts.map((text) => ({ text, origin: {} }));
    const explanation = [{ title, text: texts.join('\n'), paragraphs }];
    const { disclosure } = discloseLedger({ ...SMALL, year: 2023 }, BUDGETS[0]!);
    return ledgerFrom({ ...disclosure, explanation: explanation as never }).ledger.texts;
  };

  it('a reason in a sentence of its own is of the one change before it; of several it is of none', () => {
    const reasons = (...texts: string[]) => textsOf('收支预算总体情况', ...texts).reasons;
    expect(reasons('2023年收入总计215万元，比2022年增加15万元，增长7.5%。主要原因：人员增加。')).toEqual({
      'balance[收入总计]': '人员增加',
    });
    const several = '收入总计215万元，比2022年增加15万元；支出总计215万元，比2022年增加15万元。';
    expect(Object.values(reasons(`${several}主要原因是人员增加。`))).toEqual(['人员增加']);
    const inOneSentence = several.replace('；', '，');
    expect(reasons(`${inOneSentence}主要原因是人员增加。`)).toEqual({});
    expect(reasons('2023年收入总计215万元，比2022年增加15万元。主要原因是：其中：人员增加。')).toEqual({});
  });

  it('a reason against the budget of the year itself is held apart', () => {
    const text =
      '“三公”经费支出年初预算为9万元，支出决算为5万元，完成年初预算的55.56%。决算数小于预算数的主要原因：压减接待。';
    expect(textsOf('“三公”经费支出决算情况', text).reasons).toEqual({ 'three-publics[total]:initial': '压减接待' });
  });

  it('the budget that accounts print beside what was spent is theirs, blanks beside an amount included', () => {
    const { disclosure } = discloseLedger({ ...SMALL, year: 2023 }, BUDGETS[0]!);
    const columns = ['total', 'overseas', 'hospitality'].flatMap((id) =>
      ['budget', 'actual'].map((period) => ({ id: `${id}@${period}`, label: id })),
    );
    const publics = (cells: Record<string, { fen: number; text: string }>) => ({
      ...disclosure,
      stage: 'final-accounts' as const,
      explanation: [],
      statements: [{ form: 'three-publics', unit: '万元', columns, rows: [{ key: 'total', label: '合计', cells }] }],
    });
    const given = (cells: Record<string, { fen: number; text: string }>) => {
      const { lastYear } = ledgerFrom(publics(cells) as never).ledger;
      return ['total', 'overseas', 'hospitality'].map((id) => lastYear[`three-publics[${id}]:initial`]);
    };
    const amount = { fen: 950_000, text: '0.95' };
    expect(given({ 'total@budget': amount, 'hospitality@budget': amount })).toEqual([950_000, 0, 950_000]);
    expect(given({ 'total@actual': amount })).toEqual([undefined, undefined, undefined]);
  });

  it('the mean score of an evaluation is what accounts print, whatever stands around it', () => {
    const { disclosure } = discloseLedger({ ...SMALL, year: 2023 }, BUDGETS[0]!);
    const text = '绩效自评的2023年度项目4个，涉及预算金额98.42万元，平均得分99.43分（其中，绩效评级为“优”的项目4个）。';
    const explanation = [{ title: '预算绩效管理情况', text, paragraphs: [{ text, origin: {} }] }];
    const scoreIn = (stage: 'budget' | 'final-accounts') =>
      ledgerFrom({ ...disclosure, stage, explanation: explanation as never }).ledger.texts.sections?.[
        'self-evaluation-score'
      ];
    expect([scoreIn('final-accounts'), scoreIn('budget')]).toEqual([['99.43'], undefined]);
  });

  it('what an item is spent on may stand between its name and its figure; behind a figure it is of that one', () => {
    const purposes = (...texts: string[]) => textsOf('一般公共预算支出具体情况', ...texts).purposes;
    const office = '一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）';
    const computing = '一般公共服务支出（类）财政事务（款）信息化建设（项）';
    expect(purposes(`1.${office}。主要用于：人员经费支出。年初预算为6万元，支出决算为5万元。`)).toEqual({
      2010301: '人员经费支出',
    });
    expect(purposes(`1.${office}主要用于人员经费支出，2023年预算数为5万元。`)).toEqual({ 2010301: '人员经费支出' });
    expect(purposes(`${office}5万元，主要用于人员经费，${computing}6万元。`)).toEqual({
      2010301: expect.stringContaining('人员经费'),
    });
  });
});

it('an agency that prints no organisation is what only such a unit spends on; where nothing tells, as before', () => {
  const natureOf = (economic: string, item = '2010399') => {
    const basic = [{ ...SMALL.basic[0]!, item, economic, nature: 'personnel' as const }];
    const ledger = { ...SMALL, organization: [], basic, projects: [], revenue: revenueFor(basic) };
    return ledgerFrom(discloseLedger(ledger, BUDGETS[0]!).disclosure).ledger.nature;
  };
  expect(natureOf('30107')).toBe('institution');
  expect(natureOf('30101')).toBe('administrative');
  // An office with a performance bonus: of both, so of neither.
  expect(natureOf('30107', '2010301')).toBe('administrative');
});
