import type { Finding } from '@mingsuan/core/finding';
import { matchRounds } from '@mingsuan/core/review/match-rounds';
import { expect, it } from 'vitest';

const at = (id: string, row: string, rule = 'total'): Finding => ({
  id,
  rule,
  severity: 'error',
  form: 'balance',
  message: `${row}不符`,
  evidence: [{ form: 'balance', row, column: 'amount', text: '1.00', origin: { page: 1 } }],
});
const words = (id: string, text: string): Finding => ({
  id,
  rule: 'text-doubled',
  severity: 'notice',
  message: text,
  evidence: [{ text, origin: { page: 2 } }],
});
const told = (before: readonly Finding[], after: readonly Finding[]) => {
  const { stays, gone, appeared } = matchRounds(before, after);
  return [stays.map((pair) => [pair.before.id, pair.after.id]), gone.map(({ id }) => id), appeared.map(({ id }) => id)];
};

it.each<[what: string, before: readonly Finding[], after: readonly Finding[], expected: unknown]>([
  ['the same is there still', [at('a', '208')], [at('a', '208')], [[['a', 'a']], [], []]],
  ['put right', [at('a', '208'), at('b', '210')], [at('b', '210')], [[['b', 'b']], ['a'], []]],
  ['changed, and wrong still at its place', [at('a', '208')], [at('c', '208')], [[['a', 'c']], [], []]],
  ['another rule at the place is new', [at('a', '208')], [at('c', '208', 'sum')], [[], ['a'], ['c']]],
  ['words with another figure', [words('a', '共3项意见意见')], [words('b', '共4项意见意见')], [[['a', 'b']], [], []]],
  [
    'two at one place are matched once each',
    [at('a', '208'), at('b', '208')],
    [at('c', '208')],
    [[['a', 'c']], ['b'], []],
  ],
  ['the same id goes before the place', [at('a', '208'), at('b', '208')], [at('b', '208')], [[['b', 'b']], ['a'], []]],
  ['nothing before', [], [at('a', '208')], [[], [], ['a']]],
])('%s', (_, before, after, expected) => expect(told(before, after)).toEqual(expected));
