import { unspaced } from '@mingsuan/core/text/fold';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/read.ts';
import { writeDocument } from '../../src/write.ts';
import { documents } from './arbitrary.ts';
import { meaningOf, sameContents } from './same-meaning.ts';

/** Formats with bytes of their own; setting pages takes its time. */
describe.each([
  ['docx', 6],
  ['xlsx', 8],
  ['pdf', 4],
  ['ofd', 3],
] as const)('what is written as %s is read back', (format, numRuns) => {
  it('for any disclosure', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const read = await readDocument(`a.${format}`, await writeDocument(document, format));
        const [before, after] = [meaningOf(document), meaningOf(sameContents(document, read.disclosures))];
        const isSet = format === 'pdf' || format === 'ofd';
        expect(isSet ? unspacedMeaning(after) : after).toEqual(isSet ? unspacedMeaning(before) : before);
        expect(read.problems).toEqual([]);
      }),
      // Always the same documents: a run takes too long to be many.
      { numRuns, seed: 7 },
    );
  });
});

/** Lines of a page break where they must, so a PDF keeps no spaces at the ends of lines. */
const unspacedMeaning = (meaning: unknown): unknown =>
  JSON.parse(JSON.stringify(meaning), (_, value) => (typeof value === 'string' ? unspaced(value) : value));
