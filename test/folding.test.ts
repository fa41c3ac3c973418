import { expect, it } from 'vitest';
import { sourceFiles, sourceOf } from './sources.ts';

/** Where text is folded; see docs/words.md. */
const ROOM = 'packages/core/src/text/';

/** What would fold text a second time somewhere else. A new kind of folding gets a name in the room. */
const FOLDINGS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['white space taken out', /\.replace(?:All)?\(\/(?:\\s|\[\\s[^\]]*\])\+?\/g/],
  ['compatibility forms taken apart', /\.normalize\('NFK/],
  [
    'a folding without a name of its own',
    /const (?:plain|bare|squeezed?) = \([^()]*\)(?:: \w+)? =>|function (?:plain|bare|squeezed?)\(/,
  ],
  ['Chinese numerals counted', /['"`]一二三四五六七八九/],
];

/** Files that do so and fold no text of documents. */
const ALLOWED: Readonly<Record<string, string>> = {
  'packages/documents/src/docx/numbering.ts': 'digits of years (二〇二四), which Word counts one by one',
};

it.each(FOLDINGS)('%s in one room only', (_, pattern) => {
  const elsewhere = sourceFiles().filter(
    (file) => !file.startsWith(ROOM) && !(file in ALLOWED) && pattern.test(sourceOf(file)),
  );
  expect(elsewhere).toEqual([]);
});
