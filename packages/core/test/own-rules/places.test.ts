/** The rules of a place's folder hold for its documents, beside the user's and before them. */
import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import { bundledSources, type Jurisdictions, loadJurisdictions } from '../../src/jurisdictions/index.ts';
import { NOWHERE } from '../../src/jurisdictions/source.ts';
import { placeRules, ruleFaultsOf } from '../../src/own-rules/of-jurisdiction.ts';
import { type OwnRules, parseOwnRules } from '../../src/own-rules/own-rules.ts';
import { doc } from '../rules/make.ts';

const folder = (id: string, files: Readonly<Record<string, unknown>>) => ({
  id,
  files: Object.entries(files).map(([name, data]) => ({ name, data, locate: NOWHERE })),
});

const TEMPLATE = { id: 'city-2026', name: '某市', extends: 'national-budget-2021', years: [2026] };
const loaded = loadJurisdictions([
  ...bundledSources,
  folder('province', {
    'profile.yaml': { name: '某省', region: '37', extends: 'national' },
    'rules.yaml': { phrases: { required: [{ text: '预算法', severity: 'notice' }] } },
  }),
  folder('city', {
    'profile.yaml': { name: '某市', region: '3706', extends: 'national' },
    'template-2026.yaml': TEMPLATE,
    'rules.yaml': { sections: { required: ['绩效'] }, severities: { 'section-绩效': 'error' } },
  }),
]);
if (!loaded.ok) throw new Error(loaded.errors[0]?.message);
const { jurisdictions } = loaded;

const told = (disclosure: Disclosure, own?: OwnRules, places: Jurisdictions = jurisdictions) =>
  checkDisclosures([disclosure], { jurisdictions: places, ...(own ? { own } : {}) })
    .findings.filter(({ rule }) => /^(?:section|required)-/.test(rule))
    .map(({ rule, severity }) => `${rule} ${severity}`);

const empty = doc({ explanation: [], template: 'unknown' });

it.each<[what: string, document: Partial<Disclosure>, rules: readonly string[]]>([
  ['its region', { region: { code: '370600', name: '烟台市' } }, ['section-绩效 error', 'required-预算法 notice']],
  ['the province’s other places', { region: { code: '370100', name: '济南市' } }, ['required-预算法 notice']],
  ['elsewhere', { region: { code: '310000', name: '上海市' }, template: 'city-2026' }, []],
  ['no region, its template', { template: 'city-2026' }, ['section-绩效 error']],
  ['no region, no template', {}, []],
])('%s', (_, document, rules) => {
  const { region: _own, ...nowhere } = empty;
  expect(told({ ...nowhere, ...document }).sort()).toEqual([...rules].sort());
});

const inCity = { ...empty, region: { code: '370600', name: '烟台市' } };

it('the user has the last word', () => {
  const own = parseOwnRules(
    {
      sections: { required: ['采购'] },
      severities: { 'section-绩效': 'notice' },
      off: [{ rule: 'required-预算法', reason: '本级不要求' }],
    },
    NOWHERE,
    placeRules(jurisdictions),
  );
  if (!own.ok) throw new Error(own.errors[0]?.message);
  expect(told(inCity, own.own).sort()).toEqual(['section-绩效 notice', 'section-采购 warning']);
});

const province = { 'rules.yaml': { phrases: { required: [{ id: 'sheng-1', text: '预算法' }] } } };
const withCity = (rules: object, region = '3706') =>
  loadJurisdictions([
    folder('city', { 'profile.yaml': { name: '某市', region, extends: 'national' }, 'rules.yaml': rules }),
    folder('province', { 'profile.yaml': { name: '某省', region: '37', extends: 'national' }, ...province }),
    ...bundledSources,
  ]);

describe('a place within another speaks of the wider one’s rules', () => {
  it.each<[what: string, rules: object, told: readonly string[]]>([
    ['off', { off: [{ rule: 'sheng-1', reason: '本市另有要求' }] }, []],
    ['another severity', { severities: { 'sheng-1': 'error' } }, ['sheng-1 error']],
    ['nothing', { sections: { required: ['一般'] } }, ['sheng-1 warning']],
  ])('%s', (_, rules, expected) => {
    const result = withCity(rules);
    if (!result.ok) throw new Error(result.errors[0]?.message);
    expect(ruleFaultsOf(result.jurisdictions)).toEqual([]);
    const found = checkDisclosures([inCity], { jurisdictions: result.jurisdictions }).findings;
    expect(found.filter(({ rule }) => rule === 'sheng-1').map((each) => `${each.rule} ${each.severity}`)).toEqual(
      expected,
    );
  });

  it.each<[what: string, rules: object, region: string, fault: RegExp]>([
    ['takes its id again', { phrases: { required: [{ id: 'sheng-1', text: '预算' }] } }, '3706', /是某省的规则的编号/],
    ['is no place within it', { severities: { 'sheng-1': 'error' } }, '3101', /没有编号为“sheng-1”的规则/],
  ])('a fault: %s', (_, rules, region, fault) => {
    const result = withCity(rules, region);
    if (!result.ok) throw new Error(result.errors[0]?.message);
    expect(ruleFaultsOf(result.jurisdictions).map(({ message }) => message)).toEqual([expect.stringMatching(fault)]);
  });
});
