/** PDFium (WebAssembly) behind one small interface: pages as glyphs, rulings and the share that images cover. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import { UnreadableInput } from '../unreadable.ts';
import { type Box, type Glyph, type Ruling, turned } from './geometry.ts';
import { plainCharacter } from './radicals.ts';

type Pdfium = Awaited<ReturnType<typeof init>>['pdfium'] & {
  wasmExports: { malloc(size: number): number; free(pointer: number): void };
  HEAPU8: Uint8Array;
  HEAP32: Int32Array;
  HEAPF32: Float32Array;
  HEAPF64: Float64Array;
} & Record<`_${string}`, (...args: number[]) => number>;

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
}

const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const PASSWORD_ERROR = 4;
const MAX_FORM_DEPTH = 6;
/** A filled shape at most this thick is a line. */
const LINE_WIDTH = 2.6;

let engine: Promise<Pdfium> | undefined;

function load(): Promise<Pdfium> {
  engine ??= (async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
    const module = await init({ wasmBinary: new Uint8Array(wasm).buffer });
    module.PDFiumExt_Init();
    return module.pdfium as unknown as Pdfium;
  })();
  return engine;
}

/**
 * Opens a PDF and hands its pages over one by one; a page that does not load is `undefined`. Memory is freed at the end.
 * @throws UnreadableInput `encrypted` or `damaged`
 */
export async function* pdfPages(bytes: Uint8Array): AsyncGenerator<RawPage | number> {
  const pdfium = await load();
  const data = pdfium.wasmExports.malloc(bytes.length);
  if (data === 0) throw new UnreadableInput('too-large', '文件太大，内存放不下；请拆成几个文件再试。');
  pdfium.HEAPU8.set(bytes, data);
  const scratch = pdfium.wasmExports.malloc(64);
  const document = pdfium._FPDF_LoadMemDocument!(data, bytes.length, 0);
  try {
    if (document === 0) {
      if (pdfium._FPDF_GetLastError!() === PASSWORD_ERROR)
        throw new UnreadableInput('encrypted', 'PDF 设了打开密码，读不了；请用没有密码的文件。');
      throw new UnreadableInput('damaged', 'PDF 已损坏或没有下载完整，打不开；请重新下载或重新导出。');
    }
    const count = pdfium._FPDF_GetPageCount!(document);
    for (let index = 0; index < count; index++) yield readPage(pdfium, document, index, scratch) ?? index + 1;
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument!(document);
    pdfium.wasmExports.free(scratch);
    pdfium.wasmExports.free(data);
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

/** The visible frame in page space: [left, bottom, right, top]. */
function pageFrame(pdfium: Pdfium, page: number, scratch: number): Box {
  const at = scratch >> 2;
  for (const get of [pdfium._FPDFPage_GetCropBox!, pdfium._FPDFPage_GetMediaBox!]) {
    if (!get(page, scratch, scratch + 4, scratch + 8, scratch + 12)) continue;
    const [x0, y0, x1, y1] = pdfium.HEAPF32.subarray(at, at + 4) as unknown as [number, number, number, number];
    if (x1 !== x0 && y1 !== y0) return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
  }
  return [0, 0, 595, 842];
}

/** Quarter turns that make most of the text run from left to right; the page's own where there is little text. */
function readingTurns(pdfium: Pdfium, text: number, shown: number): number {
  const count = pdfium._FPDFText_CountChars!(text);
  const votes = [0, 0, 0, 0];
  const step = Math.max(1, Math.floor(count / 200));
  for (let i = 0; i < count; i += step) {
    if (pdfium._FPDFText_GetUnicode!(text, i) <= 32) continue;
    const angle = pdfium._FPDFText_GetCharAngle!(text, i);
    if (angle < 0) continue;
    // PDFium counts the angle clockwise; text that runs upwards is set upright by one turn.
    votes[(4 - Math.round(angle / (Math.PI / 2))) & 3]!++;
  }
  const best = votes.indexOf(Math.max(...votes));
  const sum = votes.reduce((a, b) => a + b, 0);
  return sum > 0 && votes[best]! * 3 > sum * 2 ? best : shown;
}

function readGlyphs(
  pdfium: Pdfium,
  text: number,
  frame: Box,
  turns: number,
  scratch: number,
): { glyphs: Glyph[]; unmapped: number; cut: Glyph[] } {
  const count = pdfium._FPDFText_CountChars!(text);
  const glyphs: Glyph[] = [];
  const at = scratch >> 2;
  const cut: Glyph[] = [];
  const clips = new Map<number, Clip | undefined>();
  let unmapped = 0;
  for (let i = 0; i < count; i++) {
    let code = pdfium._FPDFText_GetUnicode!(text, i);
    if (
      code <= 32 ||
      code === 0xa0 ||
      code === 0xad ||
      code === 0xfffe ||
      code === 0xfeff ||
      code === 0x3000 ||
      (code >= 0x7f && code < 0xa0)
    ) {
      if (code === 0) unmapped++;
      continue;
    }
    if (pdfium._FPDFText_IsGenerated!(text, i) === 1) continue;
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) unmapped++;
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < count) {
      const low = pdfium._FPDFText_GetUnicode!(text, i + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        i++;
      }
    }
    if (!pdfium._FPDFText_GetLooseCharBox!(text, i, scratch)) continue;
    const [ax] = turned(frame, turns, pdfium.HEAPF32[at]!, pdfium.HEAPF32[at + 1]!);
    const [bx] = turned(frame, turns, pdfium.HEAPF32[at + 2]!, pdfium.HEAPF32[at + 3]!);
    pdfium._FPDFText_GetMatrix!(text, i, scratch);
    const em = pdfium._FPDFText_GetFontSize!(text, i) * Math.hypot(pdfium.HEAPF32[at + 2]!, pdfium.HEAPF32[at + 3]!);
    pdfium._FPDFText_GetCharOrigin!(text, i, scratch, scratch + 8);
    const [, baseline] = turned(frame, turns, pdfium.HEAPF64[scratch >> 3]!, pdfium.HEAPF64[(scratch >> 3) + 1]!);
    // Fonts state wild heights; the em square around the baseline is where the character stands.
    const [x0, x1, y0, y1] = [Math.min(ax, bx), Math.max(ax, bx), baseline - 0.86 * em, baseline + 0.14 * em];
    const last = glyphs.at(-1);
    const char = plainCharacter(String.fromCodePoint(code));
    // Fake bold prints a character twice at nearly the same place.
    if (last && last.text === char && Math.abs(last.x0 - x0) < 1 && Math.abs(last.y0 - y0) < 1) continue;
    const glyph = { text: char, x0, y0, x1, y1, size: em };
    const shown = shownShare(clipOf(pdfium, text, i, frame, turns, clips, scratch), baseline, em);
    if (shown > SLIVER && shown < CUT) cut.push(glyph);
    if (shown >= VISIBLE) glyphs.push(glyph);
  }
  return { glyphs, unmapped, cut };
}

