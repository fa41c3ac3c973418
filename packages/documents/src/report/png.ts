/** Pixels → PNG. Screenshots of text have few colours: rounded to five bits they fit a palette and take a third of the space. */
import { crc32, deflateSync } from 'node:zlib';

/** Packed pixels, four bytes each: red, green, blue, and one that is not looked at. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const MOST_COLORS = 256;

/** A picture as PNG. */
export function encodePng(pixels: Pixels): Uint8Array {
  const { width, height } = pixels;
  const indexed = indexColors(pixels);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, indexed ? 3 : 2, 0, 0, 0], 8);
  const rows = indexed ? withFilterBytes(indexed.rows, width, height) : withFilterBytes(rgb(pixels), 3 * width, height);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(indexed ? [chunk('PLTE', indexed.palette)] : []),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** One byte a pixel with its palette; undefined where the picture has too many colours. */
function indexColors({ width, height, data }: Pixels): { rows: Uint8Array; palette: Uint8Array } | undefined {
  const rows = new Uint8Array(width * height);
  const known = new Int16Array(1 << 15).fill(-1);
  const palette: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [r, g, b] = [data[4 * i]! >> 3, data[4 * i + 1]! >> 3, data[4 * i + 2]! >> 3];
    const color = (r << 10) | (g << 5) | b;
    if (known[color]! < 0) {
      if (palette.length === 3 * MOST_COLORS) return undefined;
      known[color] = palette.length / 3;
      for (const five of [r, g, b]) palette.push((five << 3) | (five >> 2));
    }
    rows[i] = known[color]!;
  }
  return { rows, palette: Uint8Array.from(palette) };
}

function rgb({ width, height, data }: Pixels): Uint8Array {
  const rows = new Uint8Array(3 * width * height);
  for (let i = 0; i < width * height; i++) rows.set(data.subarray(4 * i, 4 * i + 3), 3 * i);
  return rows;
}

/** Each row begins with its filter: none. */
function withFilterBytes(rows: Uint8Array, stride: number, height: number): Uint8Array {
  const filtered = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) filtered.set(rows.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return filtered;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
