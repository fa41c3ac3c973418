import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULES_DOC, renderRules } from '../../../../scripts/rules-doc.ts';

it('docs/rules.md says what the rules are', () => {
  expect(readFileSync(RULES_DOC, 'utf8') === renderRules(), 'docs/rules.md is out of date: run `npm run docs`').toBe(
    true,
  );
});