/** Less of a character than this is not seen; less than the half is not read; less than three quarters is visibly cut. */
const SLIVER = 0.03;
const VISIBLE = 0.5;
const CUT = 0.75;

/** What a clip lets through from top to bottom, in reading space. */
interface Clip {
  readonly y0: number;
  readonly y1: number;
}

/** The clip of the text object that a character belongs to; objects share few clips, so they are remembered. */
function clipOf(
  pdfium: Pdfium,
  text: number,
  index: number,
  frame: Box,
  turns: number,
  known: Map<number, Clip | undefined>,
  scratch: number,
): Clip | undefined {
  const object = pdfium._FPDFText_GetTextObject!(text, index);
  if (object === 0) return undefined;
  if (!known.has(object)) known.set(object, readClip(pdfium, object, frame, turns, scratch));
  return known.get(object);
}

function readClip(pdfium: Pdfium, object: number, frame: Box, turns: number, scratch: number): Clip | undefined {
  const path = pdfium._FPDFPageObj_GetClipPath!(object);
  const count = path === 0 ? 0 : pdfium._FPDFClipPath_CountPaths!(path);
  let clip: Clip | undefined;
  for (let i = 0; i < count; i++) {
    const ys: number[] = [];
    const segments = pdfium._FPDFClipPath_CountPathSegments!(path, i);
    for (let k = 0; k < segments; k++) {
      pdfium._FPDFPathSegment_GetPoint!(pdfium._FPDFClipPath_GetPathSegment!(path, i, k), scratch, scratch + 4);
      ys.push(turned(frame, turns, pdfium.HEAPF32[scratch >> 2]!, pdfium.HEAPF32[(scratch >> 2) + 1]!)[1]);
    }
    if (ys.length < 3) continue;
    clip = {
      y0: Math.max(clip?.y0 ?? Number.NEGATIVE_INFINITY, Math.min(...ys)),
      y1: Math.min(clip?.y1 ?? Number.POSITIVE_INFINITY, Math.max(...ys)),
    };
  }
  return clip;
}

