import type { Disclosure } from '@mingsuan/core/disclosure';
import { unspaced } from '@mingsuan/core/text/fold';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { readHtml } from '../../src/html/read-html.ts';
import { writeHtml } from '../../src/html/write-html.ts';
import type { Layout } from '../../src/layout.ts';
import { writeMarkdown } from '../../src/markdown/write-markdown.ts';
import { readDocument } from '../../src/read.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText, writeText } from '../../src/text/index.ts';
import { writeDocument } from '../../src/write.ts';
import { documents } from './arbitrary.ts';
import { meaningOf, sameContents } from './same-meaning.ts';

/** Formats by what a document goes through in them. */
const FORMATS: Readonly<Record<string, (layout: Layout) => Layout>> = {
  'no format': (layout) => layout,
  text: (layout) => readText(writeText(layout)),
  Markdown: (layout) => readText(writeMarkdown(layout)),
  HTML: (layout) => readHtml(writeHtml(layout)),
};

describe.each(Object.entries(FORMATS))('what is composed is read back: %s', (_, through) => {
  it('for any disclosure', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(readBack(document, document, through)).toEqual(meaningOf(document));
      }),
      { numRuns: 30 },
    );
  });

  it('where no template has a layout for it', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const unknown = document.map((disclosure) => ({ ...disclosure, template: 'unknown' }));
        expect(readBack(document, unknown, through)).toEqual(meaningOf(document));
      }),
      { numRuns: 10 },
    );
  });
});

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

function readBack(
  original: readonly Disclosure[],
  composed: readonly Disclosure[],
  through: (layout: Layout) => Layout,
): unknown {
  const { disclosures, problems } = recognize(through(compose(composed)));
  expect(problems).toEqual([]);
  return meaningOf(sameContents(original, disclosures));
}
