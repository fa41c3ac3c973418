/** write ∘ read = identity, for every pattern. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeOf,
  fenOf,
  type Mention,
  parsePattern,
  readMentions,
  TOPICS,
  type Written,
  writeSentence,
} from '../../src/words/index.ts';
import type { Node } from '../../src/words/pattern.ts';
import { doc } from '../rules/make.ts';
import { section } from './make-words.ts';

const AGENCY = { name: '上海市某区司法局', level: 'department' } as const;
const ITEM = { code: '2040601', text: '公共安全支出（204类）司法（06款）行政运行（01项）' };
const CLASS = { code: '201', text: '一般公共服务支出（类）' };
const COUNTED = /^(?:performance\[projects\]|vehicles|equipment)/;

/** Keys of all figures of a pattern, with `it` resolved as the writer does. */
function keys(nodes: readonly Node[], it = ''): { keys: string[]; it: string } {
  const found: string[] = [];
  let subject = it;
  for (const node of nodes) {
    if (node.kind === 'word' && node.name === 'item') subject = `expenditure[${ITEM.code}].total`;
    if (node.kind === 'word' && node.name === 'class') subject = `general-public[${CLASS.code}].total`;
    if (node.kind === 'figure') {
      subject = node.quantity === 'it' ? subject : node.quantity;
      found.push(node.aspect === 'level' ? subject : `${subject}:${node.aspect}`);
    }
    if (node.kind === 'optional') {
      const inner = keys(node.nodes, subject);
      found.push(...inner.keys);
      subject = inner.it;
    }
  }
  return { keys: [...new Set(found)], it: subject };
}

const fen = fc.integer({ min: 0, max: 99_999_999 }).map((n) => n * 10_000);
const hundredths = fc.integer({ min: 1, max: 99_999 });
const signs = fc.constantFrom(1, -1);

function figure(key: string): fc.Arbitrary<Written> {
  if (key.endsWith(':order'))
    return fc.constantFrom('up', 'down', 'flat').map((direction) => ({ direction }) as Written);
  if (key.endsWith(':percent')) return fc.tuple(hundredths, signs).map(([n, sign]) => ({ percent: (n * sign) / 100 }));
  if (/:(?:share|completion)$/.test(key)) return hundredths.map((n) => ({ percent: n / 100 }));
  if (key.endsWith(':change')) return fc.tuple(fen, signs).map(([n, sign]) => ({ fen: n === 0 ? 0 : n * sign }));
  if (COUNTED.test(key)) return fc.nat(999).map((count) => ({ count }));
  return fen.map((n) => ({ fen: n }));
}

/** A mention as the figure it would be written from. */
function figureOf(mention: Mention): Written {
  const { printed, aspect, direction } = mention;
  if (aspect === 'order') return { direction: direction! };
  if (aspect === 'change') return { fen: changeOf(mention)! };
  if (printed.kind === 'percent')
    return { percent: aspect === 'percent' && direction === 'down' ? -printed.value : printed.value };
  if (printed.kind === 'count') return { count: printed.value };
  return { fen: fenOf(mention)! };
}

const keyOf = ({ quantity, aspect }: Mention) => (aspect === 'level' ? quantity : `${quantity}:${aspect}`);

describe.each(TOPICS.map((topic) => [topic.id, topic] as const))('%s', (_id, topic) => {
  it.each(topic.sentences.map((source, i) => [i + 1, source] as const))('sentence %i', (_, source) => {
    const pattern = parsePattern(source);
    const slots = keys(pattern.nodes).keys;
    const figures = fc.record(Object.fromEntries(slots.map((key) => [key, figure(key)])));
    fc.assert(
      fc.property(figures, (given) => {
        const written = writeSentence(pattern, {
          year: 2026,
          agency: AGENCY.name,
          item: ITEM,
          class: CLASS,
          figures: new Map(Object.entries(given)),
        });
        if (!('text' in written)) throw new Error(`missing ${written.missing.join(' ')}`);
        const heading =
          {
            revenue: '收入说明',
            expenditure: '支出说明',
            basic: '基本支出决算情况说明',
            meetings: '会议费、培训费情况说明',
          }[topic.id] ?? '';
        // 年初预算 is another figure than the budget in final accounts only.
        const stage = source.includes(':initial') ? 'final-accounts' : 'budget';
        const mentions = readMentions(
          doc({ agency: AGENCY, year: 2026, stage, explanation: [section(heading, written.text)] }),
        );
        const read = Object.fromEntries(mentions.map((mention) => [keyOf(mention), figureOf(mention)]));
        expect(read, written.text).toEqual(given);
      }),
      { numRuns: 25 },
    );
  });
});

it('says which figures are missing', () => {
  const pattern = parsePattern('{year}年收入预算{balance[收入总计]}万元[，比{base}{it:change}]。');
  const none = { year: 2026, agency: '某局', figures: new Map() };
  expect(writeSentence(pattern, none)).toEqual({ missing: ['balance[收入总计]'] });
  const one = { ...none, figures: new Map([['balance[收入总计]', { fen: 123_450_000 }]]) };
  expect(writeSentence(pattern, one)).toMatchObject({ text: '2026年收入预算123.45万元。' });
});
