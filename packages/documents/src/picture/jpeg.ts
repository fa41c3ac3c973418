/** What a JPEG says of itself before its picture: size, samples, how it is turned, dots an inch (ITU T.81, JFIF, Exif). */

export interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly samples: 1 | 3 | 4;
  /** Quarter turns to the right that set it upright, as a camera notes them. */
  readonly turns: number;
  readonly dpi: number | undefined;
}

const END = 0xd9;
const SCAN = 0xda;
const JFIF = 0xe0;
const EXIF = 0xe1;
const INCH = 1;
const CENTIMETRE = 2;
const ORIENTATION = 0x0112;
/** Exif's numbers of pictures that are turned; mirrored ones no scanner makes. */
const TURNS: Readonly<Record<number, number>> = { 3: 2, 6: 1, 8: 3 };

/** @throws RangeError or Error where the bytes end or hold no picture */
export function jpegOf(bytes: Uint8Array): Jpeg {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let dpi: number | undefined;
  let turns = 0;
  for (let at = 2; ; ) {
    while (view.getUint8(at) !== 0xff) at += 1;
    while (view.getUint8(at) === 0xff) at += 1;
    const marker = view.getUint8(at);
    if (marker === SCAN || marker === END) throw new Error('no frame before the picture');
    const length = view.getUint16(at + 1);
    const start = at + 3;
    if (marker === JFIF && textAt(bytes, start, 4) === 'JFIF') dpi = densityAt(view, start + 7);
    if (marker === EXIF && textAt(bytes, start, 4) === 'Exif') turns = turnsAt(view, start + 6);
    if (isFrame(marker)) {
      const samples = view.getUint8(start + 5);
      if (samples !== 1 && samples !== 3 && samples !== 4) throw new Error(`${samples} samples a pixel`);
      return { width: view.getUint16(start + 3), height: view.getUint16(start + 1), samples, turns, dpi };
    }
    at = start + length - 2;
  }
}

/** Frames are C0 to CF without the tables (C4), the extension (C8) and the conditioning (CC). */
const isFrame = (marker: number): boolean => (marker & 0xf0) === 0xc0 && ![0xc4, 0xc8, 0xcc].includes(marker);

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

function densityAt(view: DataView, at: number): number | undefined {
  const density = view.getUint16(at + 1);
  if (view.getUint8(at) === INCH) return density;
  return view.getUint8(at) === CENTIMETRE ? density * 2.54 : undefined;
}

/** The orientation in the first directory of the TIFF that Exif is. */
function turnsAt(view: DataView, start: number): number {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const count = view.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i;
    if (view.getUint16(entry, little) === ORIENTATION) return TURNS[view.getUint16(entry + 8, little)] ?? 0;
  }
  return 0;
}
