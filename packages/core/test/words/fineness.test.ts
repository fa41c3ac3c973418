import { expect, it } from 'vitest';
import { asFineAsOthers } from '../../src/words/fineness.ts';
import type { Mention } from '../../src/words/mention.ts';

const amounts = (...texts: string[]) =>
  texts.map(
    (text): Mention => ({
      quantity: 'expenditure[total].total',
      aspect: 'level',
      printed: { kind: 'amount', fen: 0, step: 1_000_000 / 10 ** (text.split('.')[1]?.length ?? 0), unit: '万元' },
      negative: false,
      name: '支出',
      topic: '',
      named: true,
      place: { section: 0, paragraph: 0, start: 0, end: 0, text: `支出${text}万元`, origin: {} },
    }),
  );

const stepOf = (texts: readonly string[]) =>
  asFineAsOthers(amounts(...texts)).map(({ printed }) => (printed.kind === 'amount' ? printed.step : 0));

const TRIMMED = ['3.4', '8.5', '623.63', '34.44', '280.65', '308.54', '781.5', '4.5', '12'];

it.each<[string, readonly string[], number, number]>([
  ['zeros are trimmed: 3.4 is 3.40', TRIMMED, 0, 10_000],
  ['and 12 is 12.00', TRIMMED, 8, 10_000],
  ['zeros are printed: 12 may be rounded', ['3.40', ...TRIMMED.slice(1)], 8, 1_000_000],
  ['too few figures to tell', TRIMMED.slice(0, 5), 0, 100_000],
])('%s', (_, texts, at, step) => expect(stepOf(texts)[at]).toBe(step));
