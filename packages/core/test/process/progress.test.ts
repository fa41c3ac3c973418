import { countProgress, isLate, type Progress, progressOf } from '@mingsuan/core/process/progress';
import type { RoundState } from '@mingsuan/core/process/rounds';
import { expect, it } from 'vitest';

it.each<readonly [RoundState | undefined, string | undefined, Progress, boolean]>([
  [undefined, undefined, 'missing', true],
  ['draft', undefined, 'drafting', true],
  ['draft', 'next-round', 'drafting', true],
  ['draft', 'return', 'returned', true],
  ['unit-review', 'submit', 'unit-review', true],
  ['department-review', 'pass', 'department-review', false],
  ['published', 'publish', 'published', false],
])('%s after %s is %s', (state, last, progress, late) => {
  expect(progressOf(state, last)).toBe(progress);
  expect(isLate(progress, '2026-11-01', '2026-11-02')).toBe(late);
  expect(isLate(progress, '2026-11-02', '2026-11-02')).toBe(false);
  expect(isLate(progress, undefined, '2026-11-02')).toBe(false);
});

it('counts where all stand, none as nothing', () => {
  expect(countProgress(['missing', 'missing', 'approved'])).toMatchObject({ missing: 2, approved: 1, returned: 0 });
});
