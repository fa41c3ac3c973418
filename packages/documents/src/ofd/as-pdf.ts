/** The pages of an OFD as a document of PDFium, so that crops, page views and notes are made of it as of any PDF. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RawPage } from '../pdf/engine.ts';
import type { Glyph, Ruling } from '../pdf/geometry.ts';
import { turnBox } from '../pdf/geometry.ts';
import type { Pdfium } from '../pdf/pdfium.ts';
import { linesOf } from '../pdf/runs.ts';
import { openOfd } from './package.ts';
import { rawPageOf } from './page.ts';

const TRUETYPE = 2;
const LINE_WIDTH = 0.5;
const STROKED = 1;
/** Of an em square: so much stands below the baseline. */
const BELOW = 0.14;

/** The document's handle. Its fonts are not the OFD's own: what matters is which words and lines stand where. */
export function drawOfd(pdfium: Pdfium, bytes: Uint8Array): number {
  const { pages } = openOfd(bytes);
  const document = pdfium._FPDF_CreateNewDocument!();
  const font = loadFont(pdfium, document);
  pages.forEach((page, i) => {
    const raw = page && rawPageOf(page, i + 1);
    const handle = pdfium._FPDFPage_New!(document, i, raw?.width ?? 595, raw?.height ?? 842);
    if (raw) drawPage(pdfium, document, handle, font, raw);
    pdfium._FPDFPage_GenerateContent!(handle);
    pdfium._FPDF_ClosePage!(handle);
  });
  return document;
}

function loadFont(pdfium: Pdfium, document: number): number {
  const path = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  );
  const data = readFileSync(path);
  const pointer = pdfium.wasmExports.malloc(data.length);
  try {
    pdfium.HEAPU8.set(data, pointer);
    return pdfium._FPDFText_LoadFont!(document, pointer, data.length, TRUETYPE, 1);
  } finally {
    pdfium.wasmExports.free(pointer);
  }
}

function drawPage(pdfium: Pdfium, document: number, page: number, font: number, raw: RawPage): void {
  const [width, height] = raw.turns % 2 === 1 ? [raw.height, raw.width] : [raw.width, raw.height];
  for (const ruling of raw.rulings) {
    const [x0, y0, x1, y1] = turnBox(boxOf(ruling), raw.turns, width, height);
    const path = pdfium._FPDFPageObj_CreateNewPath!(x0, raw.height - y0);
    pdfium._FPDFPath_LineTo!(path, x1, raw.height - y1);
    pdfium._FPDFPageObj_SetStrokeWidth!(path, LINE_WIDTH);
    pdfium._FPDFPath_SetDrawMode!(path, 0, STROKED);
    pdfium._FPDFPage_InsertObject!(page, path);
  }
  for (const { runs } of linesOf(raw.glyphs))
    for (const { glyphs } of runs)
      for (const glyph of glyphs) drawGlyph(pdfium, document, page, font, raw, glyph, width, height);
}

const boxOf = ({ horizontal, at, from, to }: Ruling): readonly [number, number, number, number] =>
  horizontal ? [from, at, to, at] : [at, from, at, to];

/** Quarter turns as the first two columns of a matrix, y up. */
const TURNS = [
  [1, 0, 0, 1],
  [0, -1, 1, 0],
  [-1, 0, 0, -1],
  [0, 1, -1, 0],
] as const;

function drawGlyph(
  pdfium: Pdfium,
  document: number,
  page: number,
  font: number,
  raw: RawPage,
  { text, x0, y1, size }: Glyph,
  width: number,
  height: number,
): void {
  const baseline = y1 - BELOW * size;
  const [x, y] = turnBox([x0, baseline, x0, baseline], raw.turns, width, height);
  const words = Buffer.from(`${text}\0`, 'utf16le');
  const pointer = pdfium.wasmExports.malloc(words.length);
  pdfium.HEAPU8.set(words, pointer);
  const object = pdfium._FPDFPageObj_CreateTextObj!(document, font, size);
  pdfium._FPDFText_SetText!(object, pointer);
  pdfium.wasmExports.free(pointer);
  pdfium._FPDFPageObj_Transform!(object, ...TURNS[raw.turns as 0 | 1 | 2 | 3], x, raw.height - y);
  pdfium._FPDFPage_InsertObject!(page, object);
}
