import type { DocumentReading } from '@mingsuan/core/disclosure';
import { describe, expect, test } from 'vitest';
import { illustrate } from '../../src/report/illustrate.ts';
import { encodePng } from '../../src/report/png.ts';
import { type MadePage, makePdf, text, upText } from '../pdf/make-pdf.ts';
import { decodePng, extent, finding, originOf } from './pages.ts';

const LINE = text(100, 150, 'Alpha beta 123.45 gamma delta');
const isRed = (color: string): boolean => /^#[cd].[01].[01].$/.test(color);
const isInk = (color: string): boolean => /^#([0-7].){3}$/.test(color);

async function pictureOf(page: MadePage, quote: string) {
  const pdf = makePdf([page]);
  const evidence = [{ text: quote, origin: await originOf(pdf, 'Alpha') }];
  const [illustrated] = await illustrate([finding({ evidence })], pdf);
  return illustrated!.pictures;
}

describe('the words are framed', () => {
  const CROP = [40, 60, 360, 260] as const;
  test.each<[string, MadePage]>([
    ['upright', { content: LINE }],
    ['cropped', { content: LINE, cropBox: CROP }],
    ['turned upside down', { content: LINE, rotate: 180 }],
    ['upside down and cropped', { content: LINE, rotate: 180, cropBox: CROP }],
    [
      'text that runs up a turned page',
      { content: upText(200, 60, 'Alpha beta 123.45 gamma delta'), rotate: 90, cropBox: [30, 20, 390, 290] },
    ],
    ['a page whose size is inherited', { content: LINE, inherits: true, size: [500, 300] }],
  ])('%s', async (_, page) => {
    const [picture] = await pictureOf(page, '…123.45…');
    const pixels = decodePng(picture!.png);
    const [left, top, right, bottom] = extent(pixels, isRed)!;
    // 123.45 in Helvetica of 10 points is 30.6 points wide: twice that in pixels, with the frame's gap and line around.
    expect(right! - left!).toBeGreaterThan(58);
    expect(right! - left!).toBeLessThan(78);
    const inside = extent(pixels, (color) => !isRed(color) && isInk(color))!;
    expect(inside[0]).toBeLessThan(left!);
    expect(inside[2]).toBeGreaterThan(right!);
    const framed = {
      ...pixels,
      at: (x: number, y: number) => (x > left! && x < right! && y > top! && y < bottom! ? pixels.at(x, y) : '#ffffff'),
    };
    const digits = extent(framed, isInk)!;
    expect(digits[2]! - digits[0]!).toBeGreaterThan(50);
  });
});

test('words that are not found are framed where they were read', async () => {
  const [picture] = await pictureOf({ content: LINE }, 'something else');
  const [left, , right] = extent(decodePng(picture!.png), isRed)!;
  expect(right! - left!).toBeGreaterThan(250);
});

test('words over two lines get a frame on each', async () => {
  const content = [text(100, 170, 'Alpha beta'), text(100, 155, 'gamma delta')].join('\n');
  const [picture, ...others] = await pictureOf({ content }, 'beta gamma');
  expect(others).toEqual([]);
  const [, top, , bottom] = extent(decodePng(picture!.png), isRed)!;
  expect(bottom! - top!).toBeGreaterThan(50);
});

test('a figure of a table is shown with the beginning of its row', async () => {
  const content = [text(20, 150, 'Row'), text(560, 150, '12.50')].join('\n');
  const pdf = makePdf([{ content, size: [800, 300] }]);
  const evidence = [
    { form: 'revenue' as const, text: '12.50', origin: { page: 1, box: [560, 140, 590, 152] as const } },
  ];
  const [illustrated] = await illustrate([finding({ evidence })], pdf);
  expect(illustrated!.pictures[0]!.width).toBeGreaterThan(570);
});

describe('a figure of a table comes with the table’s head', () => {
  const row = (y: number) => text(60, y, `Row ${y}`) + text(300, y, '12.50');
  const place = (page: number, y: number) => ({ page, box: [300, 300 - y - 10, 330, 300 - y + 2] as const });
  const line = (page: number, y: number) => ({
    key: `${y}`,
    label: `Row ${y}`,
    cells: { total: { fen: 1250, text: '12.50', origin: place(page, y) } },
    origin: place(page, y),
  });
  const first = [text(150, 280, 'Revenue of all'), text(60, 250, 'Name'), text(300, 250, 'Total'), row(220), row(40)];
  const pdf = makePdf([{ content: first.join('\n') }, { content: row(100) }]);
  const table = {
    form: 'revenue',
    title: 'Revenue of all',
    origin: { page: 1, box: [50, 38, 350, 290] },
    rows: [line(1, 220), line(1, 40), line(2, 100)],
  };
  const reading = { disclosures: [{ statements: [table], tables: [] }] } as unknown as DocumentReading;

  test.each([
    ['near it, in one piece', 1, 220, 22 + 92],
    ['far from it, as a strip above', 1, 40, 120],
    ['on the next page, as a strip above', 2, 100, 120],
  ])('%s', async (_, page, y, height) => {
    const evidence = [{ form: 'revenue' as const, text: '12.50', origin: place(page, y) }];
    const [illustrated] = await illustrate([finding({ evidence })], pdf, reading);
    const [picture] = illustrated!.pictures;
    expect(picture!.page).toBe(page);
    expect(Math.abs(picture!.height - height)).toBeLessThan(25);
    const pixels = decodePng(picture!.png);
    expect([pixels.width, pixels.height]).toEqual([2 * picture!.width, 2 * picture!.height]);
    // The frame stands in the row, and ink of title and headers above it.
    const [, top] = extent(pixels, isRed)!;
    const [, ink] = extent(pixels, isInk)!;
    expect(top! - ink!).toBeGreaterThan(80);
  });
});

