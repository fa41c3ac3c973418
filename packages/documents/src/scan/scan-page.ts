/** A page that is a picture → its characters and ruling lines, as a PDF with text has them. */
import type { RawPage } from '../pdf/engine.ts';
import type { Box, Glyph, Ruling } from '../pdf/geometry.ts';
import { gridOf } from '../pdf/grid.ts';
import { connected, mergeRulings } from '../pdf/rulings.ts';
import { decode, type Sign, SURE, ungrouped } from './decode.ts';
import { ghostless, isOfFigures, type Placed, pitchOf, withLost } from './ghosts.ts';
import { type Area, inkLevel, paler, textLines, withoutSpecks } from './lines.ts';
import { asName } from './names.ts';
import { type Colours, type Grey, greyOf, quarterTurned, skewOf, straightened } from './picture.ts';
import { LINE_HEIGHT, type Recogniser } from './recogniser.ts';
import { rulingsIn, withoutRulings } from './rulings.ts';
import { inWords } from './words.ts';

/** Dots an inch that pages are looked at in. */
export const DPI = 200;
const POINTS = 72 / DPI;
const BATCH = 8;
/** White beside a line, in heights of the line: characters at its very ends are lost without. */
const MARGIN = 0.8;
/** Longer lines are squeezed: so many heights. */
const MOST_HEIGHTS = 60;
/** Lines that tell whether a page stands upright, how sure they are where it does, and which part of its lines are longer than they are high. */
const TRIED = 8;
const UPRIGHT = 0.75;
const LONG = 0.25;
/** Lines of one page: more are a picture of something else. */
const MOST_LINES = 3000;
/** Pixels that a line too pale for the page's ink is high: less are specks. */
const LEAST_PALE = DPI / 15;
/** A grid of fewer rows or cells is a chart or a frame. */
const LEAST_ROWS = 3;
const LEAST_CELLS = 8;
/** What part of an em square figures and Chinese characters take up in height. */
const FIGURE = 0.76;
const HANZI = 0.98;

interface Line {
  readonly area: Area;
  readonly signs: readonly Sign[];
  /** Where a step stands across the page. */
  readonly placeOf: (step: number) => number;
}

/** `before` is the page as the file has it, without characters. */
export async function scanPage(colours: Colours, before: RawPage, recogniser: Recogniser): Promise<RawPage> {
  const upright = greyOf(colours);
  const { grey, turns } = await turnedUpright(upright, recogniser);
  const skew = skewOf(grey);
  const said = await readAll(straightened(grey, skew), recogniser);
  const { glyphs, rulings, unread } = said;
  return { ...before, glyphs, rulings, turns, unmapped: 0, cut: [], scan: { skew, unread } };
}

/** A page with text of its own, and what the tables say that stand on it as pictures (`areas` in points, as displayed). */
export async function scanTables(
  colours: Colours,
  before: RawPage,
  areas: readonly Box[],
  recogniser: Recogniser,
): Promise<RawPage> {
  const { glyphs, rulings, unread } = await readAll(onlyAreas(greyOf(colours), areas), recogniser);
  return {
    ...before,
    glyphs: [...before.glyphs, ...glyphs],
    rulings: [...before.rulings, ...rulings],
    scan: { skew: 0, isPart: true, unread },
  };
}

/** Which of the pictures on a page (in points, as displayed) are tables: their lines make a grid of rows and columns. */
export function tablePictures(colours: Colours, areas: readonly Box[]): Box[] {
  const grey = greyOf(colours);
  return areas.filter((area) => {
    const rulings = mergeRulings(rulingsIn(onlyAreas(grey, [area]), DPI).map(inPoints));
    return connected(rulings).some((group) => {
      const grid = gridOf(group);
      return grid !== undefined && grid.rows >= LEAST_ROWS && grid.columns >= 2 && grid.cells.length >= LEAST_CELLS;
    });
  });
}

/** The page where nothing but the areas is left. */
function onlyAreas(grey: Grey, areas: readonly Box[]): Grey {
  const data = new Uint8Array(grey.data.length).fill(255);
  for (const area of areas) {
    const [x0, y0, x1, y1] = inside(grey, area.map((v) => Math.round(v / POINTS)) as unknown as Area);
    for (let y = y0; y < y1; y++) {
      const [from, to] = [y * grey.width + x0, y * grey.width + x1];
      data.set(grey.data.subarray(from, to), from);
    }
  }
  return { ...grey, data };
}

