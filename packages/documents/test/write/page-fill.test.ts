/** No page that a section runs on to is left nearly empty: what would spill over stands a little closer. */
import { discloseLedger } from '@mingsuan/core/disclose';
import { bundled } from '@mingsuan/core/jurisdictions/index';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import type { Layout } from '../../src/layout.ts';
import { pdfPages } from '../../src/pdf/engine.ts';
import { drawnCloser } from '../../src/pdf/write/closeness.ts';
import { pdfData } from '../../src/pdf/write/data.ts';
import { writePdf } from '../../src/pdf/write/write-pdf.ts';
import { OPTIONS, SAMPLE } from './sample.ts';

/** Of its height, so much of a page is filled: the page's number is below. */
const FILLED = 0.2;
const FOOT = 0.93;

const bare = (text: string) => text.replace(/\s/g, '');

/** The pages that a section runs on to: the number, and how far down they reach. */
async function continued(layout: Layout): Promise<{ readonly page: number; readonly filled: number }[]> {
  const firsts = layout.pages.map(({ blocks: [first] }) => bare(first?.kind === 'paragraph' ? first.text : ''));
  const found: { page: number; filled: number }[] = [];
  let section = 0;
  for await (const raw of pdfPages(await writePdf(layout, OPTIONS))) {
    if (typeof raw === 'number') continue;
    const { number, height, glyphs } = raw;
    const printed = glyphs.filter(({ y1 }) => y1 < FOOT * height);
    const isFirst =
      section < firsts.length && bare(printed.map(({ text }) => text).join('')).startsWith(firsts[section]!);
    if (isFirst) section += 1;
    else found.push({ page: number, filled: Math.max(0, ...printed.map(({ y1 }) => y1)) / height });
  }
  return found;
}

test.each(bundled().templates.map((template) => [template.id, template] as const))('%s', async (_, template) => {
  const { disclosure } = discloseLedger(exampleLedger(template.years[0]), template);
  expect((await continued(compose([disclosure], template))).filter(({ filled }) => filled < FILLED)).toEqual([]);
});

describe('a section of words', () => {
  const lines = (count: number): Layout => {
    const blocks = Array.from({ length: count }, (_, i) => ({
      kind: 'paragraph' as const,
      text: `第${i + 1}行`,
      origin: {},
      style: { is: 'body' } as const,
    }));
    return { problems: [], pages: [{ number: 1, width: 595, height: 842, blocks }] };
  };

  test.each([
    ['of a full page', 30, 0],
    ['that spills over by two lines stands on one page', 33, 0],
    ['of a page and a half stays on two', 45, 1],
  ])('%s', async (_, count, more) => expect(await continued(lines(count))).toHaveLength(more));

  test('what no closeness brings onto a page less stands as usual', () => {
    let data = pdfData(SAMPLE, OPTIONS);
    const ends = data.sections.map((_, i) => ({ page: 2 * (i + 1), y: 120 }));
    for (let next = drawnCloser(data, ends); next; next = drawnCloser(data, ends)) data = next;
    expect(data.sections.map(({ closeness }) => Math.round(closeness * 100))).toEqual(data.sections.map(() => 100));
  });
});
