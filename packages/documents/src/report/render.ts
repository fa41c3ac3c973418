/** A part of a page, with frames around given boxes, as a picture: red ones, and blue ones for witnesses. Boxes are points from the top left as displayed. */
import type { Box } from '../pdf/geometry.ts';
import type { OpenPage, OpenPdf } from './pdfium.ts';
import { encodePng, type Pixels } from './png.ts';

export interface Picture {
  readonly png: Uint8Array;
  /** What it shows, in points. */
  readonly width: number;
  readonly height: number;
  /** The page it is taken from. */
  readonly page: number;
  /** The file, where that is another than the one that is reported on. */
  readonly source?: string;
}

export interface Crop {
  readonly page: number;
  readonly region: Box;
  /** What to frame. */
  readonly frames: readonly Box[];
  /** What to frame apart: figures that speak against what is framed. */
  readonly witnesses?: readonly Box[];
  /** Pixels a point. */
  readonly scale: number;
  /** A strip of a page to show above it at the same scale: the head of the table that it is from. */
  readonly above?: { readonly page: number; readonly region: Box };
}

/** Between a frame's inner edge and what it frames, and how thick it is, in points. */
const FRAME_GAP = 1.5;
const FRAME_LINE = 1.2;
const RED = [0xd9, 0x12, 0x12] as const;
const BLUE = [0x1f, 0x5f, 0xa8] as const;
const GRAY = [0xb8, 0xb8, 0xb8] as const;

/** So many pixels no picture has more: a page of odd size is drawn smaller. */
const MOST_PIXELS = 4_000_000;

const WITH_ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;
const WHITE = 0xffffffff;

/** Undefined where there is no such page, or nothing of it lies in the region. */
export function takePicture(pdf: OpenPdf, crop: Crop): Picture | undefined {
  const { above, page, region, scale } = crop;
  const pixels = pdf.withPage(page, (open) => draw(open, crop));
  if (!pixels) return undefined;
  const head = above && pdf.withPage(above.page, (open) => draw(open, { ...above, frames: [], scale }));
  const shown = [above && head ? above.region : undefined, region].filter((one) => one !== undefined);
  return {
    png: encodePng(head ? stacked(head, pixels) : pixels),
    width: Math.max(...shown.map(([x0, , x1]) => x1 - x0)),
    height: shown.reduce((sum, [, y0, , y1]) => sum + y1 - y0, 0),
    page,
  };
}

/** One picture below the other. */
function stacked(upper: Pixels, lower: Pixels): Pixels {
  const width = Math.max(upper.width, lower.width);
  const height = upper.height + lower.height;
  const data = new Uint8Array(4 * width * height).fill(0xff);
  for (const [pixels, top] of [
    [upper, 0],
    [lower, upper.height],
  ] as const)
    for (let y = 0; y < pixels.height; y++)
      data.set(pixels.data.subarray(4 * y * pixels.width, 4 * (y + 1) * pixels.width), 4 * (top + y) * width);
  return { width, height, data };
}

function draw({ pdfium, handle, width: wide, height: high }: OpenPage, crop: Crop): Pixels | undefined {
  const [x0, y0, x1, y1] = crop.region;
  if (x1 - x0 < 1 || y1 - y0 < 1) return undefined;
  const zoom = Math.min(crop.scale, Math.sqrt(MOST_PIXELS / ((x1 - x0) * (y1 - y0))));
  const [width, height] = [Math.round((x1 - x0) * zoom), Math.round((y1 - y0) * zoom)];
  const bitmap = pdfium._FPDFBitmap_Create!(width, height, 0);
  if (bitmap === 0) return undefined;
  try {
    pdfium._FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, WHITE);
    const [left, top] = [-Math.round(x0 * zoom), -Math.round(y0 * zoom)];
    const flags = WITH_ANNOTATIONS | REVERSE_BYTE_ORDER;
    const [whole, tall] = [Math.round(wide * zoom), Math.round(high * zoom)];
    pdfium._FPDF_RenderPageBitmap!(bitmap, handle, left, top, whole, tall, 0, flags);
    const buffer = pdfium._FPDFBitmap_GetBuffer!(bitmap);
    const data = pdfium.HEAPU8.slice(buffer, buffer + 4 * width * height);
    const pixels = { width, height, data };
    outline(pixels, [0, 0, width, height], 2, GRAY);
    const within = ([a, b, c, d]: Box): Box => [(a - x0) * zoom, (b - y0) * zoom, (c - x0) * zoom, (d - y0) * zoom];
    for (const box of crop.witnesses ?? []) drawFrame(pixels, within(box), zoom, BLUE);
    for (const box of crop.frames) drawFrame(pixels, within(box), zoom, RED);
    return pixels;
  } finally {
    pdfium._FPDFBitmap_Destroy!(bitmap);
  }
}

/** Draws a frame around a box given in pixels. */
function drawFrame(pixels: Pixels, [x0, y0, x1, y1]: Box, zoom: number, color: readonly number[]): void {
  const line = Math.max(2, Math.round(FRAME_LINE * zoom));
  const out = FRAME_GAP * zoom + line;
  outline(pixels, [x0 - out, y0 - out, x1 + out, y1 + out], line, color);
}

/** Draws the edge of a box, as far as it lies in the picture. */
function outline({ width, height, data }: Pixels, box: Box, line: number, color: readonly number[]): void {
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));
  const [left, top] = [clamp(box[0], width - line), clamp(box[1], height - line)];
  const [right, bottom] = [clamp(box[2], width), clamp(box[3], height)];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      if (y - top < line || bottom - y <= line || x - left < line || right - x <= line)
        data.set(color, 4 * (y * width + x));
}
