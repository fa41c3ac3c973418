/** The characters of an OFD's text, and how far each stands from the one before. */
import type { Attributes } from '../office/xml.ts';
import { numbersOf } from './xml-tree.ts';

const WIDE =
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\u3000-\u303f\u2190-\u22ff“”‘’…—①-⒛\u{20000}-\u{3ffff}]/u;
const MOST_REPEATED = 100_000;

/** Line ends around the text are the XML's. */
export const charactersOf = (text: string): readonly string[] => [...text.replace(/^[\r\n]+|[\r\n]+$/g, '')];

export interface Advance {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where each character begins, from X and Y by DeltaX and DeltaY; without them, or beyond them, by what its kind takes. */
export function advancesOf(attributes: Attributes, characters: readonly string[], size: number): Advance[] {
  const [across, down] = [deltasOf(attributes.DeltaX), deltasOf(attributes.DeltaY)];
  let [x, y] = [Number(attributes.X ?? 0) || 0, Number(attributes.Y ?? 0) || 0];
  return characters.map((character, i) => {
    const own = WIDE.test(character) ? size : size / 2;
    const step = across.length > 0 ? (across[i] ?? own) : down.length > 0 ? 0 : own;
    const placed = { x, y, width: step > 0 ? Math.min(own, step) : own };
    x += step;
    y += down[i] ?? 0;
    return placed;
  });
}

/** `g 3 2.5 4` is 2.5 three times, then 4. */
function deltasOf(text: string | undefined): number[] {
  if (text === undefined) return [];
  const tokens = text.trim().split(/[\s,]+/);
  const deltas: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] !== 'g') deltas.push(...numbersOf(tokens[i]));
    else {
      const [count, value] = [Number(tokens[i + 1]), Number(tokens[i + 2])];
      if (Number.isFinite(count) && Number.isFinite(value))
        for (let n = Math.min(count, MOST_REPEATED - deltas.length); n > 0; n--) deltas.push(value);
      i += 2;
    }
  }
  return deltas;
}
