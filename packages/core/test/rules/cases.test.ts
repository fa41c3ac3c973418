import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import { RULE_IDS } from '../../src/rules/catalogue.ts';
import { CASES } from './cases.ts';

const rulesOf = (documents: Disclosure | readonly Disclosure[]) =>
  checkDisclosures([documents].flat() as Disclosure[]).findings.map((finding) => finding.rule);

it('every rule has a case that fires and one that stays silent', () => {
  expect(Object.keys(CASES).sort()).toEqual([...RULE_IDS].sort());
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
});

describe.each(Object.entries(CASES))('%s', (rule, { fires, silent }) => {
  it('fires, alone', () => expect(rulesOf(fires)).toEqual([rule]));
  it.each(silent.map((documents, i) => [i + 1, documents] as const))('stays silent (%i)', (_, documents) => {
    expect(rulesOf(documents)).toEqual([]);
  });
});
