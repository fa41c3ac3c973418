/** PDFium (WebAssembly) behind one small interface: pages as glyphs, rulings and the share that images cover. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import { locked } from '../protected/wrong.ts';
import { UnreadableInput } from '../unreadable.ts';
import type { Box, Glyph, Ruling } from './geometry.ts';
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
  /** Characters that the font gives no meaning. */
  readonly unmapped: number;
  /** Characters that a clip cuts through, so that the page shows a part of them only. */
  readonly cut: readonly Glyph[];
  /** Set where the page was recognised on its picture: radians by which its lines fall to the right. */
  readonly scan?: { readonly skew: number };
}

/** Recognises a page on its picture, of this many dots an inch. */
export interface Scanner {
  readonly dpi: number;
  scan(
    picture: { readonly width: number; readonly height: number; readonly data: Uint8Array },
    page: RawPage,
  ): Promise<RawPage>;
}

/** A page whose image covers this share and that has hardly any text is a scan. */
export const SCAN_SHARE = 0.5;
export const SCAN_GLYPHS = 10;

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
      const page = readPage(pdfium, document, index, scratch);
      const isScan = page && page.glyphs.length < SCAN_GLYPHS && page.imageShare > SCAN_SHARE;
      const picture = isScan && scanner ? pictureOf(pdfium, document, page, scanner.dpi) : undefined;
      yield picture && page && scanner ? await scanner.scan(picture, page) : (page ?? index + 1);
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

function readPage(pdfium: Pdfium, document: number, index: number, scratch: number): RawPage | undefined {
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
    return {
      number: index + 1,
      width: sideways ? h : w,
      height: sideways ? w : h,
      turns: (shown - turns + 4) % 4,
      glyphs,
      rulings: shapes.rulings,
      imageShare: shapes.image / (w * h || 1),
      unmapped,
      cut,
    };
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
