import { expect, it } from 'vitest';
import { sourceFiles, sourceOf } from './sources.ts';

/** Where it stands what a kind of document is, prints and follows; elsewhere its data is asked (`kindOf(stage).executes`). */
const ROOM = 'packages/core/src/model/';

const COMPARED = /(?:===|!==) *'(?:budget|final-accounts|self-evaluation)'|case '(?:budget|final-accounts)':/;

/** Files that compare such a word and ask nothing of a document's kind. */
const ALLOWED: Readonly<Record<string, string>> = {
  'packages/store/src/projection/measures.ts':
    'what a sentence compares with (比上年预算), a word of its own beside 执行数',
};

it('what follows from the kind of a document is asked of its data', () => {
  const elsewhere = sourceFiles().filter((file) => !file.startsWith(ROOM) && COMPARED.test(sourceOf(file)));
  expect(elsewhere).toEqual(Object.keys(ALLOWED));
});