/** All characters and lines of a picture that stands straight. */
async function readAll(
  grey: Grey,
  recogniser: Recogniser,
): Promise<Pick<RawPage, 'glyphs' | 'rulings'> & { readonly unread: readonly Box[] }> {
  const found = rulingsIn(grey, DPI);
  const rulings = mergeRulings(found.map(inPoints));
  const lines = await readLines(grey, linesOn(grey, found, rulings), recogniser);
  const unread = lines.filter(({ area: [, y0, , y1], signs }) => signs.length === 0 && y1 - y0 >= LEAST_PALE);
  return {
    glyphs: lines.flatMap(glyphsOf),
    rulings,
    unread: unread.map(({ area }) => area.map((v) => v * POINTS) as unknown as Box),
  };
}

const inPoints = ({ horizontal, at, from, to }: Ruling): Ruling => ({
  horizontal,
  at: (at + 0.5) * POINTS,
  from: from * POINTS,
  to: to * POINTS,
});

/**
 * The page turned so that its lines read best, and the turns that set it back. Of a page on its side every character is a line:
 * those that happen to read well stand among few long ones.
 */
async function turnedUpright(grey: Grey, recogniser: Recogniser): Promise<{ grey: Grey; turns: number }> {
  const lookAt = async (turned: Grey): Promise<{ readonly sure: number; readonly long: number }> => {
    const straight = straightened(turned, skewOf(turned));
    const rulings = rulingsIn(straight, DPI);
    const areas = linesOn(straight, rulings, mergeRulings(rulings.map(inPoints)));
    const wide = areas.filter(([x0, y0, x1, y1]) => x1 - x0 > 2 * (y1 - y0));
    const step = Math.max(1, Math.floor(Math.min(wide.length, 40) / TRIED));
    const tried = wide.filter((_, i) => i % step === 0).slice(0, TRIED);
    const signs = (await readLines(straight, tried, recogniser)).flatMap((line) => line.signs);
    const sum = signs.reduce((all, { confidence }) => all + confidence, 0);
    return { sure: sum / Math.max(1, signs.length), long: wide.length / Math.max(1, areas.length) };
  };
  const first = await lookAt(grey);
  if (first.sure >= UPRIGHT && first.long >= LONG) return { grey, turns: 0 };
  let best = { grey, turns: 0, score: first.sure * first.long };
  for (const turns of [1, 2, 3]) {
    const turned = quarterTurned(grey, turns);
    const { sure, long } = await lookAt(turned);
    const score = sure * long;
    if (score > best.score) best = { grey: turned, turns: (4 - turns) % 4, score };
  }
  return best;
}

/** Lines of text: cell by cell in tables, then what stands beside them. */
function linesOn(grey: Grey, rulings: readonly Ruling[], merged: readonly Ruling[]): Area[] {
  const clean = withoutRulings(grey, rulings, DPI);
  const ink = inkLevel(clean);
  const outside = { ...clean, data: clean.data.slice() };
  const found: Area[] = [];
  for (const group of connected(merged)) {
    const grid = gridOf(group);
    if (!grid) continue;
    for (const cell of grid.cells) {
      const [x0, y0, x1, y1] = cell.box.map((v) => Math.round(v / POINTS)) as unknown as [
        number,
        number,
        number,
        number,
      ];
      found.push(...cellLines(clean, inside(clean, [x0 + 2, y0 + 2, x1 - 2, y1 - 2]), ink));
      for (let y = Math.max(0, y0); y < Math.min(grey.height, y1); y++)
        outside.data.fill(255, y * grey.width + Math.max(0, x0), y * grey.width + Math.min(grey.width, x1));
    }
  }
  const margin = Math.round(DPI / 20);
  const page = inside(grey, [margin, margin, grey.width - margin, grey.height - margin]);
  found.push(...textLines(outside, page, ink, DPI, true));
  return found.filter(([x0, y0, x1, y1]) => y1 - y0 < DPI && x1 > x0).slice(0, MOST_LINES);
}

/** Lines of a cell. Thin strokes alone (11, 一) may be paler than a page's ink: a cell without any is looked at for them. */
function cellLines(grey: Grey, area: Area, ink: number): Area[] {
  const lines = textLines(grey, area, ink, DPI, false);
  if (lines.length > 0) return lines;
  return textLines(grey, area, paler(ink), DPI, false).filter(([, top, , bottom]) => bottom - top >= LEAST_PALE);
}

const inside = ({ width, height }: Grey, [x0, y0, x1, y1]: Area): Area => [
  Math.max(0, x0),
  Math.max(0, y0),
  Math.min(width, x1),
  Math.min(height, y1),
];

