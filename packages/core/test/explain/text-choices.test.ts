/** The names that the sheet of texts offers: of the agency's level, and all of them understood when they are read back. */
import { expect, test } from 'vitest';
import { textChoices } from '../../src/explain/text-choices.ts';
import { bundled } from '../../src/jurisdictions/bundled.ts';
import { labelsOf } from '../../src/ledger/labels.ts';
import { templateById } from '../../src/templates/index.ts';

const named = (id: string, level: 'unit' | 'department') =>
  textChoices(templateById(id)!, { name: '某局', level }, 2026, bundled());

test('a section that is told of departments only is offered to them only', () => {
  expect(named('national-budget-2021', 'unit')).toContain('预算单位构成');
  expect(named('national-budget-2021', 'unit')).not.toContain('部门预算单位构成');
  expect(named('national-budget-2021', 'department')).toContain('部门预算单位构成');
  expect(named('national-budget-2021', 'department')).not.toContain('预算单位构成');
});

test.each(bundled().templates.map(({ id }) => id))('%s: what is offered is understood', (id) => {
  const { text } = labelsOf(bundled(), 2026);
  for (const level of ['unit', 'department'] as const) {
    const choices = named(id, level);
    expect(choices.length).toBeGreaterThan(3);
    expect(choices.filter((each) => text.from(each) === undefined || /[{}]/.test(each))).toEqual([]);
  }
});
