/** Characters that the model sees where there are none, and figures that it passes over: how wide the line's ink is tells. */
import type { Sign } from './decode.ts';
import type { Area } from './lines.ts';

/** A sign with where its middle stands across the page. */
export interface Placed extends Sign {
  readonly at: number;
}

/** A character less sure than this, nearer to its neighbour than this share of the line's height, is none. */
const GHOST = 0.6;
const NARROW = 0.45;
/** How sure a figure is beside which another was passed over. */
const BESIDE_LOST = 0.5;
/** From one figure to the next, in heights of the line, where no line of the page tells. */
const USUAL_PITCH = 0.68;
/** Signs of a line so short that what its height is off by hardly counts. */
const SHORT = 3;
/** How many pitches wide the ink of so many signs is at most: one each, and what measuring is off by. */
const widest = (signs: number): number => (signs > SHORT ? 1.1 : 1.03) * signs + 0.2;
/** How much wider than the others of its line the gap is in which a figure was lost. */
const LEAST_GAP = 1.35;

/** From the middle of one figure to that of the next, in heights of a line: figures are all as wide as each other. */
export function pitchOf(lines: readonly { readonly signs: readonly Placed[]; readonly area: Area }[]): number {
  const found = lines.flatMap(({ signs, area: [, y0, , y1] }) =>
    isOfFigures(signs) && signs.length > 3
      ? signs.flatMap(({ at, text }, i) => {
          const before = signs[i - 1];
          return before && isFigure(text) && isFigure(before.text) ? [(at - before.at) / (y1 - y0)] : [];
        })
      : [],
  );
  return medianOf(found) ?? USUAL_PITCH;
}

const medianOf = (of: readonly number[]): number | undefined =>
  [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)];

/** The signs that stand where there is ink: in the white around a line the model sees what is not there, and is not sure. */
export function ghostless(signs: readonly Placed[], area: Area, pitch: number): readonly Placed[] {
  const [x0, y0, x1, y1] = area;
  const within = signs.filter(({ at }) => at >= x0 - 1 && at <= x1 + 1);
  const left = within.filter(({ at, confidence }, i) => {
    if (confidence >= GHOST) return true;
    const gaps = [within[i - 1], within[i + 1]].map((other) =>
      other ? Math.abs(other.at - at) : Number.POSITIVE_INFINITY,
    );
    // Between two characters side by side there is no third.
    return Math.min(...gaps) > NARROW * (y1 - y0);
  });
  // A narrow figure (11) is no ghost where the others leave ink over.
  return left.length < within.length && isOfFigures(within) && besideLost(left, area, pitch) ? within : left;
}

/** The signs, the one doubtful beside which ink is left over: a figure was passed over there, most often one like it. */
export function withLost(signs: readonly Placed[], area: Area, pitch: number): readonly Placed[] {
  const beside = isOfFigures(signs) ? besideLost(signs, area, pitch) : undefined;
  return signs.map((sign) =>
    sign === beside
      ? {
          ...sign,
          confidence: Math.min(sign.confidence, BESIDE_LOST),
          others: [[sign.text + sign.text, BESIDE_LOST], ...sign.others],
        }
      : sign,
  );
}

/** Whether a line is a number or a code. */
export const isOfFigures = (signs: readonly Sign[]): boolean => signs.every(({ text }) => /^[\d.,-]$/.test(text));

const isFigure = (text: string): boolean => /\d/.test(text);

/** The sign beside which the line's ink goes on as if there were one more. */
function besideLost(signs: readonly Placed[], [x0, y0, x1, y1]: Area, pitch: number): Placed | undefined {
  const [first, last] = [signs[0], signs.at(-1)];
  if (!first || !last) return undefined;
  const wide = pitch * (y1 - y0);
  if (x1 - x0 <= widest(signs.length) * wide) return undefined;
  const gaps = signs.map(({ at }, i) => at - (signs[i - 1]?.at ?? x0 - wide / 2));
  const behind = x1 - last.at + wide / 2;
  const most = Math.max(behind, ...gaps);
  // A line of wider figures than the page's others has no gap that is wider than its own.
  const own = signs.length > SHORT ? medianOf(gaps.slice(1))! : wide;
  if (signs.length > 1 && most < LEAST_GAP * Math.max(wide, own)) return undefined;
  return most === behind ? last : signs[gaps.indexOf(most)];
}
