/** PDFium (WebAssembly) behind one small interface: pages as glyphs, rulings and the share that images cover. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import { locked } from '../protected/wrong.ts';
import { UnreadableInput } from '../unreadable.ts';
import { type Box, type Glyph, type Ruling, turnBox } from './geometry.ts';
import { readGlyphs, readingTurns } from './glyphs.ts';
import type { Pdfium } from './pdfium.ts';
import { Shapes } from './shapes.ts';

export interface RawPage {
  readonly number: number;
  /** Size as displayed, and how many quarter turns the reading direction differs from the display. */
  readonly width: number;
  readonly height: number;
  readonly turns: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  /** Share of the page that its largest image covers, 0 to 1. */
  readonly imageShare: number;
  /** Why a page that is a picture was not recognised, where others were. */
  readonly unrecognised?: string;
  /** Tables that are pictures between the page's text and were not read. */
  readonly unreadTables?: number;
  /** Characters that the font gives no meaning. */
  readonly unmapped: number;
  /** Characters that a clip cuts through, so that the page shows a part of them only. */
  readonly cut: readonly Glyph[];
  /** Set where the page was recognised on its picture: radians by which its lines fall to the right. */
  readonly scan?: {
    readonly skew: number;
    /** Only pictures on it. */
    readonly isPart?: boolean;
    /** Where ink stands of which nothing was read. */
    readonly unread?: readonly Box[];
  };
}

/** Recognises a page on its picture, of this many dots an inch. */
export interface Scanner {
  readonly dpi: number;
  /** What stands for a page that is a picture, where it is not to be recognised now. */
  takenFor?(page: RawPage): RawPage | undefined;
  scan(
    picture: { readonly width: number; readonly height: number; readonly data: Uint8Array },
    page: RawPage,
    /** Where pictures stand between the page's own text, in points as displayed; none where all of the page is one. */
    areas?: readonly Box[],
  ): Promise<RawPage>;
}

/** A page whose image covers this share and that has hardly any text is a scan. */
export const SCAN_SHARE = 0.5;
export const SCAN_GLYPHS = 10;
/** A smaller picture on a page with text is no table. */
const TABLE_SHARE = 0.05;

const PASSWORD_ERROR = 4;
/** Bytes that the engine may take: what unfolds to more, such as a drawing that draws itself, is no disclosure. */
const MOST_MEMORY = 640 * 1024 ** 2;
const MEMORY_PAGE = 65_536;
/** A whole city's volume has some 3000. */
const MOST_PAGES = 10_000;

let engine: Promise<Pdfium> | undefined;

/** The engine, loaded once a thread, and again after it broke off. */
export function loadPdfium(): Promise<Pdfium> {
  engine ??= (async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
    // It says on this channel that it got no memory, and would go on without: what is thrown here ends it.
    const printErr = (said: string) => {
      if (/heap|memory/i.test(said)) throw new WebAssembly.RuntimeError(said);
    };
    const module = await init({ wasmBinary: new Uint8Array(wasm).buffer, ...{ printErr } });
    const pdfium = module.pdfium as unknown as Pdfium;
    limitMemory(pdfium.wasmExports.memory);
    // The module's own functions make up the words of three complaints before each call: of some ten thousand a page.
    for (const [name, call] of Object.entries(pdfium.wasmExports))
      if (name.startsWith('FPDF')) pdfium[`_${name}`] = call;
    module.PDFiumExt_Init();
    return pdfium;
  })();
  return engine;
}

function limitMemory(memory: WebAssembly.Memory): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * MEMORY_PAGE > MOST_MEMORY) throw new RangeError('beyond the limit');
    return grow(pages);
  };
}

/** What to throw for an error in PDFium. Where it broke off, without memory or by a bug of its own, the next document gets another engine. */
export function brokenOff(error: unknown): unknown {
  if (!(error instanceof WebAssembly.RuntimeError)) return error;
  engine = undefined;
  return new UnreadableInput(
    'too-large',
    'PDF 的页面展开后太大，或者内容有误，处理不下去；请用原来的文档重新导出 PDF 后再试。',
    { cause: error },
  );
}

/** What a PDF says of itself as a whole. */
export interface PdfFacts {
  readonly pages: number;
  readonly signatures: number;
}

/**
 * Opens a PDF and hands its pages over one by one; a page that does not load is its number. Memory is freed at the end.
 * `told` hears of the file before its first page. @throws UnreadableInput `encrypted` or `damaged`
 */
export async function* pdfPages(
  bytes: Uint8Array,
  told?: (facts: PdfFacts) => void,
  scanner?: Scanner,
): AsyncGenerator<RawPage | number> {
  const pdfium = await loadPdfium();
  const data = pdfium.wasmExports.malloc(bytes.length);
  if (data === 0) throw new UnreadableInput('too-large', '文件太大，内存放不下；请拆成几个文件再试。');
  pdfium.HEAPU8.set(bytes, data);
  const scratch = pdfium.wasmExports.malloc(64);
  let document = 0;
  let isBroken = false;
  try {
    document = pdfium._FPDF_LoadMemDocument!(data, bytes.length, 0);
    if (document === 0) {
      if (pdfium._FPDF_GetLastError!() === PASSWORD_ERROR) throw locked(undefined);
      throw new UnreadableInput('damaged', 'PDF 已损坏或没有下载完整，打不开；请重新下载或重新导出。');
    }
    const count = pdfium._FPDF_GetPageCount!(document);
    if (count > MOST_PAGES)
      throw new UnreadableInput(
        'too-large',
        `PDF 有 ${count} 页，超过了上限 ${MOST_PAGES} 页；请确认文件，或拆成几个文件再读。`,
      );
    told?.({ pages: count, signatures: Math.max(0, pdfium._FPDF_GetSignatureCount!(document)) });
    for (let index = 0; index < count; index++) {
      const read = readPage(pdfium, document, index, scratch);
      yield read ? await scanned(pdfium, document, read, scanner) : index + 1;
    }
  } catch (error) {
    isBroken = error instanceof WebAssembly.RuntimeError;
    throw brokenOff(error);
  } finally {
    if (!isBroken) {
      if (document !== 0) pdfium._FPDF_CloseDocument!(document);
      pdfium.wasmExports.free(scratch);
      pdfium.wasmExports.free(data);
    }
  }
}