/** The share of a character's height that its clip shows. Sideways cuts are left alone: a long number stays whole. */
function shownShare(clip: Clip | undefined, baseline: number, em: number): number {
  if (!clip || em === 0) return 1;
  const [top, bottom] = [baseline - 0.8 * em, baseline + 0.1 * em];
  return Math.max(0, Math.min(bottom, clip.y1) - Math.max(top, clip.y0)) / (bottom - top);
}

type Matrix = readonly [number, number, number, number, number, number];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** Collects the straight lines of a page's paths, also of those in nested forms, and its largest image. */
class Shapes {
  readonly rulings: Ruling[] = [];
  image = 0;
  readonly #pdfium: Pdfium;
  readonly #frame: Box;
  readonly #turns: number;
  readonly #scratch: number;

  constructor(pdfium: Pdfium, frame: Box, turns: number, scratch: number) {
    this.#pdfium = pdfium;
    this.#frame = frame;
    this.#turns = turns;
    this.#scratch = scratch;
  }

  readPage(page: number): void {
    const count = this.#pdfium._FPDFPage_CountObjects!(page);
    for (let i = 0; i < count; i++) this.#object(this.#pdfium._FPDFPage_GetObject!(page, i), [1, 0, 0, 1, 0, 0], 0);
  }

  #object(object: number, outer: Matrix, depth: number): void {
    const pdfium = this.#pdfium;
    const type = pdfium._FPDFPageObj_GetType!(object);
    if (type === PATH) this.#path(object, outer);
    else if (type === IMAGE) {
      const m = times(this.#matrix(object), outer);
      this.image = Math.max(this.image, Math.abs(m[0] * m[3] - m[1] * m[2]));
    } else if (type === FORM && depth < MAX_FORM_DEPTH) {
      const m = times(this.#matrix(object), outer);
      const count = pdfium._FPDFFormObj_CountObjects!(object);
      for (let i = 0; i < count; i++) this.#object(pdfium._FPDFFormObj_GetObject!(object, i), m, depth + 1);
    }
  }

  #matrix(object: number): Matrix {
    const at = this.#scratch >> 2;
    this.#pdfium._FPDFPageObj_GetMatrix!(object, this.#scratch);
    return [...this.#pdfium.HEAPF32.subarray(at, at + 6)] as unknown as Matrix;
  }

  #path(object: number, outer: Matrix): void {
    const pdfium = this.#pdfium;
    const scratch = this.#scratch;
    const count = pdfium._FPDFPath_CountSegments!(object);
    if (count < 2 || count > 2000) return;
    const m = times(this.#matrix(object), outer);
    pdfium._FPDFPath_GetDrawMode!(object, scratch, scratch + 4);
    const filled = pdfium.HEAP32[scratch >> 2]! !== 0;
    const stroked = pdfium.HEAP32[(scratch >> 2) + 1]! !== 0;
    if (!filled && !stroked) return;
    let part: [number, number][] = [];
    const flush = () => {
      if (part.length > 1) this.#subpath(part, stroked);
      part = [];
    };
    for (let i = 0; i < count; i++) {
      const segment = pdfium._FPDFPath_GetPathSegment!(object, i);
      const type = pdfium._FPDFPathSegment_GetType!(segment);
      pdfium._FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4);
      const [x, y] = [pdfium.HEAPF32[scratch >> 2]!, pdfium.HEAPF32[(scratch >> 2) + 1]!];
      if (type === 2) flush();
      part.push(turned(this.#frame, this.#turns, m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]));
      if (pdfium._FPDFPathSegment_GetClose!(segment) && part.length > 2) part.push(part[0]!);
    }
    flush();
  }

  #subpath(points: readonly (readonly [number, number])[], stroked: boolean): void {
    const xs = points.map((p) => p[0]);
    const ys = points.map((p) => p[1]);
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (x1 - x0 <= LINE_WIDTH || y1 - y0 <= LINE_WIDTH) this.#line(x0, y0, x1, y1);
    else if (stroked) {
      for (let i = 1; i < points.length; i++) {
        const [ax, ay] = points[i - 1]!;
        const [bx, by] = points[i]!;
        if (Math.abs(ax - bx) <= 0.6 || Math.abs(ay - by) <= 0.6)
          this.#line(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
      }
    }
  }

  #line(x0: number, y0: number, x1: number, y1: number): void {
    const [w, h] = [x1 - x0, y1 - y0];
    if (w < 0.8 && h < 0.8) return;
    if (h <= LINE_WIDTH && w >= h) this.rulings.push({ horizontal: true, at: (y0 + y1) / 2, from: x0, to: x1 });
    else if (w <= LINE_WIDTH) this.rulings.push({ horizontal: false, at: (x0 + x1) / 2, from: y0, to: y1 });
  }
}
