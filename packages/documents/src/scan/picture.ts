/** A page's picture as grey levels: stamps made pale, shadows lightened, set straight. All in pixels. */

/** 0 is black, 255 white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Four bytes a pixel: red, green, blue, and one that is not looked at. */
export interface Colours {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A pixel is red where red is so much above the others. There ink is as dark as this in red, and the stamp alone as bright as that. */
const REDNESS = 40;
const INK_UNDER_RED = 100;
const STAMP_ALONE = 190;
/** Pixels beside a red one whose colour a JPEG may have washed out, and of the stamp's own brightness what ink under it has, and what is stamp alone. */
const WASHED = 1;
const INK_OF_STAMP = 0.35;
const ALONE_OF_STAMP = 0.85;
/** As bright as what beside a stamp may be its edge or ink becomes. */
const PALE = 0.7;
/** The background is measured in blocks of so many pixels: the level that so much of a block is darker than. */
const BLOCK = 24;
const BACKGROUND = 0.7;

/** The red channel, in which a red stamp is pale, with what is left of the stamp taken out. */
export function greyOf({ width, height, data }: Colours): Grey {
  const grey = new Uint8Array(width * height);
  const red = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    grey[i] = data[4 * i]!;
    red[i] = Number(grey[i]! - data[4 * i + 1]! > REDNESS && grey[i]! - data[4 * i + 2]! > REDNESS);
  }
  const stamp = stampBrightness(data, red);
  if (stamp > 0) {
    const [ink, alone] = [INK_OF_STAMP * stamp, ALONE_OF_STAMP * stamp];
    for (const i of around(red, width, height)) {
      // A JPEG keeps brightness finely and colours coarsely: at a stamp's edge only the brightness tells it from ink.
      const byRed = red[i] ? (grey[i]! - INK_UNDER_RED) / (STAMP_ALONE - INK_UNDER_RED) : grey[i]! / 255;
      const byBrightness = Math.min(red[i] ? 1 : PALE, (brightness(data, i) - ink) / (alone - ink));
      grey[i] = 255 * Math.max(0, Math.min(1, Math.max(byRed, byBrightness)));
    }
  }
  return whitened({ width, height, data: grey });
}

const brightness = (data: Uint8Array, i: number): number =>
  0.3 * data[4 * i]! + 0.59 * data[4 * i + 1]! + 0.11 * data[4 * i + 2]!;

/** How bright the red of a page is, as the middle of its red pixels; 0 where there is none to speak of. */
function stampBrightness(data: Uint8Array, red: Uint8Array): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let i = 0; i < red.length; i++) {
    if (!red[i]) continue;
    counts[Math.round(brightness(data, i))]! += 1;
    total += 1;
  }
  let level = 0;
  for (let seen = 0; level < 255 && seen + counts[level]! <= total / 2; level++) seen += counts[level]!;
  return total === 0 ? 0 : level;
}

/** The pixels that are red or stand so near one that its colour may have run into them. */
function around(red: Uint8Array, width: number, height: number): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i < red.length; i++) {
    if (!red[i]) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    // Within a red field every pixel has been found by its neighbours.
    if (red[i - 1] && red[i + 1] && red[i - width] && red[i + width] && found.add(i)) continue;
    for (let v = Math.max(0, y - WASHED); v <= Math.min(height - 1, y + WASHED); v++)
      for (let u = Math.max(0, x - WASHED); u <= Math.min(width - 1, x + WASHED); u++) found.add(v * width + u);
  }
  return found;
}

/** Each pixel against the background around it, so that shadows and grey paper are white. */
function whitened({ width, height, data }: Grey): Grey {
  const [across, down] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const levels = new Float32Array(across * down);
  for (let by = 0; by < down; by++)
    for (let bx = 0; bx < across; bx++) levels[by * across + bx] = backgroundAt(data, width, height, bx, by);
  const white = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const fy = Math.min(down - 1, Math.max(0, y / BLOCK - 0.5));
    const [y0, wy] = [Math.floor(fy), fy - Math.floor(fy)];
    const y1 = Math.min(down - 1, y0 + 1);
    for (let x = 0; x < width; x++) {
      const fx = Math.min(across - 1, Math.max(0, x / BLOCK - 0.5));
      const [x0, wx] = [Math.floor(fx), fx - Math.floor(fx)];
      const x1 = Math.min(across - 1, x0 + 1);
      const top = levels[y0 * across + x0]! * (1 - wx) + levels[y0 * across + x1]! * wx;
      const bottom = levels[y1 * across + x0]! * (1 - wx) + levels[y1 * across + x1]! * wx;
      white[y * width + x] = Math.min(255, (data[y * width + x]! * 255) / (top * (1 - wy) + bottom * wy));
    }
  }
  return { width, height, data: white };
}

