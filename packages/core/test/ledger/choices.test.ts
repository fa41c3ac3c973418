import { expect, test } from 'vitest';
import { bundled } from '../../src/jurisdictions/index.ts';
import { choicesOf } from '../../src/ledger/choices.ts';
import { contextOf } from '../../src/ledger/sheet-texts.ts';
import type { LabelOf } from '../../src/ledger/sheets.ts';
import { templateById } from '../../src/templates/index.ts';

const jurisdictions = bundled();
const context = contextOf({ year: 2026 }, jurisdictions);
const agency = { name: '某局', level: 'unit' } as const;
const choices = (of: LabelOf, id?: string) =>
  choicesOf({ is: 'label', of }, context, id ? { template: templateById(id)!, agency, jurisdictions } : undefined);

test.each<LabelOf>(['quantity', 'count', 'area'])('%s: what the place asks for, and all that without one', (of) => {
  const [own, all] = [choices(of, 'shanghai-2026'), choices(of)];
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(all.length);
  expect(all).toEqual(expect.arrayContaining([...own]));
});

test('where a place asks for nothing of a kind, all are there', () => {
  expect(choices('count', 'hebei-2023')).toEqual(choices('count'));
});

test('texts are those of one place, sections among them', () => {
  expect(choices('text', 'hebei-2023')).not.toEqual(choices('text', 'shanghai-2026'));
  expect(choices('text', 'hebei-2023').some((text) => text.includes('政府采购'))).toBe(true);
});
