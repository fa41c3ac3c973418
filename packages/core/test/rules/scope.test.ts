/** A rule runs where its scope says, and nowhere else; what a document does not tell excludes nothing. */
import { expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import type { ReadRule } from '../../src/rules/rule.ts';
import { EVERYWHERE, isInScope, type Scope } from '../../src/rules/scope.ts';
import { CASES } from './cases.ts';
import { doc } from './make.ts';

/** Reports every document it is run on. */
const always = (scope: Scope): ReadRule => ({
  phase: 'read',
  id: 'always',
  title: '每份都报',
  group: '试验',
  scope,
  basis: [],
  severity: 'notice',
  sure: '供参考',
  check: '',
  run: () => [{ rule: 'always', severity: 'notice', message: '到了', evidence: [] }],
});

function runs(scope: Scope, document: Partial<Disclosure>): boolean {
  const own = { families: [], rules: [always(scope)], severities: new Map(), off: new Map() };
  const { findings } = checkDisclosures([doc(document)], { own });
  return findings.some(({ rule }) => rule === 'always');
}

const HEBEI = { region: { code: '130102', name: '长安区' } };

it.each<[scope: Scope, document: Partial<Disclosure>, runs: boolean]>([
  [EVERYWHERE, {}, true],
  [{ kinds: ['budget'] }, { stage: 'budget' }, true],
  [{ kinds: ['budget'] }, { stage: 'final-accounts' }, false],
  [{ years: { from: 2024 } }, { year: 2024 }, true],
  [{ years: { from: 2024 } }, { year: 2023 }, false],
  [{ years: { until: 2022 } }, { year: 2022 }, true],
  [{ years: { until: 2022 } }, { year: 2023 }, false],
  [{ regions: ['31', '13'] }, HEBEI, true],
  [{ regions: ['31'] }, HEBEI, false],
  [{ template: 'known' }, { template: 'unknown' }, false],
  [{ template: 'unknown' }, { template: 'unknown' }, true],
])('%j of %j: %s', (scope, document, expected) => {
  expect(runs(scope, document)).toBe(expected);
});

it('an unknown year and an unknown region exclude nothing', () => {
  const { year, ...undated } = doc();
  const scope: Scope = { years: { from: 2024, until: 2025 }, regions: ['31'] };
  expect(year).toBeDefined();
  expect(isInScope(scope, undated)).toBe(true);
  const own = { families: [], rules: [always(scope)], severities: new Map(), off: new Map() };
  expect(checkDisclosures([undated], { own }).findings.map(({ rule }) => rule)).toEqual(['always']);
});

/** The register's own scopes, where a rule has cases: the firing one told of another kind or year is silent. */
it.each<[rule: string, elsewhere: Partial<Disclosure>]>([
  ['fund-flow', { stage: 'budget' }],
  ['revenue-expenditure-by-code', { stage: 'final-accounts' }],
  ['contribution-pairs', { year: 2017 }],
  ['procurement-sme', { year: 2019 }],
])('%s does not run on %j', (rule, elsewhere) => {
  const documents = [CASES[rule]!.fires].flat() as Disclosure[];
  const moved = documents.map((document) => ({ ...document, ...elsewhere }));
  const undated = documents.map(({ year: _, ...document }) => document);
  const rules = (checked: readonly Disclosure[]) => checkDisclosures(checked).findings.map((finding) => finding.rule);
  expect(rules(moved)).not.toContain(rule);
  expect(rules(undated)).toContain(rule);
});
