/** An address is taken apart in one place: the rest of the program asks it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The rooms that may: the addresses themselves, and the grammar of equations, whose references are patterns of addresses. */
const ALLOWED = [
  'packages/core/src/model/',
  'packages/core/src/equations/parse.ts',
  'packages/core/src/equations/syntax.ts',
];

/** Expressions that cut `form[row].column@period` or a quantity by its punctuation or by the letters of a form or period. */
const CUTS: readonly RegExp[] = [
  // A regular expression with an escaped bracket that a form's id stands before: /^three-publics\[(.+)\]$/, /^[a-z-]+\[(\d+)\]/.
  /\/\^?(?:\(\?:|\()?(?:[a-z][a-z|()?:-]*|\[a-z[^\]]*\]\+?\*?)\)?\\\[/,
  /\.(?:startsWith|endsWith|split|includes|indexOf)\(\s*['"`](?:[a-z-]+\[|\[total\]|@|-(?:budget|previous|adjusted)|\.(?:revenue|expenditure))/,
  /quantity(?:\?)?\.(?:split|slice|startsWith|endsWith|includes|replace|match)\(/,
  /\.exec\((?:\w+\.)?quantity\)/,
];

const sources = readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[a-z]+\/src\/.*\.tsx?$/.test(path.replaceAll('\\', '/')))
  .map((path) => relative(root, join(root, 'packages', path)).replaceAll('\\', '/'))
  .filter((path) => !ALLOWED.some((allowed) => path.startsWith(allowed)));

it('no address is taken apart outside its room', () => {
  const found = sources.flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        !/^\s*(?:\*|\/\/|\/\*)/.test(line) && CUTS.some((cut) => cut.test(line))
          ? [`${path}:${i + 1} ${line.trim()}`]
          : [],
      ),
  );
  expect(found).toEqual([]);
});
