/** TIFF → the pixels of its pages: fax, LZW, deflate and JPEG packing as scanners write them. */
import UTIF from 'utif2';
import { assureDirectories } from './directories.ts';
import { assureSize, type Pixels } from './pixels.ts';

const X_RESOLUTION = 't282';
const UNIT = 't296';
const CENTIMETRE = 3;
const UNPACKED = 1;
/** An empty page, packed as a fax, becomes so many times as large. */
const MOST_UNPACKED = 5000;
const MOST_PAGES = 200;

/** One page after the other, so that only one is unpacked at a time. @throws what `assureSize` does; Error where it holds no picture */
export function* tiffPixels(bytes: Uint8Array): Generator<Pixels> {
  assureDirectories(bytes);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const pages = UTIF.decode(buffer).slice(0, MOST_PAGES);
  if (pages.length === 0) throw new Error('no page');
  for (const page of pages) {
    const [width, height] = [numberOf(page.t256), numberOf(page.t257)];
    assureSize(width, height);
    const most = bytes.length * (numberOf(page.t259) === UNPACKED ? 1 : MOST_UNPACKED);
    if ((width * height * numberOf(page.t258)) / 8 > most) throw new Error('more pixels than bytes');
    UTIF.decodeImage(buffer, page);
    const colours = UTIF.toRGBA8(page);
    const data = new Uint8Array(width * height * 3);
    for (let from = 0, to = 0; to < data.length; from += 4) {
      data[to++] = colours[from]!;
      data[to++] = colours[from + 1]!;
      data[to++] = colours[from + 2]!;
    }
    const perUnit = numberOf(page[X_RESOLUTION]);
    const dpi = numberOf(page[UNIT]) === CENTIMETRE ? perUnit * 2.54 : perUnit;
    yield { width, height, samples: 3, data, dpi: dpi > 0 ? dpi : undefined };
  }
}

/** The first value of a tag, however it is kept; 0 where there is none. */
function numberOf(tag: unknown): number {
  const value: unknown =
    Array.isArray(tag) || ArrayBuffer.isView(tag) ? (tag as unknown as ArrayLike<unknown>)[0] : tag;
  return typeof value === 'number' ? value : 0;
}
