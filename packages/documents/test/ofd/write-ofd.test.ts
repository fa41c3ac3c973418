/** Where text stands on the pages of a written OFD: within the margins that a place asks for. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Layout, Paragraph } from '../../src/layout.ts';
import { writeOfd } from '../../src/ofd/write/write-ofd.ts';

const [TOP, RIGHT, BOTTOM, LEFT] = [37, 26, 35, 28] as const;

const body = (text: string): Paragraph => ({ kind: 'paragraph', style: { is: 'body' }, text, origin: {} });

/** The text objects of the only page, in millimetres. */
async function textsOf(...blocks: Paragraph[]) {
  const layout: Layout = {
    pages: [{ number: 1, blocks }],
    problems: [],
    style: { body: { size: 16 }, margins: [TOP, RIGHT, BOTTOM, LEFT] },
  };
  const files = unzipSync(await writeOfd(layout, { title: '某局', author: '某局' }));
  const xml = strFromU8(files['Doc_0/Pages/Page_0/Content.xml']!);
  const pattern =
    /<ofd:TextObject ID="\d+" Boundary="([\d.]+) ([\d.]+) ([\d.]+) [\d.]+"[^>]*><ofd:TextCode[^>]*>([^<]*)</g;
  return [...xml.matchAll(pattern)].map(([, x, y, width, text]) => ({
    left: Number(x),
    right: Number(x) + Number(width),
    top: Number(y),
    text: text!,
  }));
}

test('lines begin and end at the margins of the page style', async () => {
  const texts = await textsOf(body('本年收入预算合计与上年相比增加的主要原因是人员经费按规定标准调整'.repeat(8)));
  expect(texts.length).toBeGreaterThan(4);
  // The first line of a paragraph is indented by two characters.
  const [first, ...rest] = texts.sort((a, b) => a.top - b.top);
  expect(first!.left).toBeCloseTo(LEFT + (2 * 16 * 25.4) / 72, 1);
  // The square of a character reaches a little above its strokes, which begin at the margin.
  expect(first!.top).toBeCloseTo(TOP - 0.7, 0);
  for (const { left, right } of rest) {
    expect(left).toBeCloseTo(LEFT, 1);
    expect(right).toBeLessThanOrEqual(210 - RIGHT + 0.1);
  }
});

test('of a bracket that begins a line the ink stands at the margin: the white half of its square lies before it', async () => {
  const texts = await textsOf(body('《预算法》（二〇一八年修正）'.repeat(20)));
  const half = (16 * 25.4) / 72 / 2;
  const bracketed = texts.slice(1).filter(({ text }) => /^[《（]/.test(text));
  expect(bracketed.length).toBeGreaterThan(0);
  for (const { left } of bracketed) expect(left).toBeCloseTo(LEFT - half, 1);
});
