/**
 * A picture of a page (PNG, JPEG, TIFF of several pages) → a PDF of pages that are pictures. What reads, draws and frames
 * scanned PDFs then does so for pictures too.
 */
import { zlibSync } from 'fflate';
import { UnreadableInput } from '../unreadable.ts';
import { type Jpeg, jpegOf } from './jpeg.ts';
import { assureSize, type Pixels } from './pixels.ts';

/** A4 in points: what a page is taken for that says nothing of its size; of a long strip, as a web page is, the width. */
const A4 = [595, 842] as const;
const STRIP = 2;
/** A longer side between these, in points, is believed, and so many dots an inch or more. */
const SMALLEST = 400;
const LARGEST = 1800;
const LEAST_DPI = 60;

/** @throws UnreadableInput `damaged` or `too-large` */
export async function pictureAsPdf(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    if (bytes[0] === 0xff) return pdfOf([jpegPage(jpegOf(bytes), bytes)]);
    const pages = bytes[0] === 0x89 ? [(await import('./png.ts')).pngPixels(bytes)] : await tiffPages(bytes);
    return pdfOf(Array.from(pages, pixelPage));
  } catch (cause) {
    if (cause instanceof UnreadableInput) throw cause;
    throw new UnreadableInput('damaged', '图片已损坏或没有下载完整，打不开；请重新下载或重新扫描。', { cause });
  }
}

const tiffPages = async (bytes: Uint8Array): Promise<Iterable<Pixels>> => (await import('./tiff.ts')).tiffPixels(bytes);

interface Page {
  readonly width: number;
  readonly height: number;
  readonly dpi?: number | undefined;
  /** Quarter turns to the right by which it is to be shown. */
  readonly turns: number;
  readonly colours: string;
  readonly filter: string;
  readonly data: Uint8Array;
}

const COLOURS = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]' } as const;

/** The JPEG itself goes into the PDF: nothing is lost by packing it again. */
function jpegPage({ width, height, samples, turns, dpi }: Jpeg, data: Uint8Array): Page {
  assureSize(width, height);
  return { width, height, dpi, turns, colours: COLOURS[samples], filter: '/DCTDecode', data };
}

function pixelPage({ width, height, samples, dpi, data }: Pixels): Page {
  assureSize(width, height);
  const packed = zlibSync(data, { level: 1 });
  return { width, height, dpi, turns: 0, colours: COLOURS[samples], filter: '/FlateDecode', data: packed };
}

/** A page's size in points: what the file says where that is a sheet of paper, else A4. */
function pointsOf({ width, height, dpi }: Page): readonly [number, number] {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  const said = dpi && dpi >= LEAST_DPI ? 72 / dpi : 0;
  const isPaper = said * longer >= SMALLEST && said * longer <= LARGEST;
  const guessed = longer > STRIP * shorter ? A4[0] / shorter : A4[1] / longer;
  const scale = isPaper ? said : guessed;
  return [width * scale, height * scale];
}

/** The objects of ISO 32000-1 that a file of pictures needs: catalogue, pages, and of each page itself, its content and its picture. */
function pdfOf(pages: readonly Page[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: number[] = [];
  let length = parts[0]!.length;
  const write = (part: Uint8Array | string): void => {
    const buffer = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(buffer);
    length += buffer.length;
  };
  const object = (dictionary: string, stream?: Uint8Array): void => {
    places.push(length);
    write(`${places.length} 0 obj\n`);
    write(stream ? `<< ${dictionary} /Length ${stream.length} >>\nstream\n` : `<< ${dictionary} >>`);
    if (stream) write(stream);
    write(stream ? '\nendstream\nendobj\n' : '\nendobj\n');
  };
  object('/Type /Catalog /Pages 2 0 R');
  object(`/Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${3 + 3 * i} 0 R`).join(' ')}]`);
  for (const [i, page] of pages.entries()) {
    const first = 3 + 3 * i;
    const [width, height] = pointsOf(page).map((value) => value.toFixed(3)) as [string, string];
    object(
      `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${90 * page.turns} /Contents ${first + 1} 0 R /Resources << /XObject << /P ${first + 2} 0 R >> >>`,
    );
    object('', Buffer.from(`${width} 0 0 ${height} 0 0 cm /P Do`));
    object(
      `/Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} /BitsPerComponent 8 /ColorSpace ${page.colours} /Filter ${page.filter}`,
      page.data,
    );
  }
  const table = length;
  write(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n`);
  for (const place of places) write(`${String(place).padStart(10, '0')} 00000 n \n`);
  write(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}
