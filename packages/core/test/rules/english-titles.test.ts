import { expect, it } from 'vitest';
import { englishTitleOf, titledRules } from '../../src/rules/english-titles.ts';
import { RULES } from '../../src/rules/register.ts';

it('every rule has an English title of its own, and no title is left over', () => {
  expect([...titledRules()].sort()).toEqual(RULES.map(({ id }) => id).sort());
  expect(new Set(titledRules().map(englishTitleOf)).size).toBe(RULES.length);
  expect(RULES.filter(({ id }) => /[\u4e00-\u9fff]/.test(englishTitleOf(id)!)).map(({ id }) => id)).toEqual([]);
});
