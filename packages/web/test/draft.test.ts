/** What was written in a form and not saved, over what others saved meanwhile. */
import { expect, test } from 'vitest';
import { overSaved } from '../src/pages/performance/draft.ts';

const base = { goals: ['', ''], answers: [{ done: '', cause: '' }] };

test('each answer that was written stands, the others are as they were saved since', () => {
  const mine = { goals: ['完成', ''], answers: [{ done: '3套', cause: '' }] };
  const saved = { goals: ['别人写的', '也是'], answers: [{ done: '', cause: '招标' }] };
  expect(overSaved(base, mine, saved)).toEqual({ goals: ['完成', '也是'], answers: [{ done: '3套', cause: '招标' }] });
});

test('where nothing was written, what is saved is shown', () => {
  const saved = { goals: ['a', 'b'], answers: [{ done: '1', cause: '' }] };
  expect(overSaved(base, base, saved)).toBe(saved);
  expect(overSaved({ kind: null }, { kind: 'flow' }, { kind: null })).toEqual({ kind: 'flow' });
});