test('the figure in question is framed in red, what speaks against it in blue', async () => {
  const pdf = makePdf([{ content: LINE }]);
  const origin = await originOf(pdf, 'Alpha');
  const evidence = ['123.45', 'delta'].map((text) => ({ text, origin }));
  const [illustrated] = await illustrate([finding({ evidence, expected: 1, actual: 2, difference: 1 })], pdf);
  const pixels = decodePng(illustrated!.pictures[0]!.png);
  const [, , red] = extent(pixels, isRed)!;
  const [blue] = extent(pixels, (color) => /^#[12].[56].[ab].$/.test(color))!;
  expect(blue).toBeGreaterThan(red!);
});

test('evidence in another file is shown on its pages, and says so', async () => {
  const pdf = makePdf([{ content: LINE }]);
  const other = makePdf([{ content: text(40, 80, 'Other 9.00') }]);
  const origin = await originOf(pdf, 'Alpha');
  const evidence = [
    ...[1, 2, 3].map(() => ({ text: '123.45', origin })),
    { text: '9.00', origin: { ...(await originOf(other, 'Other')), source: '报表.pdf' } },
  ];
  const beside = [{ reading: { source: '报表.pdf', disclosures: [] }, bytes: other }];
  const [illustrated] = await illustrate([finding({ evidence })], pdf, undefined, beside);
  expect(illustrated!.pictures.map(({ page, source }) => [page, source])).toEqual([
    [1, undefined],
    [1, '报表.pdf'],
  ]);
});

test('places far apart get their own picture, and no finding more than three', async () => {
  const pages = Array.from({ length: 5 }, () => ({ content: LINE }));
  const pdf = makePdf(pages);
  const { box } = await originOf(pdf, 'Alpha');
  const evidence = pages.map((_, i) => ({ text: '123.45', origin: { page: i + 1, box: box! } }));
  const [illustrated] = await illustrate([finding({ evidence })], pdf);
  expect(illustrated!.pictures.map(({ page }) => page)).toEqual([1, 2, 3]);
});

test('a page as a whole, and what has no page', async () => {
  const pdf = makePdf([{ content: LINE }]);
  const whole = finding({ evidence: [{ text: '', origin: { page: 1 } }] });
  const beyond = finding({ evidence: [{ text: '', origin: { page: 9 } }] });
  const [first, second, third] = await illustrate([whole, beyond, finding({})], pdf);
  expect(first!.pictures.map(({ width, height }) => [width, height])).toEqual([[400, 300]]);
  expect([second!.pictures, third!.pictures]).toEqual([[], []]);
});

test('a text has no pictures', async () => {
  const [illustrated] = await illustrate(
    [finding({ evidence: [{ text: 'x', origin: { line: 3 } }] })],
    Buffer.from('x'),
  );
  expect(illustrated!.pictures).toEqual([]);
});

test.each([
  ['few colours', (i: number) => [i % 2 ? 255 : 0, 0, 0]],
  ['many', (i: number) => [i & 0xf8, (i >> 3) & 0xf8, (i * 7) & 0xf8]],
])('PNG of %s', (_, color) => {
  const [width, height] = [64, 32];
  const data = Uint8Array.from({ length: 4 * width * height }, (_, k) => color(k >> 2)[k % 4] ?? 0);
  const decoded = decodePng(encodePng({ width, height, data }));
  expect([decoded.width, decoded.height]).toEqual([width, height]);
  for (const [x, y] of [
    [0, 0],
    [63, 31],
    [17, 9],
  ] as const) {
    const near = color(y * width + x).map((channel) => channel >> 3);
    const got = decoded
      .at(x, y)
      .match(/[0-9a-f]{2}/g)!
      .map((channel) => Number.parseInt(channel, 16) >> 3);
    expect(got).toEqual(near);
  }
});
