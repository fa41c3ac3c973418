import { describe, expect, it } from 'vitest';
import { layAside, parseDismissals } from '../src/dismissals.ts';
import type { Finding } from '../src/finding.ts';

/** Tells the place as the path itself, for this package knows no text. */
function parse(data: unknown): { dismissals: readonly unknown[]; errors: string[] } {
  const asked: string[] = [];
  const result = parseDismissals(data, (path) => {
    asked.push(path.join('.'));
    return { line: asked.length, column: 1 };
  });
  if (result.ok) return { dismissals: result.dismissals, errors: [] };
  return { dismissals: [], errors: result.errors.map(({ message }, i) => `${asked[i]} | ${message}`) };
}

const entry = { id: '4mgj2i6z', reason: '已在第三节说明' };

describe('parseDismissals', () => {
  it.each<[what: string, data: unknown, count: number]>([
    ['nothing', undefined, 0],
    ['a part left blank', { dismissed: '' }, 0],
    ['the least', { dismissed: [entry] }, 1],
    ['everything', { dismissed: [{ ...entry, date: '2026-03-02', source: 'a.pdf', rule: 'x', message: '不符' }] }, 1],
    ['a number of several', { dismissed: [entry, { ...entry, id: '4mgj2i6z-2' }] }, 2],
    ['a blank that only people read', { dismissed: [{ ...entry, source: '' }] }, 1],
  ])('%s', (_, data, count) => {
    const { dismissals, errors } = parse(data);
    expect(errors).toEqual([]);
    expect(dismissals).toHaveLength(count);
  });

  it.each<[what: string, data: unknown, error: RegExp]>([
    ['another part', { dismised: [] }, /^dismised \| 不认识“dismised”，是不是“dismissed”？/],
    ['no list', { dismissed: entry }, /^dismissed \| 这里应为列表/],
    ['no id', { dismissed: [{ reason: '无' }] }, /^dismissed\.0 \| 缺少“id”/],
    ['no reason', { dismissed: [{ id: entry.id }] }, /^dismissed\.0 \| 缺少“reason”，请写明核销的理由。/],
    ['a blank reason', { dismissed: [{ ...entry, reason: '' }] }, /^dismissed\.0\.reason \| “reason”是空的/],
    ['no id of a finding', { dismissed: [{ ...entry, id: '第一条' }] }, /^dismissed\.0\.id \| “第一条”不是问题的编号/],
    ['an id twice', { dismissed: [entry, entry] }, /^dismissed\.1\.id \| 编号“4mgj2i6z”前面已经核销/],
    ['a name unknown', { dismissed: [{ ...entry, note: '' }] }, /^dismissed\.0\.note \| 不认识“note”/],
  ])('%s', (_, data, error) => {
    const { errors } = parse(data);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(error);
  });
});

it('dismissed findings stand apart, with their reason', () => {
  const finding = (id: string): Finding => ({ id, rule: 'x', severity: 'error', message: '不符', evidence: [] });
  const [a, b] = [finding('4mgj2i6z'), finding('00000000')];
  expect(
    layAside(
      [a, b],
      [
        { ...entry, date: '2026-03-02' },
        { id: 'zzzzzzzz', reason: '已改' },
      ],
    ),
  ).toEqual({
    findings: [b],
    dismissed: [{ ...a, reason: '已在第三节说明', date: '2026-03-02' }],
  });
});
