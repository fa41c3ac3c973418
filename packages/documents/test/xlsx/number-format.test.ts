import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInFormat } from '../../src/xlsx/built-in-formats.ts';
import { numberFormat } from '../../src/xlsx/number-format.ts';

const ACCOUNTING = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ';

describe('what a number shows', () => {
  test.each([
    ['General', 1507.56, '1507.56'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 123456789.12, '123456789.12'],
    ['General', 2010301, '2010301'],
    ['General', 1 / 3, '0.333333333'],
    ['G/通用格式', -12.5, '-12.5'],
    ['0.00', 1.005, '1.01'],
    ['0.00', 2.675, '2.68'],
    ['0.00', -2.675, '-2.68'],
    ['0', 0.5, '1'],
    ['0.00', 12.340000000000002, '12.34'],
    ['#,##0.00', 1234567.5, '1,234,567.50'],
    ['#,##0.00', -0.001, '0.00'],
    ['#,##0.00_);[Red](#,##0.00)', -1234.5, '(1,234.50)'],
    [ACCOUNTING, 1234.5, '1,234.50'],
    [ACCOUNTING, -1234.5, '-1,234.50'],
    [ACCOUNTING, 0, '-'],
    ['#,##0.00;-#,##0.00;;@', 0, ''],
    [';;;', 5, ''],
    ['#.##', 0.5, '.5'],
    ['0.##', 12, '12.'],
    ['00', 3, '03'],
    ['0000000', 2010301, '2010301'],
    ['0.00%', 0.1234, '12.34%'],
    ['0.00,', 12345, '12.35'],
    ['#,##0.00,,', 1234500000, '1,234.50'],
    ['0!.0,"万"', 123456, '12.3万'],
    ['0.00"万元"', 12.5, '12.50万元'],
    ['[$¥-804]#,##0.00', 1.5, '¥1.50'],
    ['[>=10000]0.0,"千";0', 25000, '25.0千'],
    ['[>=10000]0.0,"千";0', 25, '25'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['@', 201, '201'],
    ['"无"', 0, '无'],
  ])('%s of %d is %s', (code, value, text) => expect(numberFormat(code).number(value)).toBe(text));

  test.each([
    [14, 45292, false, '2024/1/1'],
    [31, 45292, false, '2024年1月1日'],
    [31, 43830, true, '2024年1月1日'],
    [14, 59, false, '1900/2/28'],
    [14, 61, false, '1900/3/1'],
    [20, 0.75, false, '18:00'],
    [46, 1.5, false, '36:00:00'],
    [22, 45292.5, false, '2024/1/1 12:00'],
    [14, -1, false, '-1'],
  ])('the built-in format %d of %d', (id, value, is1904, text) =>
    expect(numberFormat(builtInFormat(id), is1904).number(value)).toBe(text),
  );

  test('any amount in fen keeps its fen, grouped or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
        const digits = String(Math.abs(fen)).padStart(3, '0');
        const plain = `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(numberFormat('0.00').number(fen / 100)).toBe(plain);
        expect(
          numberFormat('#,##0.00')
            .number(fen / 100)
            .replaceAll(',', ''),
        ).toBe(plain);
        expect(Number(numberFormat('General').number(fen / 100))).toBe(fen / 100);
      }),
    );
  });
});

test.each([
  ['General', '部门', '部门'],
  [ACCOUNTING, '部门', '部门'],
  ['@"（小计）"', '部门', '部门（小计）'],
  ['0;0;0;', '部门', ''],
])('%s of a text', (code, value, text) => expect(numberFormat(code).text(value)).toBe(text));
