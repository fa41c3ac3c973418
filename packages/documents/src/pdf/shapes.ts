/** The straight lines of a page's drawings, and its images. */
import { type Box, type Ruling, turned } from './geometry.ts';
import type { Pdfium } from './pdfium.ts';

const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const MAX_FORM_DEPTH = 6;
/** A filled shape at most this thick is a line. */
const LINE_WIDTH = 2.6;

type Matrix = readonly [number, number, number, number, number, number];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** Collects the straight lines of a page's paths and its images, also of those in nested forms. */
export class Shapes {
  readonly rulings: Ruling[] = [];
  readonly images: Box[] = [];
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
      const corners = [turned(this.#frame, this.#turns, m[4], m[5])];
      corners.push(turned(this.#frame, this.#turns, m[0] + m[2] + m[4], m[1] + m[3] + m[5]));
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      this.images.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
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
      if (part.length > 1) this.rulings.push(...rulingsOf(part, stroked));
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
}

/** The straight lines of one part of a drawing: thin shapes are lines, of larger ones the edges where they are stroked. */
export function rulingsOf(points: readonly (readonly [number, number])[], stroked: boolean): Ruling[] {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (x1 - x0 <= LINE_WIDTH || y1 - y0 <= LINE_WIDTH) return lineOf(x0, y0, x1, y1);
  if (!stroked) return [];
  return points.slice(1).flatMap(([bx, by], i) => {
    const [ax, ay] = points[i]!;
    const isStraight = Math.abs(ax - bx) <= 0.6 || Math.abs(ay - by) <= 0.6;
    return isStraight ? lineOf(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)) : [];
  });
}

function lineOf(x0: number, y0: number, x1: number, y1: number): Ruling[] {
  const [w, h] = [x1 - x0, y1 - y0];
  if (w < 0.8 && h < 0.8) return [];
  if (h <= LINE_WIDTH && w >= h) return [{ horizontal: true, at: (y0 + y1) / 2, from: x0, to: x1 }];
  return w <= LINE_WIDTH ? [{ horizontal: false, at: (x0 + x1) / 2, from: y0, to: y1 }] : [];
}
