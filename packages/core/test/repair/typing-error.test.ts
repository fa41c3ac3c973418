import { expect, it } from 'vitest';
import { typingError } from '../../src/repair/localise.ts';

it.each([
  ['36.27', '63.27', 'swapped-digits'],
  ['63.27', '63.27', undefined],
  ['632.70', '63.27', 'shifted-point'],
  ['6.33', '63.27', undefined],
  ['-63.27', '63.27', 'wrong-sign'],
  ['3.27', '63.27', 'dropped-digit'],
  ['663.27', '63.27', 'added-digit'],
  ['63.77', '63.27', 'wrong-digit'],
  ['0.00', '63.27', undefined],
])('%s for %s: %s', (printed, intended, slip) => expect(typingError(printed, intended)).toBe(slip));
