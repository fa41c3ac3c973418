import { describe, expect, it } from 'vitest';
import { checkDisclosures } from '../../src/check.ts';
import { doc, table } from './make.ts';

const money = (hundredths: number) => (hundredths / 100).toFixed(2);

/** Forty sections of three items each; the sections of `off` are off by a hundredth. */
function sums(off: number) {
  const rows = Array.from({ length: 40 }, (_, s) => {
    const section = `20${String(1 + (s % 5))}${String(10 + s)}`;
    const items = [1011 + 13 * s, 2023 + 7 * s, 3037 + 17 * s];
    const sum = items.reduce((all, each) => all + each, 0) + (s < off ? 1 : 0);
    const item = (end: string, i: number) => `${section}${end} 项 ${money(items[i]!)}`;
    return [`${section} 款 ${money(sum)}`, item('01', 0), item('02', 1), item('99', 2)].join('\n');
  });
  return doc(table('general-public', 'total', rows.join('\n')));
}

const found = (off: number) =>
  checkDisclosures([sums(off)])
    .findings.filter(({ rule }) => rule === 'class-sums')
    .map(({ severity, message }) => `${severity} ${/分毫不差/.test(message)}`);

describe('a difference that rounding would explain', () => {
  it('is told mildly where all other sums of the document are exact', () => expect(found(1)).toEqual(['warning true']));
  it('is rounding where other sums are off too', () => expect(found(8)).toEqual([]));
  it('is nothing where there is none', () => expect(found(0)).toEqual([]));
});
