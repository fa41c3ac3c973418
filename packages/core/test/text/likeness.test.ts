import { expect, it } from 'vitest';
import { commonLength, editDistance, similarity } from '../../src/text/likeness.ts';

it.each([
  ['2080505', '2080506', 1],
  ['2080505', '208050', 1],
  ['档案事务', '档案馆', 2],
  ['', '档案', 2],
  ['同', '同', 0],
])('from %s to %s are %i edits', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
  expect(editDistance(b, a)).toBe(edits);
});

it('longest common subsequence', () => {
  expect(commonLength('培训人员合格率', '培训合格率')).toBe(5);
  expect(commonLength('甲', '乙')).toBe(0);
});

it('similarity is 1 for the same, 0 for nothing in common, and falls with each change', () => {
  expect(similarity('机关服务', '机关服务')).toBe(1);
  expect(similarity('机关服务', '甲乙丙丁')).toBe(0);
  expect(similarity('机关服务', '机关事务')).toBeGreaterThan(similarity('机关服务', '行政事务'));
});
