/** A page of an OFD → glyphs, rulings and the share that images cover, as of a PDF's page. */
import { plainCharacter } from '@mingsuan/core/text/radicals';
import type { RawPage } from '../pdf/engine.ts';
import { type Box, type Glyph, type Ruling, turned } from '../pdf/geometry.ts';
import { rulingsOf } from '../pdf/shapes.ts';
import { type Matrix, matrixOf, moved, POINTS, times } from './matrix.ts';
import type { OfdPage } from './package.ts';
import { advancesOf, charactersOf } from './text-code.ts';
import { childrenOf, type Node, numbersOf, textIn } from './xml-tree.ts';

/** Units within units: a drawing that draws itself has no end. */
const MOST_DEPTH = 12;
/** Objects that one page draws; units that are drawn again and again count again. */
const MOST_OBJECTS = 300_000;
/** A shape with more corners, or with curves, is a picture of something and no line of a table. */
const MOST_CORNERS = 6;
/** Of an em square: so much stands above the baseline. */
const ABOVE = 0.86;
/** Quarters that text may be turned and still stands along the lines. */
const STRAIGHT = 0.1;

/** A character by the corners of its em square's baseline and height, in points of the page as displayed. */
interface Placed {
  readonly text: string;
  readonly turns: number;
  /** Baseline's start; width and height along the reading direction. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

type Line = readonly (readonly [number, number])[];

interface Drawn {
  readonly characters: Placed[];
  readonly lines: { readonly points: Line; readonly stroked: boolean }[];
  image: number;
  unmapped: number;
  objects: number;
}

/** A page of the file as characters and lines in points from its top left, as a page of a PDF is given to inference. */
export function rawPageOf({ box, layers, units }: OfdPage, number: number): RawPage {
  const drawn: Drawn = { characters: [], lines: [], image: 0, unmapped: 0, objects: 0 };
  const scale: Matrix = [POINTS, 0, 0, POINTS, -box[0] * POINTS, -box[1] * POINTS];
  for (const layer of layers)
    drawAll(layer, layer.name === 'Appearance' ? within(layer, scale) : scale, units, drawn, 0);
  const [width, height] = [box[2] * POINTS, box[3] * POINTS];
  const turns = mostTurns(drawn.characters);
  const frame: Box = [0, 0, width, height];
  const inReading = ([x, y]: readonly [number, number]): [number, number] => turned(frame, turns, x, height - y);
  return {
    number,
    width,
    height,
    turns: (4 - turns) % 4,
    glyphs: drawn.characters.filter((one) => one.turns === turns).map((one) => glyphOf(one, inReading)),
    rulings: drawn.lines.flatMap(({ points, stroked }): Ruling[] => rulingsOf(points.map(inReading), stroked)),
    imageShare: drawn.image / (width * height),
    unmapped: drawn.unmapped,
    cut: [],
  };
}

/** Objects stand in their own space, which stands in their boundary. */
function within({ attributes }: Node, outer: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(attributes.Boundary);
  return times(times(matrixOf(numbersOf(attributes.CTM)), [1, 0, 0, 1, x, y]), outer);
}

function drawAll(parent: Node, outer: Matrix, units: OfdPage['units'], drawn: Drawn, depth: number): void {
  if (depth > MOST_DEPTH) return;
  for (const object of parent.children) {
    if (object.attributes.Visible === 'false' || drawn.objects >= MOST_OBJECTS) continue;
    drawn.objects += 1;
    switch (object.name) {
      case 'TextObject':
        drawText(object, within(object, outer), drawn);
        break;
      case 'PathObject':
        drawPath(object, within(object, outer), drawn);
        break;
      case 'ImageObject':
        drawn.image = Math.max(drawn.image, areaOf(object, outer));
        break;
      case 'CompositeObject': {
        const unit = units.get(object.attributes.ResourceID ?? '');
        if (unit) drawAll(unit, within(object, outer), units, drawn, depth + 1);
        break;
      }
      case 'PageBlock':
        drawAll(object, outer, units, drawn, depth + 1);
    }
  }
}

function areaOf({ attributes }: Node, outer: Matrix): number {
  const [, , width = 0, height = 0] = numbersOf(attributes.Boundary);
  return width * height * Math.abs(outer[0] * outer[3] - outer[1] * outer[2]);
}

function drawText(object: Node, at: Matrix, drawn: Drawn): void {
  const size = Number(object.attributes.Size ?? 0);
  const across = Number(object.attributes.HScale ?? 1) || 1;
  // Text that is turned within its object, as where it runs downwards, has its own direction for each character.
  const turn = (Number(object.attributes.CharDirection ?? 0) * Math.PI) / 180;
  const direction = Math.atan2(at[1], at[0]) + turn;
  const turns = quarterTurns(direction);
  if (!(size > 0) || turns === undefined) return;
  const [wide, high] = [Math.hypot(at[0], at[1]), Math.hypot(at[2], at[3])];
  for (const code of childrenOf(object, 'TextCode')) {
    const characters = charactersOf(code.text);
    const steps = advancesOf(code.attributes, characters, size * across);
    characters.forEach((character, i) => {
      const text = plainCharacter(character);
      if (/^[\p{Cc}\p{Co}\ufffd]/u.test(text)) drawn.unmapped += 1;
      else if (text.trim() !== '') {
        const [x, y] = moved(at, steps[i]!.x, steps[i]!.y);
        drawn.characters.push({ text, turns, x, y, width: steps[i]!.width * wide, size: size * high });
      }
    });
  }
}

/** Quarter turns that set text upright which runs this way; undefined for slanted text, which is a watermark. */
function quarterTurns(direction: number): number | undefined {
  const quarters = direction / (Math.PI / 2);
  if (Math.abs(quarters - Math.round(quarters)) > STRAIGHT) return undefined;
  // With y down, a quarter is text that runs downwards: three turns set it upright.
  return (4 - (Math.round(quarters) & 3)) & 3;
}

function mostTurns(characters: readonly Placed[]): number {
  const votes = [0, 0, 0, 0];
  for (const { turns } of characters) votes[turns]! += 1;
  return votes.indexOf(Math.max(...votes));
}

function glyphOf(
  { text, x, y, width, size }: Placed,
  inReading: (point: readonly [number, number]) => [number, number],
): Glyph {
  const [left, baseline] = inReading([x, y]);
  return { text, x0: left, y0: baseline - ABOVE * size, x1: left + width, y1: baseline + (1 - ABOVE) * size, size };
}

function drawPath(object: Node, at: Matrix, drawn: Drawn): void {
  const stroked = object.attributes.Stroke !== 'false';
  if (!stroked && object.attributes.Fill !== 'true') return;
  for (const points of cornersOf(textIn(object, 'AbbreviatedData')) ?? [])
    if (points.length > 1) drawn.lines.push({ points: points.map(([x, y]) => moved(at, x, y)), stroked });
}

/** The corners of each part of a shape; undefined where it has curves or too many corners to be a line or a box. */
function cornersOf(data: string): Line[] | undefined {
  const parts: [number, number][][] = [];
  const tokens = data.trim().split(/[\s,]+/);
  let part: [number, number][] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token === 'S' || token === 'M') {
      part = [];
      parts.push(part);
    }
    if (token === 'S' || token === 'M' || token === 'L') {
      const [x, y] = [Number(tokens[i + 1]), Number(tokens[i + 2])];
      if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
      // An S that an M follows begins nothing of its own.
      part.push([x, y]);
      i += 2;
    } else if (token === 'C') {
      if (part.length > 2) part.push(part[0]!);
    } else return undefined;
  }
  return parts.some(({ length }) => length > MOST_CORNERS) ? undefined : parts;
}
