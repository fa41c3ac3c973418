import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsOf, formatAmount, MONEY_UNITS, type MoneyUnit, parseAmount, printingStep } from '../src/money.ts';

describe('parseAmount', () => {
  it.each<[string, MoneyUnit, number | undefined]>([
    ['4279.86', '万元', 4_279_860_000],
    ['121.783', '万元', 121_783_000],
    ['371,514,655.00', '元', 37_151_465_500],
    ['1,672, 672.44', '元', 167_267_244],
    ['1947.0 0', '万元', 1_947_000_000],
    ['－3.5', '元', -350],
    ['(12.50)', '元', -1250],
    ['.5', '元', 50],
    ['0.00', '元', 0],
    ['-0', '元', 0],
    ['１２', '元', 1200],
    ['1.005', '元', 101],
    ['0.1', '亿元', 1_000_000_000],
    ['1.0000004', '万元', 1_000_000],
    ['1.0000005', '万元', 1_000_001],
    ['', '元', undefined],
    ['—', '元', undefined],
    ['12a', '元', undefined],
    ['1.2.3', '元', undefined],
    ['99999999999999999', '元', undefined],
    ['36.20①', '万元', 36_200_000],
    ['36.20²', '万元', 36_200_000],
    ['*36.20', '万元', 36_200_000],
    ['36①20', '元', undefined],
    ['3²', '元', 300],
    ['①', '元', undefined],
    ['⑵', '元', undefined],
    ['36,20', '万元', undefined],
    ['36，20', '万元', undefined],
    ['1,2345.67', '元', undefined],
    ['1.234,56', '元', undefined],
    ['1,23,456.00', '元', undefined],
    ['100.00 200', '元', undefined],
    ['12 34', '元', undefined],
    ['100\n200', '元', undefined],
    ['5 3 3 . 8 5', '元', 53_385],
    ['1 234 567.80', '元', 123_456_780],
    ["1'234.50", '元', 123_450],
    ['（1，234.50）', '元', -123_450],
    ['¥ 1,234.50', '元', 123_450],
    ['12.5', '千元', 1_250_000],
    ['12.5', '百元', 125_000],
  ])('%s %s', (text, unit, fen) => expect(parseAmount(text, unit)?.fen).toBe(fen));

  it('reads back what formatAmount prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.constantFrom(...MONEY_UNITS), (fen, unit) => {
        expect(parseAmount(formatAmount(fen, unit), unit)?.fen).toBe(fen);
      }),
    );
  });
});

it.each<[MoneyUnit, number, number]>([
  ['万元', 2, 10_000],
  ['元', 2, 1],
  ['元', 4, 1],
  ['万元', 0, 1_000_000],
])('the last printed digit of %s with %i decimals is %i fen', (unit, decimals, step) =>
  expect(printingStep(unit, decimals)).toBe(step),
);

it.each([
  ['121.783', 3],
  ['50', 0],
  ['1,947.0 0', 2],
])('%s has %i decimals', (text, decimals) => expect(decimalsOf(text)).toBe(decimals));

describe('digits are never altered', () => {
  it.each([
    ['36.20①', 362000_00],
    ['36.20²', 362000_00],
    ['1,234.56', 12345600_00],
    ['4 279', 42790000_00],
  ])('%s is read without its mark or grouping', (text, fen) => {
    expect(parseAmount(text, '万元')?.fen).toBe(fen);
  });
  it.each(['36,20', '1,2345.67', '100 200 3', '36.20 1', '3①6.20', '1.2.3'])('%s is no number', (text) => {
    expect(parseAmount(text, '万元')).toBeUndefined();
  });
});
