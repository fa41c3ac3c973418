import { expect, it } from 'vitest';
import { fenPerUnit } from '../../src/money.ts';
import { fitOf } from '../../src/rules/words/against-tables.ts';

const wan = (amount: number) => Math.round(amount * fenPerUnit('万元'));

/** How far words may be from a table: half the last digit of each, and not a fen more. */
it.each<[what: string, words: number, wordStep: number, table: number, tableStep: number, fit: string]>([
  ['the same', wan(12.34), wan(0.01), wan(12.34), wan(0.01), 'equal'],
  ['half a digit of the words off', wan(12.34), wan(0.01), wan(12.345), 1, 'equal'],
  ['a fen more than both halves', wan(12.34), wan(0.01), wan(12.345) + 2, 1, 'rounded'],
  ['a whole digit of the words, beside a table in 元', wan(12.34), wan(0.01), wan(12.35), 100, 'rounded'],
  ['two digits', wan(12.34), wan(0.01), wan(12.36), wan(0.01), 'differs'],
  ['a last digit cut off', wan(12.3), wan(0.1), wan(12.37), wan(0.01), 'rounded'],
  ['a short figure stands for one with zeros', wan(12), wan(1), wan(12.4), wan(0.01), 'rounded'],
  ['亿元 to two decimals is rounded on purpose', wan(12_300), wan(100), wan(12_349), wan(0.01), 'equal'],
])('%s', (_, words, wordStep, table, tableStep, fit) => expect(fitOf(words, wordStep, table, tableStep)).toBe(fit));

it('words that are rounded throughout are as far off as that', () => {
  expect(fitOf(wan(12), wan(1), wan(12.4), wan(0.01), wan(1))).toBe('equal');
  expect(fitOf(wan(12), wan(1), wan(12.6), wan(0.01), wan(1))).toBe('rounded');
  expect(fitOf(wan(12), wan(1), wan(13.6), wan(0.01), wan(1))).toBe('differs');
});
