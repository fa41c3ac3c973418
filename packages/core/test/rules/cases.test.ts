import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import type { Disclosure } from '../../src/disclosure.ts';
import { CODE_NAME } from '../../src/rules/codes/code-names.ts';
import { RULES } from '../../src/rules/register.ts';
import type { AnyRule } from '../../src/rules/rule.ts';
import { STRUCTURE_RULES } from '../../src/rules/structure/table-structure.ts';
import { TOLD_EMPTY } from '../../src/rules/structure/told-empty.ts';
import { CASES } from './cases.ts';

const rulesOf = (documents: Disclosure | readonly Disclosure[]) =>
  checkDisclosures([documents].flat() as Disclosure[]).findings.map((finding) => finding.rule);

/** Rules of the words, of the records beside the tables and of the year before have their cases in tests of their own. */
const ofTables = ({ id, phase }: AnyRule) =>
  (phase !== 'read' && phase !== 'relate') ||
  [CODE_NAME.id, TOLD_EMPTY.id].includes(id) ||
  STRUCTURE_RULES.some((rule) => rule.id === id);

it('every equation and every rule of tables and codes has a case that fires and one that stays silent', () => {
  expect(Object.keys(CASES).sort()).toEqual(
    RULES.filter(ofTables)
      .map(({ id }) => id)
      .sort(),
  );
  expect(Object.values(CASES).filter(({ silent }) => silent.length === 0)).toEqual([]);
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

describe.each(Object.entries(CASES))('%s', (rule, { fires, silent }) => {
  it('fires, alone', () => expect(rulesOf(fires)).toEqual([rule]));
  it.each(silent.map((documents, i) => [i + 1, documents] as const))('stays silent (%i)', (_, documents) => {
    expect(rulesOf(documents)).toEqual([]);
  });
});