async function readLines(grey: Grey, areas: readonly Area[], recogniser: Recogniser): Promise<Line[]> {
  const crops = areas.map((area) => ({ area, ...sizeOf(area) })).sort((a, b) => a.width - b.width);
  const lines: (Omit<Line, 'signs'> & { readonly signs: readonly Placed[] })[] = [];
  for (let i = 0; i < crops.length; i += BATCH) {
    const batch = crops.slice(i, i + BATCH);
    const width = Math.ceil(batch.at(-1)!.width / 8) * 8;
    const read = await recogniser.read(
      batch.map((crop) => cropOf(grey, crop, width)),
      width,
    );
    batch.forEach(({ area, scale, margin }, n) => {
      const steps = read[n]!;
      const placeOf = (step: number): number => area[0] + ((step / steps.length) * width - margin) / scale;
      const signs = decode(steps).map((sign) => ({ ...sign, at: placeOf((sign.from + sign.to) / 2) }));
      lines.push({ area, signs, placeOf });
    });
  }
  const pitch = pitchOf(lines);
  const ink = inkLevel(grey);
  return lines.map(({ area, signs, placeOf }) => {
    const clear = withLost(ghostless(signs, area, pitch), withoutSpecks(grey, area, ink), pitch);
    return { area, signs: corrected([...asName(inWords(ungrouped([...clear])))]), placeOf };
  });
}

/** A number of a heading whose stroke was lost: a line does not begin with 、. */
function corrected(signs: Sign[]): Sign[] {
  const [first] = signs;
  return first?.text === '、' && signs.length > 1
    ? [{ ...first, text: '一', confidence: 0.5, to: first.from }, ...signs]
    : signs;
}

interface Crop {
  readonly area: Area;
  /** Pixels of the model for one of the page. */
  readonly scale: number;
  readonly margin: number;
  readonly width: number;
}

function sizeOf([x0, y0, x1, y1]: Area): Omit<Crop, 'area'> {
  const high = y1 - y0 + 4;
  const wide = Math.min(x1 - x0, MOST_HEIGHTS * high);
  const scale = LINE_HEIGHT / high;
  const margin = MARGIN * LINE_HEIGHT;
  return { scale, margin, width: Math.max(LINE_HEIGHT, Math.ceil(wide * scale + 2 * margin)) };
}

/** A line scaled to the model's height, white around it. */
function cropOf({ width: w, height: h, data }: Grey, { area, scale, margin }: Crop, width: number): Float32Array {
  const out = new Float32Array(LINE_HEIGHT * width).fill(1);
  const [x0, y0, x1] = area;
  for (let y = 0; y < LINE_HEIGHT; y++) {
    const sy = Math.min(h - 2, Math.max(0, y0 - 2 + (y + 0.5) / scale - 0.5));
    const [top, wy] = [Math.floor(sy), sy - Math.floor(sy)];
    for (let x = 0; x < width; x++) {
      const sx = x0 + (x + 0.5 - margin) / scale - 0.5;
      if (sx < x0 - 3 || sx > x1 + 2 || sx < 0 || sx >= w - 1) continue;
      const [left, wx] = [Math.floor(sx), sx - Math.floor(sx)];
      const at = top * w + left;
      const a = data[at]! * (1 - wx) + data[at + 1]! * wx;
      const b = data[at + w]! * (1 - wx) + data[at + w + 1]! * wx;
      out[y * width + x] = (a * (1 - wy) + b * wy) / 127.5 - 1;
    }
  }
  return out;
}

/** Characters that touch each other, so that nothing takes them apart; the doubtful ones with what else they may be. */
function glyphsOf({ area: [x0, y0, x1, y1], signs, placeOf }: Line): Glyph[] {
  const isFigures = isOfFigures(signs);
  const size = ((y1 - y0) / (isFigures ? FIGURE : HANZI)) * POINTS;
  const middle = ((y0 + y1) / 2) * POINTS;
  const centres = signs.map(({ from, to }) => placeOf((from + to) / 2));
  const edges = centres.map((centre, i) => (i === 0 ? x0 : (centres[i - 1]! + centre) / 2));
  return signs.map(({ text, confidence, others }, i): Glyph => {
    const [left, right] = [edges[i]!, edges[i + 1] ?? x1];
    const doubt = confidence < SURE ? { doubt: { confidence, others: others.map(([other]) => other) } } : {};
    return {
      text,
      x0: left * POINTS,
      x1: right * POINTS,
      y0: middle - size / 2,
      y1: middle + size / 2,
      size,
      ...doubt,
    };
  });
}
