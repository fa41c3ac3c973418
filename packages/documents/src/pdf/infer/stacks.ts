/** The lines of one column → its cells, each of one or several lines. */
import type { Ruling } from '../geometry.ts';
import { isTotal, middle, type Piece, ruledBetween, startsRow } from './pieces.ts';

/** How cells of one line stand beside those of several. */
export const SETTINGS = ['middle', 'top', 'bottom'] as const;
export type Setting = (typeof SETTINGS)[number];

const MAX_WRAP = 6;

/** What is known around the lines of one column. */
export interface Around {
  readonly setting: Setting;
  readonly pitch: number;
  /** Rows follow each other as closely as the lines of a cell. */
  readonly solid: boolean;
  readonly right: number;
  readonly rulings: readonly Ruling[];
  /** The rows of the table have codes, those of this column; its lines are numbered. */
  readonly coded: boolean;
  readonly ownCodes: boolean;
  readonly numbered: boolean;
}

/** Parts the lines of one column into cells so that they agree best with the lines of figures beside them. */
export function stacksOf(
  lines: readonly (readonly Piece[])[],
  anchors: readonly number[],
  around: Around,
): { cost: number; stacks: Piece[][]; open: boolean } {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= lines.length; end++) {
    let found = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    let joins = 0;
    for (let from = end - 1; from >= 0 && from >= end - MAX_WRAP; from--) {
      if (from < end - 1) joins += joinCost(lines[from]!, lines[from + 1]!, around);
      if (joins >= FORBIDDEN) break;
      const split = from > 0 ? splitCost(lines[from - 1]!, lines[from]!, around) : 0;
      const cost = best[from]!.cost + joins + split + anchorCost(lines.slice(from, end), anchors, around);
      if (cost < found.cost - 1e-9) found = { cost, from };
    }
    best.push(found);
  }
  const stacks: Piece[][] = [];
  for (let end = lines.length; end > 0; end = best[end]!.from) stacks.unshift(lines.slice(best[end]!.from, end).flat());
  // Among numbered lines, one without a number right below a full one is likely to be its rest.
  const open =
    around.numbered &&
    stacks.some((stack, i) => {
      const above = stacks[i - 1]?.at(-1);
      if (!above || startsRow(textOf(stack)) || middle(stack[0]!) - middle(above) > 1.12 * around.pitch) return false;
      return above.x1 >= around.right - 1.3 * above.size;
    });
  return { cost: best.at(-1)!.cost, stacks, open };
}

const FORBIDDEN = 100;

/** The text of a line of pieces. */
export const textOf = (line: readonly Piece[]) => line.map((piece) => piece.text).join('');

/** What speaks against two lines being one cell. */
function joinCost(upper: readonly Piece[], lower: readonly Piece[], { pitch, solid, right, rulings }: Around): number {
  const [a, b] = [upper.at(-1)!, lower[0]!];
  const distance = middle(b) - middle(a);
  if (isTotal(textOf(upper)) || distance > 2.4 * b.size || ruledBetween(rulings, middle(a), middle(b), b))
    return FORBIDDEN;
  const loose = distance > 1.12 * pitch ? 3 : 0;
  const short = a.x1 < right - 1.3 * a.size ? 1.5 : 0;
  return loose + short + (solid ? 0.9 : 0) + (startsRow(textOf(lower)) ? 4 : 0);
}

/** What speaks against two lines being two cells: the upper one is full and the lower one close. */
function splitCost(upper: readonly Piece[], lower: readonly Piece[], around: Around): number {
  const [a, b] = [upper.at(-1)!, lower[0]!];
  if (ruledBetween(around.rulings, middle(a), middle(b), b) || startsRow(textOf(lower))) return 0;
  if (a.x1 < around.right - 1.3 * a.size || middle(b) - middle(a) > 1.03 * around.pitch) return 0;
  return around.numbered ? 1.2 : around.solid ? 0 : 0.8;
}

/**
 * A cell belongs to at most one line of figures: to the one beside its middle, its first or its last line. One without is
 * a row of its own where its line begins as rows do.
 */
function anchorCost(lines: readonly (readonly Piece[])[], anchors: readonly number[], around: Around): number {
  const [top, bottom] = [middle(lines[0]![0]!), middle(lines.at(-1)![0]!)];
  const em = lines[0]![0]!.size;
  const at = referenceOf(top, bottom, around.setting);
  const met = anchors.some((anchor) => Math.abs(anchor - at) < 0.34 * em);
  const crossed =
    anchors.filter((anchor) => anchor > top - 0.34 * em && anchor < bottom + 0.34 * em).length - (met ? 1 : 0);
  const begins = startsRow(textOf(lines[0]!));
  const rest = begins ? 0 : around.ownCodes ? 3 : 0;
  const alone = met ? -1 : begins ? 0.3 : around.coded ? 4 : 1.5;
  return alone + rest + 5 * crossed;
}

/** The height at which a cell of several lines is held against others, by how it is set. */
export function referenceOf(top: number, bottom: number, setting: Setting): number {
  return setting === 'top' ? top : setting === 'bottom' ? bottom : (top + bottom) / 2;
}
