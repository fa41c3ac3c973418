import type { Disclosure } from '@mingsuan/core/disclosure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { readHtml } from '../../src/html/read-html.ts';
import { writeHtml } from '../../src/html/write-html.ts';
import type { Layout } from '../../src/layout.ts';
import { writeMarkdown } from '../../src/markdown/write-markdown.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { readText, writeText } from '../../src/text/index.ts';
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

function readBack(
  original: readonly Disclosure[],
  composed: readonly Disclosure[],
  through: (layout: Layout) => Layout,
): unknown {
  const { disclosures, problems } = recognize(through(compose(composed)));
  expect(problems).toEqual([]);
  return meaningOf(sameContents(original, disclosures));
}
