import { expect, it } from 'vitest';
import { sourceFiles, sourceOf } from './sources.ts';

const FUNCTION =
  /^export (?:default )?(?:async )?(?:function\*? (\w+)|const (\w+)(?:: [^=\n]*=>[^=\n]*)? = (?:async )?(?:<[^>]*>)?(?:\([^;]*?\)(?:: [^=\n]+)? =>|\w+ =>|memo\())/gm;

/** Every function that a package exports says what it is for, in which units and shapes, and what it throws. */
it.each(['core', 'documents', 'store', 'server', 'cli'])('exported functions of %s have a doc comment', (name) => {
  const silent = sourceFiles([name]).flatMap((file) => {
    const text = sourceOf(file);
    return [...text.matchAll(FUNCTION)]
      .filter(({ index }) => !text.slice(0, index).endsWith('*/\n'))
      .map(([, declared, assigned]) => `${file} ${declared ?? assigned}`);
  });
  expect(silent).toEqual([]);
});
