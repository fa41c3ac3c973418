import { expect, it } from 'vitest';
import { DocumentContext } from '../../src/rules/context.ts';
import { WORD_FIGURE_RULES } from '../../src/rules/words/word-figures.ts';
import { asFineAsOthers, usualStepOf } from '../../src/words/fineness.ts';
import type { Mention } from '../../src/words/mention.ts';
import { saying } from './make-words.ts';

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

it.each<[string, readonly string[], number]>([
  [
    'one short quotient among ten is trimmed',
    ['6.49', '7.19', '4.76', '72.38', '27.62', '77.35', '13.26', '4.4'],
    0.01,
  ],
  ['several are rounded', ['6.49', '7.19', '4.76', '72.4', '27.6', '77.4', '13.3', '4.4'], 0.1],
])('a percent with one decimal: %s', (_, texts, step) => {
  const percents = amounts(...texts).map(
    (mention, i): Mention => ({
      ...mention,
      printed: {
        kind: 'percent',
        value: Number(texts[i]),
        step: i < 3 ? 0.01 : 10 ** -texts[i]!.split('.')[1]!.length,
        unit: '%',
      },
    }),
  );
  const last = asFineAsOthers(percents).at(-1)!.printed;
  expect(last.kind === 'percent' && last.step).toBe(step);
});

it.each<[string, readonly string[], number]>([
  ['whole 万元 throughout', ['3', '8', '623', '34', '280', '308', '781', '4'], 1_000_000],
  [
    'one finer among many whole ones is an exception',
    [...Array.from({ length: 40 }, (_, i) => `${i + 1}`), '3.45'],
    1_000_000,
  ],
  ['tenths throughout', ['3.4', '8.5', '623.6', '34.4', '280.6', '308.5', '781.5', '4'], 100_000],
  ['hundredths', TRIMMED, 10_000],
  ['zeros tell nothing', ['0', '0', '0', '0', '0', '0', '0', '12'], 10_000],
  ['too few to tell', ['3', '8', '623'], 10_000],
])('the last digit that is usual: %s', (_, texts, step) => expect(usualStepOf(amounts(...texts))).toBe(step));

const PARTS = (sum: string) => [
  '2026年机关运行经费77万元，培训费30万元，会议费47万元。',
  `2026年政府采购预算总额${sum}万元，其中：政府采购货物预算487万元、政府采购工程预算20万元、政府采购服务预算226万元。`,
  '2026年“三公”经费预算12万元，其中：因公出国（境）费3万元、公务接待费4万元、公务用车购置及运行费5万元。',
];

it.each<[string, readonly string[], number]>([
  ['off by a rounding where all is whole', PARTS('732'), 0],
  ['off by more', PARTS('720'), 1],
  [
    'off by a whole 万元 where others have decimals',
    [...PARTS('732'), '2026年支出预算820.35万元，收入预算820.35万元，人员经费30.27万元。'],
    1,
  ],
])('sums in words %s', (_, paragraphs, count) => {
  const document = new DocumentContext(saying(paragraphs));
  const findings = WORD_FIGURE_RULES.flatMap((rule) => rule.run(document));
  expect(findings.filter(({ rule }) => rule === 'words-parts')).toHaveLength(count);
});
