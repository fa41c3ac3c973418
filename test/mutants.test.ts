import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BY_HAND } from '../scripts/mutation/by-hand.ts';
import { mutantsOf } from '../scripts/mutation/mutants.ts';

const broken = (source: string) =>
  mutantsOf(source).map(({ start, end, replacement }) => source.slice(0, start) + replacement + source.slice(end));

it.each<[string, string[]]>([
  ['a < b', ['a <= b']],
  ['a === b && c', ['a !== b && c', 'a === b || c']],
  ['if (done) stop();', ['if (true) stop();', 'if (false) stop();']],
  ['!done', ['done']],
  ['const most = 5;', ['const most = 6;']],
  ["'文' + b", []],
  ['type Step = 1 | 2;', []],
  ["import a from 'b';", []],
])('%s', (source, mutants) => expect(broken(source)).toEqual(mutants));

const ROOT = join(import.meta.dirname, '..');

it.each(BY_HAND)('broken by hand: $without', ({ file, from, tests }) => {
  expect(readFileSync(join(ROOT, file), 'utf8').split(from)).toHaveLength(2);
  for (const test of tests) expect(existsSync(join(ROOT, test))).toBe(true);
});
