import { expect, it } from 'vitest';
import { STATEMENTS } from '../../src/forms/index.ts';
import { STATEMENT_FORM_IDS } from '../../src/model/form-ids.ts';

it('every statement of the model has its form, and no other', () => {
  expect(STATEMENTS.map(({ id }) => id).sort()).toEqual([...STATEMENT_FORM_IDS].sort());
});
