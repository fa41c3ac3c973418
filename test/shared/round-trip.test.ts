import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '@mingsuan/core/check';
import type { DocumentReading } from '@mingsuan/core/disclosure';
import { compose } from '@mingsuan/documents/compose/compose';
import { readHtml } from '@mingsuan/documents/html/read-html';
import { writeHtml } from '@mingsuan/documents/html/write-html';
import type { Layout } from '@mingsuan/documents/layout';
import { writeMarkdown } from '@mingsuan/documents/markdown/write-markdown';
import { readDocument } from '@mingsuan/documents/read';
import { recognize } from '@mingsuan/documents/recognize/recognize';
import { readText, writeText } from '@mingsuan/documents/text/index';
import { writeDocument } from '@mingsuan/documents/write';
import { describe, expect, it } from 'vitest';
import { meaningOf, sameContents } from '../../packages/documents/test/compose/same-meaning.ts';

/** Every real document of ../shared, read, composed anew, written and read again, says the same and has the same faults. */
const root = join(import.meta.dirname, '../../../shared');
const documents = ['seeds', 'samples'].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => /\.(txt|pdf)$/.test(name))
        .map((name) => ({ name, path: join(root, folder, name) }))
    : [],
);

const FORMATS: Readonly<Record<string, (layout: Layout) => Layout>> = {
  'no format': (layout) => layout,
  text: (layout) => readText(writeText(layout)),
  Markdown: (layout) => readText(writeMarkdown(layout)),
  HTML: (layout) => readHtml(writeHtml(layout)),
};

/** Formats with bytes of their own. Lines of a page break where they must, so a PDF keeps no spaces at the ends of lines. */
const BYTES = ['docx', 'xlsx', 'pdf'] as const;
const unspaced = (meaning: unknown): unknown =>
  JSON.parse(JSON.stringify(meaning), (_, value) => (typeof value === 'string' ? value.replace(/\s+/g, '') : value));

/** What they find is about the paper: blank pages, text cut off, page numbers of the contents. */
const OF_PAPER: readonly string[] = ['text-blank-page', 'text-cut', 'text-contents'];

if (documents.length === 0) console.log('跳过：没有 ../shared，真实文本的往返测试未运行');

describe.skipIf(documents.length === 0)('the real documents of ../shared, composed anew', () => {
  it.each(documents)('$name', async ({ name, path }) => {
    const original = await readDocument(name, new Uint8Array(readFileSync(path)));
    const layout = compose(original.disclosures);
    for (const through of Object.values(FORMATS)) {
      const { disclosures, problems } = recognize(through(layout));
      expect(meaningOf(sameContents(original.disclosures, disclosures))).toEqual(meaningOf(original.disclosures));
      expect(findings({ source: name, disclosures, problems })).toEqual(findings(original));
    }
    for (const format of BYTES) {
      const { disclosures, problems } = await readDocument(
        `a.${format}`,
        await writeDocument(original.disclosures, format),
      );
      const [as, read] = [meaningOf(original.disclosures), meaningOf(sameContents(original.disclosures, disclosures))];
      expect(format === 'pdf' ? unspaced(read) : read, format).toEqual(format === 'pdf' ? unspaced(as) : as);
      expect(problems, format).toEqual([]);
    }
  });
});

function findings(reading: DocumentReading): string[] {
  return checkDocument(reading)
    .findings.filter(({ rule }) => !OF_PAPER.includes(rule))
    .map(({ rule, agency, form, message, expected, actual }) =>
      JSON.stringify([rule, agency, form, message, expected, actual]),
    )
    .sort();
}
