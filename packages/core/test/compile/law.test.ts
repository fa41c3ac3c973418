import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import { checkDisclosures } from '../../src/check.ts';
import { compileLedger } from '../../src/compile/compile.ts';
import { figure } from '../../src/figures/index.ts';
import { bundled } from '../../src/jurisdictions/index.ts';
import { type Ledger, SURPLUS } from '../../src/ledger/ledger.ts';
import { kindOfProblem, ledgerProblems } from '../../src/ledger/problems.ts';
import { addressOf } from '../../src/model/quantity.ts';
import { unreproduced } from '../../src/restore/compare.ts';
import { ledgerFrom } from '../../src/restore/restore.ts';
import { templateById } from '../../src/templates/index.ts';
import { arbitraryLedger, ledgersFor, revenueFor } from '../ledger/arbitrary.ts';
import { SMALL } from '../ledger/small.ts';

const TEMPLATES = bundled().templates;

it('arbitrary ledgers are valid', () => {
  fc.assert(
    fc.property(arbitraryLedger(), (ledger) => {
      // Amounts by chance are worth a look now and then.
      expect(ledgerProblems(ledger).filter((each) => kindOfProblem(each) !== 'notice')).toEqual([]);
    }),
  );
});

describe.each(TEMPLATES.map((template) => [template.id, template] as const))('%s', (_, template) => {
  it('check(compile(ledger)) has no finding for any valid ledger', () => {
    fc.assert(
      fc.property(ledgersFor(template), (ledger) => {
        const { disclosure } = compileLedger({ ...ledger, stage: template.stage }, template);
        const { findings } = checkDisclosures([disclosure]);
        expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('a year that spends only what was carried over is clean', () => {
    const carried = <T extends object>(lines: readonly T[]) => lines.map((line) => ({ ...line, carried: true }));
    const basic = carried(SMALL.basic.filter(({ fund }) => fund === 'general-public'));
    const none = { projects: 'none', other: 'none', left: 'none', procurement: 'none' } as const;
    const lines = { basic, projects: [], other: [], left: [], procurement: [] };
    const ledger = { ...SMALL, ...lines, stage: template.stage, answers: none };
    const { disclosure } = compileLedger({ ...ledger, revenue: revenueFor(basic) }, template);
    expect(checkDisclosures([disclosure]).findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it('a department compiles as cleanly as a unit', () => {
    fc.assert(
      fc.property(ledgersFor(template), (ledger) => {
        const department = { ...ledger, agency: { code: '302', name: '某市某局', level: 'department' as const } };
        const { disclosure } = compileLedger({ ...department, stage: template.stage }, template);
        expect(checkDisclosures([disclosure]).findings).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

it('of lines without a section a place that prints them all asks for the sections, and no more', () => {
  const open = SMALL.projects.map((project) => ({
    ...project,
    lines: project.lines.map(({ economic: _, ...line }) => line),
  }));
  const { disclosure } = compileLedger({ ...SMALL, projects: open }, templateById('shenzhen-2026')!);
  const table = disclosure.statements.find(({ form }) => form === 'general-economic')!;
  expect([table.rows.length, table.note]).toEqual([0, '注：【请填写：支出的部门预算经济分类】']);
});

/** As 万元 prints it: then sums of units are exact. */
const coarse = <T extends { readonly fen: number }>(line: T): T => ({
  ...line,
  fen: Math.ceil(line.fen / 10_000) * 10_000,
});

describe.each(TEMPLATES.filter(({ stage }) => stage === 'final-accounts').map((each) => [each.id, each] as const))(
  'accounts in %s',
  (_, template) => {
    const accounts = arbitraryLedger().map((ledger): Ledger => {
      const item = ledger.basic[0]?.item ?? '2010301';
      const own = { item, fund: 'institutional' as const, fen: 30_000 };
      const saved = { item, fund: SURPLUS, fen: 70_000, nature: 'personnel', economic: '30101' } as const;
      const basic = ledger.basic.map(coarse);
      const projects = ledger.projects.map((project) => ({ ...project, lines: project.lines.map(coarse) }));
      const [other, left] = [ledger.other.map(coarse), ledger.left.map(coarse)];
      const revenue = revenueFor([...basic, ...projects.flatMap(({ lines }) => lines), ...other, ...left]);
      return {
        ...ledger,
        stage: template.stage,
        basic: [...basic, saved],
        projects,
        other,
        left,
        procurement: [],
        distributed: [own],
        revenue: [...revenue, { fund: SURPLUS, fen: 70_000 } as const, { fund: own.fund, fen: own.fen }],
      };
    });

    it('what is saved, distributed and left balances, and is given back', () => {
      fc.assert(
        fc.property(accounts, (ledger) => {
          const { disclosure } = compileLedger(ledger, template);
          expect(checkDisclosures([disclosure]).findings.map(({ message }) => message)).toEqual([]);
          const at = (row: string) => figure(disclosure, addressOf(`balance[${row}]`)).figure?.fen;
          const saved = ledger.revenue.filter(({ fund, carried }) => fund === SURPLUS && !carried);
          const used = saved.reduce((sum, { fen }) => sum + fen, 0);
          expect([at('使用非财政拨款结余'), at('结余分配')]).toEqual([used, 30_000]);
          const restored = ledgerFrom(disclosure).ledger;
          // By item, what was left and distributed is a guess yet; every line of the balances and every total is given back.
          const differing = unreproduced(disclosure, compileLedger(restored, template).disclosure);
          expect(differing.filter(({ row }) => !/^\d/.test(row))).toEqual([]);
          expect(restored.distributed?.reduce((sum, { fen }) => sum + fen, 0)).toBe(30_000);
        }),
        { numRuns: 40 },
      );
    });

    it('two units’ accounts are a department’s', () => {
      fc.assert(
        fc.property(accounts, (ledger) => {
          const units = ['302001', '302002'].map((code) => {
            const agency = { code, name: `某市某局${code}`, level: 'unit' as const };
            return compileLedger({ ...ledger, agency }, template).disclosure;
          });
          const { disclosure, problems } = aggregate(units, { agency: { name: '某市某局', level: 'department' } });
          expect(problems.filter(({ code }) => code !== 'transfer-difference')).toEqual([]);
          expect(checkDisclosures([disclosure, ...units]).findings.map(({ message }) => message)).toEqual([]);
        }),
        { numRuns: 15 },
      );
    });
  },
);
