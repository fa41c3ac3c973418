/** Pictures of pages: what each format's pixels become, how a page is turned and sized, and what damage is told as. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { encode } from 'fast-png';
import UTIF from 'utif2';
import { describe, expect, it } from 'vitest';
import { pdfPages, type Scanner } from '../src/pdf/engine.ts';
import { pictureAsPdf } from '../src/picture/as-pdf.ts';
import { jpegOf } from '../src/picture/jpeg.ts';
import { readDocument } from '../src/read.ts';
import { pageSizes } from '../src/report/pages.ts';
import { UnreadableInput } from '../src/unreadable.ts';

const [WIDTH, HEIGHT] = [100, 141];

/** Left half black, right half white, in so many samples a pixel; the last of two or four is opaque. */
const halves = (channels: 1 | 2 | 3 | 4): Uint8Array =>
  Uint8Array.from({ length: WIDTH * HEIGHT * channels }, (_, i) => {
    const isAlpha = channels % 2 === 0 && i % channels === channels - 1;
    return isAlpha || Math.floor(i / channels) % WIDTH >= WIDTH / 2 ? 255 : 0;
  });
const strip = (): Uint8Array => encode({ width: 100, height: 1000, data: new Uint8Array(100_000), channels: 1 });
const png = (channels: 1 | 2 | 3 | 4): Uint8Array =>
  encode({ width: WIDTH, height: HEIGHT, data: halves(channels), channels });
const tiff = (): Uint8Array => new Uint8Array(UTIF.encodeImage(halves(4), WIDTH, HEIGHT));

/** 16 × 32 points, the upper half black; `orientation` as Exif has it. */
function jpeg(orientation?: number): Uint8Array {
  const exif = orientation
    ? Buffer.from(
        `ffe100224578696600004d4d002a00000008000101120003000000010${orientation.toString(16).padStart(3, '0')}000000000000`,
        'hex',
      )
    : Buffer.alloc(0);
  return new Uint8Array(Buffer.concat([BLACK_OVER_WHITE.subarray(0, 2), exif, BLACK_OVER_WHITE.subarray(2)]));
}
const BLACK_OVER_WHITE = readFileSync(new URL('./input/files/black-over-white.jpg', import.meta.url));

/** Levels of the page's picture at shares of its width and height. */
async function levelsAt(bytes: Uint8Array, points: readonly (readonly [number, number])[]): Promise<number[]> {
  const levels: number[] = [];
  const scanner: Scanner = {
    dpi: 72,
    async scan({ width, height, data }, page) {
      levels.push(...points.map(([x, y]) => data[4 * (Math.floor(y * height) * width + Math.floor(x * width))]!));
      return page;
    },
  };
  for await (const _ of pdfPages(await pictureAsPdf(bytes), undefined, scanner));
  return levels;
}

describe('pixels', () => {
  it.each([
    ['grey PNG', png(1)],
    ['grey PNG with transparency', png(2)],
    ['PNG in colours', png(3)],
    ['PNG in colours with transparency', png(4)],
    ['TIFF', tiff()],
  ])('%s', async (_, bytes) => {
    const [left, right] = await levelsAt(bytes, [
      [0.25, 0.5],
      [0.75, 0.5],
    ]);
    expect(left).toBeLessThan(20);
    expect(right).toBeGreaterThan(235);
  });

  it('a JPEG is turned as the camera noted', async () => {
    const corners = [
      [0.5, 0.2],
      [0.5, 0.8],
    ] as const;
    const isDark = async (orientation?: number) =>
      (await levelsAt(jpeg(orientation), corners)).map((level) => level < 128);
    expect(await isDark()).toEqual([true, false]);
    expect(await isDark(3)).toEqual([false, true]);
    expect(jpegOf(jpeg(6)).turns).toBe(1);
    expect(jpegOf(jpeg(8)).turns).toBe(3);
  });
});

it('a page has the size of its paper: what the file says where that is a sheet, else A4', async () => {
  expect(await pageSizes(png(1))).toEqual([{ width: expect.closeTo(597.2, 0), height: expect.closeTo(842, 0) }]);
  expect(await pageSizes(jpeg())).toEqual([{ width: 421, height: 842 }]);
  expect(await pageSizes(strip())).toEqual([{ width: 595, height: 5950 }]);
});

it('a picture without text is a scan, not a clean document', async () => {
  await expect(readDocument('a.png', png(1))).rejects.toThrow(/图片/);
});

it.each([
  ['PNG', png(3)],
  ['JPEG', jpeg(6)],
  ['TIFF', tiff()],
])('a damaged %s is told in a sentence, or read', async (_, bytes) => {
  const mutated = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(mutated, fc.nat(bytes.length), async (changes, cut) => {
      const damaged = bytes.slice(0, Math.max(8, bytes.length - (cut % 3 === 0 ? cut : 0)));
      for (const [at, value] of changes) if (at >= 4 && at < damaged.length) damaged[at] = value;
      await pictureAsPdf(damaged).catch((error: unknown) => {
        expect(error).toBeInstanceOf(UnreadableInput);
        expect(String(error)).toMatch(/图片.*。$/);
      });
    }),
    { numRuns: 100 },
  );
});
