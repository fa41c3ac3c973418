/** Boxes and page turns. Coordinates are points from the top left of the page as it is read. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** How sure a recognised text is, 0 to 1, and what else it may be. */
export interface Doubt {
  readonly confidence: number;
  readonly others: readonly string[];
}

/** A character with its place; `size` is the height of its line box. */
export interface Glyph {
  /** Of a character that was recognised on a picture and may be another. */
  readonly doubt?: Doubt;
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly size: number;
  /** Beside its page or what its clip shows: of a long text that is printed in part, as a table wider than its paper has them. */
  readonly hidden?: true;
}

/** A ruling line: `at` is its y (horizontal) or x (vertical), from `from` to `to`. */
export interface Ruling {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The smallest box around boxes; of none, an inverted one. */
export const union = (boxes: readonly Box[]): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
};

/** The smallest box around characters; of none, an inverted one. */
export function around(glyphs: readonly Glyph[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const glyph of glyphs) {
    x0 = Math.min(x0, glyph.x0);
    y0 = Math.min(y0, glyph.y0);
    x1 = Math.max(x1, glyph.x1);
    y1 = Math.max(y1, glyph.y1);
  }
  return [x0, y0, x1, y1];
}

/** A box to a tenth of a point, as origins keep it. */
export const rounded = (box: Box): Box => box.map((v) => Math.round(v * 10) / 10) as unknown as Box;

/** Page space (origin bottom left, y up) → reading space after `turns` quarter turns clockwise. */
export const turned = (frame: Box, turns: number, x: number, y: number): [number, number] => [
  turnedX(frame, turns, x, y),
  turnedY(frame, turns, x, y),
];

/** The first of `turned`, which is asked for each character. */
export function turnedX(frame: Box, turns: number, x: number, y: number): number {
  if (turns === 1) return y - frame[1];
  if (turns === 2) return frame[2] - x;
  return turns === 3 ? frame[3] - y : x - frame[0];
}

/** The second of `turned`. */
export function turnedY(frame: Box, turns: number, x: number, y: number): number {
  if (turns === 1) return x - frame[0];
  if (turns === 2) return y - frame[1];
  return turns === 3 ? frame[2] - x : frame[3] - y;
}

/** Width and height of a frame after `turns` quarter turns. */
export function turnedSize([left, bottom, right, top]: Box, turns: number): [number, number] {
  return turns % 2 === 1 ? [top - bottom, right - left] : [right - left, top - bottom];
}

/** A box in reading space, turned `turns` more quarter turns clockwise on a page of `width` × `height`. */
export function turnBox(box: Box, turns: number, width: number, height: number): Box {
  const [x0, y0, x1, y1] = box;
  if (turns === 1) return [height - y1, x0, height - y0, x1];
  if (turns === 2) return [width - x1, height - y1, width - x0, height - y0];
  if (turns === 3) return [y0, width - x1, y1, width - x0];
  return box;
}
