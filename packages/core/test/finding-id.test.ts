import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/finding.ts';
import { isFindingId, withIds } from '../src/finding-id.ts';

const subject = { agency: { code: '302', name: '某局', level: 'department' }, year: 2026, stage: 'budget' } as const;
const cell = { form: 'expenditure', row: '208', column: 'basic', text: '635.74', origin: { page: 3 } } as const;
const finding: Finding = {
  rule: 'expenditure-kinds',
  severity: 'error',
  form: 'expenditure',
  message: '合计不符',
  expected: 653_740_000,
  actual: 635_740_000,
  evidence: [cell],
};
const words: Finding = {
  rule: 'text-doubled',
  severity: 'notice',
  message: '重复',
  evidence: [{ text: '共 3 项意见意见', origin: { page: 7 } }],
};
const idOf = (one: Finding, of: Parameters<typeof withIds>[1] = subject) => withIds([one], of)[0]!.id!;

describe('an id stays', () => {
  it.each<[what: string, a: Finding, b: Finding]>([
    ['on another page', finding, { ...finding, evidence: [{ ...cell, origin: { page: 9 } }] }],
    ['in other wording', finding, { ...finding, message: '另一种说法', suggestion: '请改正' }],
    ['with more to rest on', finding, { ...finding, evidence: [cell, { ...cell, row: '210', text: '1.00' }] }],
    ['with other spaces', words, { ...words, evidence: [{ text: '共3项 意见意见', origin: {} }] }],
  ])('%s', (_, a, b) => expect(idOf(b)).toBe(idOf(a)));

  it('and looks like one', () => {
    expect(isFindingId(idOf(finding))).toBe(true);
    expect(isFindingId('x')).toBe(false);
  });
});

describe('an id changes with', () => {
  it.each<[what: string, a: Finding, b: Finding]>([
    ['the figure', finding, { ...finding, actual: 635_750_000 }],
    ['the figure expected', finding, { ...finding, expected: 1 }],
    ['the cell', finding, { ...finding, evidence: [{ ...cell, row: '210' }] }],
    ['the rule', finding, { ...finding, rule: 'other' }],
    ['a figure of the words', words, { ...words, evidence: [{ text: '共 4 项意见意见', origin: { page: 7 } }] }],
    ['the words', words, { ...words, evidence: [{ text: '共 3 项建议建议', origin: { page: 7 } }] }],
  ])('%s', (_, a, b) => expect(idOf(b)).not.toBe(idOf(a)));

  it('the year, the stage and the agency', () => {
    const ids = [
      idOf(finding),
      idOf(finding, { ...subject, year: 2027 }),
      idOf(finding, { ...subject, stage: 'final-accounts' }),
      idOf(finding, { ...subject, agency: { ...subject.agency, code: '303' } }),
    ];
    expect(new Set(ids).size).toBe(4);
  });
});

it('what nothing tells apart is counted', () => {
  const ids = withIds([words, finding, words], subject).map(({ id }) => id);
  expect(ids[2]).toBe(`${ids[0]}-2`);
});