function backgroundAt(data: Uint8Array, width: number, height: number, bx: number, by: number): number {
  const counts = new Uint16Array(256);
  let total = 0;
  for (let y = by * BLOCK; y < Math.min(height, (by + 1) * BLOCK); y += 2)
    for (let x = bx * BLOCK; x < Math.min(width, (bx + 1) * BLOCK); x += 2) {
      counts[data[y * width + x]!]! += 1;
      total += 1;
    }
  let level = 0;
  for (let seen = 0; level < 255 && seen + counts[level]! <= total * BACKGROUND; level++) seen += counts[level]!;
  // A block that is dark all over is a picture or a filled cell; its own level says nothing.
  return Math.max(140, level);
}

/**
 * Degrees that a page is looked for askew, first roughly, then finely, and how many pixels are a row then: in rows of one pixel a
 * wide page is sharp within a fortieth of a degree alone, and a rough look passes over it.
 */
const MOST_SKEW = 3;
const STEPS = [
  { step: 0.2, row: 8 },
  { step: 0.05, row: 2 },
  { step: 0.0125, row: 1 },
] as const;
const DARK = 140;

/** Radians by which the lines of a page fall to the right. */
export function skewOf({ width, height, data }: Grey): number {
  const points: number[] = [];
  for (let y = 1; y < height; y += 2)
    for (let x = 0; x < width; x += 2) if (data[y * width + x]! < DARK) points.push(x, y);
  if (points.length < 400) return 0;
  let best = 0;
  let reach = MOST_SKEW;
  for (const { step, row } of STEPS) {
    let score = -1;
    const middle = best;
    const steps = Math.round(reach / step);
    // From the middle outwards: of angles that are as sharp as each other the nearest is taken.
    for (let i = 0; i <= 2 * steps; i++) {
      const degrees = middle + step * (i % 2 === 1 ? (i + 1) / 2 : -i / 2);
      const sharp = sharpness(points, Math.tan((degrees * Math.PI) / 180), height, row);
      if (sharp > score) [score, best] = [sharp, degrees];
    }
    reach = 2 * step;
  }
  return (best * Math.PI) / 180;
}

/** How much the rows' darkness changes from one to the next, where rows, so many pixels high, lean by `slope`. */
function sharpness(points: readonly number[], slope: number, height: number, high: number): number {
  const rows = new Float64Array(Math.ceil((height + 400) / high));
  for (let i = 0; i < points.length; i += 2) {
    const row = Math.round((points[i + 1]! - points[i]! * slope + 200) / high);
    if (row >= 0 && row < rows.length) rows[row]! += 1;
  }
  let sum = 0;
  for (let i = 2; i < rows.length; i++) sum += (rows[i]! - rows[i - 2]!) ** 2;
  return sum;
}

/** The picture turned by `angle` about its middle, so that lines that fall by it are level; of the same size. */
export function straightened(grey: Grey, angle: number): Grey {
  if (Math.abs(angle) < 0.0004) return grey;
  const { width, height, data } = grey;
  const out = new Uint8Array(data.length).fill(255);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [width / 2, height / 2];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sx = cx + (x - cx) * cos - (y - cy) * sin;
      const sy = cy + (x - cx) * sin + (y - cy) * cos;
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)];
      if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) continue;
      const [wx, wy] = [sx - x0, sy - y0];
      const at = y0 * width + x0;
      const top = data[at]! * (1 - wx) + data[at + 1]! * wx;
      const bottom = data[at + width]! * (1 - wx) + data[at + width + 1]! * wx;
      out[y * width + x] = top * (1 - wy) + bottom * wy;
    }
  return { width, height, data: out };
}

/** The picture after so many quarter turns to the right. */
export function quarterTurned(grey: Grey, turns: number): Grey {
  if (turns === 0) return grey;
  const { width, height, data } = grey;
  const out = new Uint8Array(data.length);
  const [w, h] = turns % 2 === 1 ? [height, width] : [width, height];
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const from =
        turns === 1
          ? (height - 1 - x) * width + y
          : turns === 2
            ? (height - 1 - y) * width + (width - 1 - x)
            : x * width + (width - 1 - y);
      out[y * w + x] = data[from]!;
    }
  return { width: w, height: h, data: out };
}
