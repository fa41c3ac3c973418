/** Where the lines that people look for are said to stand. */
import type { Disclosure, Row } from '@mingsuan/core/disclosure';
import { expect, it } from 'vitest';
import { linesOf } from '../src/projection/lines.ts';

const row = (key: string, wan: number, unit?: string): Row => ({
  key,
  label: key,
  cells: { total: { fen: wan * 1_000_000, text: `${wan}.00`, origin: { line: wan } } },
  origin: { line: wan },
  ...(unit === undefined ? {} : { unit }),
});

const placesOf = (rows: readonly Row[]) => {
  const statement = { form: 'expenditure', title: '', unit: '万元', columns: [{ id: 'total' }], rows, origin: {} };
  const disclosure = { year: 2026, stage: 'budget', statements: [statement], tables: [], explanation: [] };
  return linesOf(disclosure as unknown as Disclosure, []).map(({ key, fen, place }) => [key, fen / 1_000_000, place]);
};

it('a figure stands where it is printed; a sum over units is printed nowhere', () => {
  expect(
    placesOf([row('total', 9), row('2080505', 3, '本级'), row('2080505', 4, '中心'), row('2101101', 2, '中心')]),
  ).toEqual([
    ['2080505', 7, { form: 'expenditure' }],
    ['2101101', 2, { form: 'expenditure', text: '2.00', origin: { line: 2 } }],
  ]);
});