interface ReadPage {
  readonly page: RawPage;
  /** Images on it, in reading direction. */
  readonly images: readonly Box[];
}

/** The page with what is read of its pictures. */
async function scanned(
  pdfium: Pdfium,
  document: number,
  { page, images }: ReadPage,
  scanner: Scanner | undefined,
): Promise<RawPage> {
  if (!scanner) return page;
  const isScan = page.glyphs.length < SCAN_GLYPHS && page.imageShare > SCAN_SHARE;
  const areas = isScan ? [] : images.filter((image) => isBare(image, page)).map((image) => displayed(image, page));
  if (!isScan && areas.length === 0) return page;
  const taken = isScan ? scanner.takenFor?.(page) : undefined;
  if (taken) return taken;
  const picture = pictureOf(pdfium, document, page, scanner.dpi);
  return picture ? scanner.scan(picture, page, isScan ? undefined : areas) : page;
}

/** Whether a picture is large enough for a table, and no text of the page stands on it. */
function isBare(image: Box, { width, height, glyphs }: RawPage): boolean {
  if (areaOf(image) < TABLE_SHARE * width * height) return false;
  const [x0, y0, x1, y1] = image;
  const over = glyphs.filter((glyph) => {
    const [x, y] = [(glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2];
    return x > x0 && x < x1 && y > y0 && y < y1;
  });
  return over.length < SCAN_GLYPHS;
}

function displayed(image: Box, { turns, width, height }: RawPage): Box {
  return turns % 2 === 1 ? turnBox(image, turns, height, width) : turnBox(image, turns, width, height);
}

const areaOf = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0);

function readPage(pdfium: Pdfium, document: number, index: number, scratch: number): ReadPage | undefined {
  const page = pdfium._FPDF_LoadPage!(document, index);
  if (page === 0) return undefined;
  const text = pdfium._FPDFText_LoadPage!(page);
  try {
    const frame = pageFrame(pdfium, page, scratch);
    const shown = pdfium._FPDFPage_GetRotation!(page) & 3;
    const turns = text === 0 ? shown : readingTurns(pdfium, text, shown);
    const [w, h] = [frame[2] - frame[0], frame[3] - frame[1]];
    const sideways = shown % 2 === 1;
    const { glyphs, unmapped, cut } =
      text === 0 ? { glyphs: [], unmapped: 0, cut: [] } : readGlyphs(pdfium, text, frame, turns, scratch);
    const shapes = new Shapes(pdfium, frame, turns, scratch);
    shapes.readPage(page);
    const read = {
      number: index + 1,
      width: sideways ? h : w,
      height: sideways ? w : h,
      turns: (shown - turns + 4) % 4,
      glyphs,
      rulings: shapes.rulings,
      imageShare: Math.max(0, ...shapes.images.map(areaOf)) / (w * h || 1),
      unmapped,
      cut,
    };
    return { page: read, images: shapes.images };
  } finally {
    if (text !== 0) pdfium._FPDFText_ClosePage!(text);
    pdfium._FPDF_ClosePage!(page);
  }
}

/** More pixels no page is drawn in: one of odd size is not looked at. */
const MOST_PIXELS = 30_000_000;
const REVERSE_BYTE_ORDER = 0x10;

/** A page as it is displayed, four bytes a pixel; undefined where it is too large. */
function pictureOf(pdfium: Pdfium, document: number, { number, width, height }: RawPage, dpi: number) {
  const [w, h] = [Math.round((width * dpi) / 72), Math.round((height * dpi) / 72)];
  if (w * h > MOST_PIXELS || w < 50 || h < 50) return undefined;
  const page = pdfium._FPDF_LoadPage!(document, number - 1);
  const bitmap = page === 0 ? 0 : pdfium._FPDFBitmap_Create!(w, h, 0);
  try {
    if (bitmap === 0) return undefined;
    pdfium._FPDFBitmap_FillRect!(bitmap, 0, 0, w, h, 0xffffffff);
    pdfium._FPDF_RenderPageBitmap!(bitmap, page, 0, 0, w, h, 0, REVERSE_BYTE_ORDER);
    const buffer = pdfium._FPDFBitmap_GetBuffer!(bitmap);
    return { width: w, height: h, data: pdfium.HEAPU8.slice(buffer, buffer + 4 * w * h) };
  } finally {
    if (bitmap !== 0) pdfium._FPDFBitmap_Destroy!(bitmap);
    if (page !== 0) pdfium._FPDF_ClosePage!(page);
  }
}

/** The visible frame in page space: [left, bottom, right, top]. It knows inherited boxes and cuts a crop to its medium. */
export function pageFrame(pdfium: Pdfium, page: number, scratch: number): Box {
  if (!pdfium._FPDF_GetPageBoundingBox!(page, scratch)) return [0, 0, 595, 842];
  const [left, top, right, bottom] = pdfium.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 4);
  return [left!, bottom!, right!, top!];
}
