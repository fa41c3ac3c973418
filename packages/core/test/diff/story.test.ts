import { expect, it } from 'vitest';
import type { DiffLine } from '../../src/diff/lines.ts';
import { comparable, staleSentences, toldOnce } from '../../src/diff/story.ts';
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
      agency: { name: '甲局', level: 'unit' },
      year,
      stage: 'budget',
      explanation: [{ title: '', text: '', paragraphs: texts.map((text) => ({ text, origin: {} })), origin: {} }],
    }) as unknown as Disclosure;
  const a = of(2025, '公务接待费1.20万元，与上年持平。因公出国费0万元。负责统计工作。');
  const b = of(2026, '公务接待费1.20万元，与上年持平。因公出国费0万元。负责统计工作。');
  expect(staleSentences(a, b)).toEqual(['公务接待费1.20万元，与上年持平']);
  expect(staleSentences(a, of(2025, '公务接待费1.20万元，与上年持平。'))).toEqual([]);
  expect(staleSentences(a, { ...b, agency: { name: '乙局', level: 'unit' } })).toEqual([]);
});

it('a budget against its accounts: what only one prints is no change, and “三公” is compared however it is printed', () => {
  const cell = (fen: number) => ({ fen, text: String(fen / 1_000_000), origin: {} });
  const publics = (columns: readonly string[], rows: readonly object[]) =>
    ({
      year: 2025,
      stage: 'budget',
      tables: [],
      statements: [
        { form: 'three-publics', title: '', unit: '万元', columns: columns.map((id) => ({ id })), rows, origin: {} },
      ],
    }) as unknown as Disclosure;
  const item = (key: string, label: string, fen: number) => ({ key, label, cells: { total: cell(fen) }, origin: {} });
  const byItem = publics(['total'], [item('total', '合计', 5_000_000), item('公务接待费', '公务接待费', 5_000_000)]);
  const inOneRow = publics(
    ['total', 'hospitality'],
    [{ key: 'total', label: '合计', cells: { total: cell(4_000_000), hospitality: cell(4_000_000) }, origin: {} }],
  );
  const lines = [line('procurement', 'total', 3, 0), line('three-publics', '公务接待费', 5_000_000, 0)];
  const budget = {
    ...byItem,
    tables: [{ form: 'procurement', title: '', rows: [], origin: {} }],
  } as unknown as Disclosure;
  const told = comparable(lines, budget, inOneRow);
  expect(told.map(({ label, columnName, before, after }) => [label, columnName, before, after])).toEqual([
    ['“三公”经费', '合计', 5_000_000, 4_000_000],
    ['公务接待费', '合计', 5_000_000, 4_000_000],
  ]);
});

it('what is new or gone is told by its whole alone', () => {
  const of = (column: string, status: DiffLine['status']) => ({ ...line('procurement', '甲', 0, 5), column, status });
  expect(toldOnce([of('total', 'added'), { ...of('unit-price', 'added'), after: 3, change: 3 }])).toHaveLength(1);
  expect(toldOnce([of('total', 'changed'), { ...of('unit-price', 'changed'), after: 3, change: 3 }])).toHaveLength(2);
});
