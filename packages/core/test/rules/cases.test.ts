import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import { RULES } from '../../src/rules/register.ts';
import { CASES } from './cases.ts';

const rulesOf = (documents: Disclosure | readonly Disclosure[]) =>
  checkDisclosures([documents].flat() as Disclosure[]).findings.map((finding) => finding.rule);

it('every case is of a rule', () => {
  const ids = RULES.map(({ id }) => id);
  expect(Object.keys(CASES).filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(Object.entries(CASES))('%s', (rule, { fires, silent }) => {
  it('fires, alone', () => expect(rulesOf(fires)).toEqual([rule]));
  it.each(silent.map((documents, i) => [i + 1, documents] as const))('stays silent (%i)', (_, documents) => {
    expect(rulesOf(documents)).toEqual([]);
  });
});
