import { expect, test } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import { discloseLedger } from '../../src/disclose.ts';
import { exampleLedger } from '../../src/ledger/example.ts';
import { notToldBefore, pathBehind } from '../../src/ledger/finding-path.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { yearProblems } from '../../src/ledger/problems.ts';
import { templateById } from '../../src/templates/index.ts';

const EXAMPLE = exampleLedger(2026);

/** The places of what a check says of the targets, with those of the first project's indicators changed. */
function placesOf(targets: Readonly<Record<string, string>>): (string | undefined)[] {
  const [first, ...others] = EXAMPLE.projects;
  const indicators = first!.indicators.map((each) => ({ ...each, target: targets[each.level3] ?? each.target }));
  const ledger: Ledger = { ...EXAMPLE, projects: [{ ...first!, indicators }, ...others] };
  const { disclosure } = discloseLedger(ledger, templateById('hebei-2023')!);
  return checkDisclosures([disclosure]).findings.map((finding) => pathBehind(finding, ledger));
}

test('what is wrong with a target leads to its cell', () => {
  expect(placesOf({ 使用部门满意度: '≥110%' })).toEqual(['projects[0].indicators[5].target']);
  expect(placesOf({ 运行维护成本: '≤200万元' })).toEqual(['projects[0].indicators[3].target']);
});

test('what is wrong with a project’s targets as a whole leads to its goal, or its first indicator', () => {
  const [first, second] = EXAMPLE.projects;
  const rulesOf = (projects: Ledger['projects']) => {
    const ledger: Ledger = { ...EXAMPLE, projects };
    const { findings } = checkDisclosures([discloseLedger(ledger, templateById('hebei-2023')!).disclosure]);
    return findings.map((finding) => [finding.rule, pathBehind(finding, ledger)]);
  };
  expect(rulesOf([first!, { ...second!, goal: first!.goal! }])).toEqual([['target-copied', 'projects[0].goal']]);
  expect(rulesOf([first!, { ...second!, indicators: second!.indicators.slice(1) }])).toEqual([
    ['target-missing-level', 'projects[1].indicators[0].level2'],
  ]);
});

test('what the ledger is told of at its cell is not found in the document again', () => {
  const why = '项目减少，压减支出';
  const ledger: Ledger = {
    ...EXAMPLE,
    texts: { ...EXAMPLE.texts, reasons: { ...EXAMPLE.texts.reasons, 'expenditure[total].project': why } },
  };
  const { disclosure, problems } = discloseLedger(ledger, templateById('hebei-2023')!);
  const { findings } = checkDisclosures([disclosure]);
  expect(findings.map(({ rule }) => rule)).toEqual(['words-direction']);
  expect(notToldBefore(findings, problems, ledger)).toEqual([]);
  expect(notToldBefore(findings, [], ledger)).toEqual(findings);
});

test('sound targets lead nowhere', () => expect(placesOf({})).toEqual([]));

test('what is wrong with a purchase is told once, at its cell', () => {
  const foundIn = (change: Partial<Ledger['procurement'][number]>) => {
    const ledger: Ledger = { ...EXAMPLE, procurement: [{ ...EXAMPLE.procurement[0]!, ...change }] };
    const { disclosure, problems } = discloseLedger(ledger, templateById('hebei-2023')!);
    const { findings } = checkDisclosures([disclosure]);
    const own = notToldBefore(findings, problems, ledger);
    return [problems.map(({ code }) => code), findings.length, own.map((each) => pathBehind(each, ledger))];
  };
  // The row and the 合计 that repeats it are one mistake, the words that tell it another.
  expect(foundIn({ sme: 120_000_000 })).toEqual([['procurement-sme'], 2, []]);
  expect(foundIn({ code: 'C16010000' })).toEqual([[], 1, ['procurement[0].code']]);
});

test('of several findings of one target the gravest is told', () => {
  const [first, ...others] = EXAMPLE.projects;
  const indicators = first!.indicators.map((each) =>
    each.level3 === '系统可用率' ? { ...each, target: '≥120%' } : each,
  );
  const ledger: Ledger = { ...EXAMPLE, projects: [{ ...first!, indicators }, ...others] };
  const { disclosure, problems } = discloseLedger(ledger, templateById('hebei-2023')!);
  const { findings } = checkDisclosures([disclosure]);
  expect(findings.map(({ rule }) => rule)).toEqual(['target-impossible', 'target-conflict']);
  expect(notToldBefore(findings, problems, ledger).map(({ rule }) => rule)).toEqual(['target-impossible']);
});

test('a year that is over is told by the clock alone; of accounts one that is not', () => {
  const codes = (year: number, stage: NonNullable<Ledger['stage']>, thisYear: number) =>
    yearProblems({ ...EXAMPLE, year, stage }, thisYear).map(({ code, path }) => `${code} ${path}`);
  expect(codes(2025, 'budget', 2026)).toEqual(['year-past year']);
  expect(codes(2026, 'budget', 2026)).toEqual([]);
  expect(codes(2027, 'budget', 2026)).toEqual([]);
  expect(codes(2026, 'final-accounts', 2026)).toEqual(['year-past year']);
  expect(codes(2025, 'final-accounts', 2026)).toEqual([]);
});
