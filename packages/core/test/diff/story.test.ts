import { expect, it } from 'vitest';
import type { DiffLine } from '../../src/diff/lines.ts';
import { staleSentences, toldOnce } from '../../src/diff/story.ts';
import type { Disclosure } from '../../src/disclosure.ts';

const line = (form: DiffLine['form'], key: string, before: number, after: number, label = key): DiffLine => ({
  form,
  formName: form,
  key,
  label,
  column: 'total',
  status: 'changed',
  before,
  after,
  change: after - before,
});

it('an item is told once, by the most detailed table that has its change', () => {
  const lines = [
    line('revenue', '2010301', 1, 3),
    line('expenditure', '2010301', 1, 3),
    line('general-public', '2010301', 1, 2),
    line('balance', '公务接待费', 4, 5),
  ];
  expect(toldOnce(lines)).toEqual(lines.slice(1));
});

it('a sentence with figures that two years share was copied on; nothing and words without figures may stay', () => {
  const of = (year: number, ...texts: string[]) =>
    ({
      year,
      stage: 'budget',
      explanation: [{ title: '', text: '', paragraphs: texts.map((text) => ({ text, origin: {} })), origin: {} }],
    }) as unknown as Disclosure;
  const a = of(2025, '公务接待费1.20万元，与上年持平。因公出国费0万元。负责统计工作。');
  const b = of(2026, '公务接待费1.20万元，与上年持平。因公出国费0万元。负责统计工作。');
  expect(staleSentences(a, b)).toEqual(['公务接待费1.20万元，与上年持平']);
  expect(staleSentences(a, of(2025, '公务接待费1.20万元，与上年持平。'))).toEqual([]);
});
