import { expect, test } from 'vitest';
import { globBase, globToRegExp, isGlob } from '../src/inputs/glob.ts';

test.each([
  ['*.pdf', 'a.pdf', true],
  ['*.pdf', '子目录/a.pdf', false],
  ['**/*.pdf', 'a.pdf', true],
  ['**/*.pdf', '甲/乙/a.pdf', true],
  ['2026/**/预算*.pdf', '2026/甲/预算（公开）.pdf', true],
  ['2026/**', '2026/甲/a.txt', true],
  ['30?.txt', '302.txt', true],
  ['30?.txt', '3020.txt', false],
  ['30[12].txt', '302.txt', true],
  ['30[!12].txt', '302.txt', false],
  ['*.{pdf,txt}', 'a.txt', true],
  ['*.{pdf,txt}', 'a.json', false],
  ['a+b(1).pdf', 'a+b(1).pdf', true],
  ['a[1.pdf', 'a[1.pdf', true],
])('%s and %s: %s', (pattern, path, matches) => expect(globToRegExp(pattern).test(path)).toBe(matches));

test.each([
  ['2026/**/*.pdf', '2026'],
  ['*.pdf', '.'],
  ['/数据/20*/a.pdf', '/数据'],
  ['/*.pdf', '/'],
])('%s starts from %s', (pattern, base) => expect(globBase(pattern)).toBe(base));

test('a plain name is no pattern', () => {
  expect(isGlob('预算（公开）.pdf')).toBe(false);
  expect(isGlob('*.pdf')).toBe(true);
});
