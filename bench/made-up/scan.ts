/** Pages as a scanner hands them on: askew, on grey paper, noisy, packed as a poor JPEG, under a stamp, turned. */
import { loadPdfium, pageFrame } from '../../packages/documents/src/pdf/engine.ts';

/** Four bytes a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How a page is scanned. */
export interface Fault {
  readonly dpi: number;
  /** Degrees by which its lines fall to the right. */
  readonly skew: number;
  /** Spread of the noise in grey levels. */
  readonly noise: number;
  /** Quality of the JPEG, from 1 to 100. */
  readonly jpeg: number;
  /** A red round stamp over the middle. */
  readonly stamp?: boolean;
  /** Quarter turns to the right. */
  readonly turns?: number;
}

/** The levels that reading scans is measured at. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  s200: { dpi: 200, skew: 0.7, noise: 8, jpeg: 40 },
  s150: { dpi: 150, skew: 1, noise: 10, jpeg: 40 },
  t200: { dpi: 200, skew: -1.3, noise: 10, jpeg: 40, stamp: true },
  r200: { dpi: 200, skew: 0.3, noise: 6, jpeg: 60, turns: 1 },
};

/** A page of a PDF as it is displayed. */
export async function drawn(bytes: Uint8Array, page: number, dpi: number): Promise<Picture> {
  const pdfium = await loadPdfium();
  const data = pdfium.wasmExports.malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, data);
  const scratch = pdfium.wasmExports.malloc(64);
  const document = pdfium._FPDF_LoadMemDocument!(data, bytes.length, 0);
  const handle = pdfium._FPDF_LoadPage!(document, page - 1);
  const frame = pageFrame(pdfium, handle, scratch);
  const [w, h] = [frame[2] - frame[0], frame[3] - frame[1]].map((points) => Math.round((points * dpi) / 72));
  const isTurned = (pdfium._FPDFPage_GetRotation!(handle) & 1) === 1;
  const [width, height] = isTurned ? [h!, w!] : [w!, h!];
  const bitmap = pdfium._FPDFBitmap_Create!(width, height, 0);
  pdfium._FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium._FPDF_RenderPageBitmap!(bitmap, handle, 0, 0, width, height, 0, 0x10);
  const buffer = pdfium._FPDFBitmap_GetBuffer!(bitmap);
  const pixels = pdfium.HEAPU8.slice(buffer, buffer + 4 * width * height);
  pdfium._FPDFBitmap_Destroy!(bitmap);
  pdfium._FPDF_ClosePage!(handle);
  pdfium._FPDF_CloseDocument!(document);
  pdfium.wasmExports.free(scratch);
  pdfium.wasmExports.free(data);
  return { width, height, data: pixels };
}

/** The page as it comes out of the scanner. */
export function scanned(page: Picture, { dpi, skew, noise, jpeg, stamp, turns }: Fault): Picture {
  const paper = askew(stamp ? stamped(page, dpi) : page, (skew * Math.PI) / 180);
  const lit = onPaper(paper, noise);
  return packed(turns ? turned(lit, turns) : lit, jpeg);
}

/** A ring of 42 mm with a star, over whatever stands in the middle: as ink that lets what is below it through. */
function stamped({ width, height, data }: Picture, dpi: number): Picture {
  const out = data.slice();
  const [cx, cy, radius] = [width / 2, height / 2, (21 / 25.4) * dpi];
  const ring = (1.2 / 25.4) * dpi;
  for (let y = Math.floor(cy - radius); y < cy + radius; y++)
    for (let x = Math.floor(cx - radius); x < cx + radius; x++) {
      const [dx, dy] = [x - cx, y - cy];
      const far = Math.hypot(dx, dy);
      const angle = Math.atan2(dx, -dy);
      const star = radius * 0.3 * (0.55 + 0.45 * Math.cos(5 * angle));
      const isLetter =
        far > 0.68 * radius &&
        far < 0.85 * radius &&
        Math.sin(24 * angle) > 0 &&
        Math.sin(far * 0.9) > -0.4 &&
        dy < radius * 0.5;
      if (!(far < radius && far > radius - ring) && far > star && !isLetter) continue;
      const at = 4 * (y * width + x);
      out[at] = (out[at]! * 222) / 255;
      out[at + 1] = (out[at + 1]! * 62) / 255;
      out[at + 2] = (out[at + 2]! * 66) / 255;
    }
  return { width, height, data: out };
}

/** Turned about the middle, white where nothing was; the lens blurs a little. */
function askew({ width, height, data }: Picture, angle: number): Picture {
  const out = new Uint8Array(data.length).fill(255);
  const [cos, sin] = [Math.cos(-angle), Math.sin(-angle)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sx = width / 2 + (x - width / 2) * cos - (y - height / 2) * sin;
      const sy = height / 2 + (x - width / 2) * sin + (y - height / 2) * cos;
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)];
      if (x0 < 1 || y0 < 1 || x0 + 2 >= width || y0 + 2 >= height) continue;
      const [wx, wy] = [sx - x0, sy - y0];
      for (let channel = 0; channel < 3; channel++) {
        const at = 4 * (y0 * width + x0) + channel;
        const [a, b] = [
          data[at]! * (1 - wx) + data[at + 4]! * wx,
          data[at + 4 * width]! * (1 - wx) + data[at + 4 * width + 4]! * wx,
        ];
        const sharp = a * (1 - wy) + b * wy;
        const around = (data[at - 4]! + data[at + 8]! + data[at - 4 * width]! + data[at + 8 * width]!) / 4;
        out[4 * (y * width + x) + channel] = 0.82 * sharp + 0.18 * around;
      }
    }
  return { width, height, data: out };
}

