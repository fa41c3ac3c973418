/** Pages with one line of text, and what the tests want to know of reports about it. */
import { inflateSync } from 'node:zlib';
import type { Origin } from '@mingsuan/core/disclosure';
import type { Finding } from '@mingsuan/core/finding';
import { readPdf } from '../../src/pdf/read-pdf.ts';

export const finding = (parts: Partial<Finding>): Finding => ({
  rule: 'class-sums',
  severity: 'error',
  message: '合计不等于各项之和',
  evidence: [],
  ...parts,
});

/** Where the reader found the paragraph that holds the words. */
export async function originOf(pdf: Uint8Array, words: string): Promise<Origin> {
  const { pages } = await readPdf(pdf);
  const blocks = pages.flatMap((page) => page.blocks);
  return blocks.find((block) => block.kind === 'paragraph' && block.text.includes(words))!.origin;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb` of a pixel. */
  at(x: number, y: number): string;
}

/** The PNG files that we write: one IDAT, no filters, palette or RGB. */
export function decodePng(png: Uint8Array): Pixels {
  const chunks = new Map<string, Buffer>();
  for (let i = 8; i < png.length; ) {
    const bytes = Buffer.from(png.buffer, png.byteOffset + i, png.length - i);
    const size = bytes.readUInt32BE(0);
    chunks.set(bytes.toString('latin1', 4, 8), bytes.subarray(8, 8 + size));
    i += 12 + size;
  }
  const head = chunks.get('IHDR')!;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const palette = chunks.get('PLTE');
  const rows = inflateSync(chunks.get('IDAT')!);
  const size = palette ? 1 : 3;
  return {
    width,
    height,
    at: (x, y) => {
      const from = y * (width * size + 1) + 1 + x * size;
      const rgb = palette ? palette.subarray(3 * rows[from]!, 3 * rows[from]! + 3) : rows.subarray(from, from + 3);
      return `#${rgb.toString('hex')}`;
    },
  };
}

/** The smallest box of all pixels of that kind, in pixels. */
export function extent(pixels: Pixels, is: (color: string) => boolean): readonly number[] | undefined {
  const found: (readonly [number, number])[] = [];
  for (let y = 0; y < pixels.height; y++)
    for (let x = 0; x < pixels.width; x++) if (is(pixels.at(x, y))) found.push([x, y]);
  if (found.length === 0) return undefined;
  const [xs, ys] = [found.map(([x]) => x), found.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
