import { expect, it } from 'vitest';
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