/** On paper that is darker to one side, with the sensor's noise. The same for the same page. */
function onPaper({ width, height, data }: Picture, noise: number): Picture {
  const out = new Uint8Array(data.length).fill(255);
  let state = 20_260_101;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const light = 0.86 + 0.1 * (x / width) - 0.05 * Math.cos((3 * y) / height);
      // The sum of four is as good as normal; their spread is 0.58.
      const grain = ((random() + random() + random() + random() - 2) / 0.58) * noise;
      for (let channel = 0; channel < 3; channel++) {
        const at = 4 * (y * width + x) + channel;
        out[at] = Math.max(0, Math.min(255, data[at]! * light + grain));
      }
    }
  return { width, height, data: out };
}

function turned({ width, height, data }: Picture, turns: number): Picture {
  const out = new Uint8Array(data.length);
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(out.buffer);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) to[x * height + (height - 1 - y)] = from[y * width + x]!;
  const once = { width: height, height: width, data: out };
  return turns > 1 ? turned(once, turns - 1) : once;
}

/** Tables of JPEG (annex K of ITU T.81) for brightness and for colours. */
const BRIGHT = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];
const COLOUR = [
  17,
  18,
  24,
  47,
  99,
  99,
  99,
  99,
  18,
  21,
  26,
  66,
  99,
  99,
  99,
  99,
  24,
  26,
  56,
  99,
  99,
  99,
  99,
  99,
  47,
  66,
  99,
  99,
  99,
  99,
  99,
  99,
  ...new Array<number>(32).fill(99),
];
const COSINES = Float32Array.from({ length: 64 }, (_, i) => {
  const [k, n] = [Math.floor(i / 8), i % 8];
  return (k === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * n + 1) * k * Math.PI) / 16);
});

/** What a JPEG of this quality leaves of a picture: its loss, without the file. */
function packed({ width, height, data }: Picture, quality: number): Picture {
  const factor = quality < 50 ? 50 / quality : 2 - quality / 50;
  const steps = (table: readonly number[]) => table.map((value) => Math.max(1, Math.round(value * factor)));
  const planes = [0, 1, 2].map(() => new Float32Array(width * height));
  const [bright, blue, red] = planes as [Float32Array, Float32Array, Float32Array];
  for (let i = 0; i < width * height; i++) {
    const [r, g, b] = [data[4 * i]!, data[4 * i + 1]!, data[4 * i + 2]!];
    bright[i] = 0.299 * r + 0.587 * g + 0.114 * b;
    blue[i] = (b - bright[i]!) * 0.564 + 128;
    red[i] = (r - bright[i]!) * 0.713 + 128;
  }
  quantised(bright, width, height, steps(BRIGHT));
  for (const plane of [blue, red]) {
    const [w, h] = [width >> 1, height >> 1];
    const half = new Float32Array(w * h);
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++) {
        const at = 2 * y * width + 2 * x;
        half[y * w + x] = (plane[at]! + plane[at + 1]! + plane[at + width]! + plane[at + width + 1]!) / 4;
      }
    quantised(half, w, h, steps(COLOUR));
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        plane[y * width + x] = half[Math.min(h - 1, y >> 1) * w + Math.min(w - 1, x >> 1)]!;
  }
  const out = new Uint8ClampedArray(data.length).fill(255);
  for (let i = 0; i < width * height; i++) {
    const [y, cb, cr] = [bright[i]!, blue[i]! - 128, red[i]! - 128];
    out[4 * i] = y + 1.403 * cr;
    out[4 * i + 1] = y - 0.344 * cb - 0.714 * cr;
    out[4 * i + 2] = y + 1.773 * cb;
  }
  return { width, height, data: new Uint8Array(out.buffer) };
}

/** Each block of 8 by 8 through the cosine transform, rounded to the table's steps, and back. */
function quantised(plane: Float32Array, width: number, height: number, steps: readonly number[]): void {
  const block = new Float32Array(64);
  const half = new Float32Array(64);
  for (let top = 0; top + 8 <= height; top += 8)
    for (let left = 0; left + 8 <= width; left += 8) {
      for (let i = 0; i < 64; i++) block[i] = plane[(top + (i >> 3)) * width + left + (i & 7)]! - 128;
      for (let y = 0; y < 8; y++)
        for (let k = 0; k < 8; k++) {
          let sum = 0;
          for (let n = 0; n < 8; n++) sum += COSINES[8 * k + n]! * block[8 * y + n]!;
          half[8 * y + k] = sum;
        }
      for (let x = 0; x < 8; x++)
        for (let k = 0; k < 8; k++) {
          let sum = 0;
          for (let n = 0; n < 8; n++) sum += COSINES[8 * k + n]! * half[8 * n + x]!;
          block[8 * k + x] = Math.round(sum / steps[8 * k + x]!) * steps[8 * k + x]!;
        }
      for (let x = 0; x < 8; x++)
        for (let n = 0; n < 8; n++) {
          let sum = 0;
          for (let k = 0; k < 8; k++) sum += COSINES[8 * k + n]! * block[8 * k + x]!;
          half[8 * n + x] = sum;
        }
      for (let y = 0; y < 8; y++)
        for (let n = 0; n < 8; n++) {
          let sum = 0;
          for (let k = 0; k < 8; k++) sum += COSINES[8 * k + n]! * half[8 * y + k]!;
          plane[(top + y) * width + left + n] = sum + 128;
        }
    }
}
