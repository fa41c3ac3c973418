/** The ruling lines on a page's picture, in pixels, and the picture without them. */
import type { Ruling } from '../pdf/geometry.ts';
import type { Grey } from './picture.ts';

/** Inches: how thick a line may be, how long it must be, and how long where both ends meet lines across. */
const THICK = 1 / 45;
const LONG = 0.8;
const SHORT = 0.15;
/** Grey levels that a line is darker than what stands to both its sides. */
const DARKER = 28;
/** Pixels that noise may tear out of a line, the share of it that must be there. */
const GAP = 4;
const SOLID = 0.8;
/** Pixels within which an end meets a line across. */
const MEETS = 8;
/** Pixels by which the pieces of one line stand beside each other. */
const SAME = 4;

/** Lines across and down; short ones only where both ends meet others. */
export function rulingsIn(grey: Grey, dpi: number): Ruling[] {
  const across = ridges(grey, dpi, true);
  const down = ridges(grey, dpi, false);
  const isLong = ({ from, to }: Ruling): boolean => to - from >= LONG * dpi;
  const [rows, columns] = [across.filter(isLong), down.filter(isLong)];
  const between = down.filter((line) => !isLong(line) && meetsBoth(line, rows));
  const shorts = [
    ...across.filter((line) => !isLong(line) && meetsBoth(line, columns)),
    // The stroke of a large character may reach from one line to the next; a column goes on above or below.
    ...between.filter((line) => goesOn(line, columns, between)),
  ];
  return [...rows, ...columns, ...shorts];
}

/** Whether a column has its line where this stands, or another piece of it begins where it ends or ends where it begins. */
function goesOn({ at, from, to }: Ruling, columns: readonly Ruling[], pieces: readonly Ruling[]): boolean {
  const isSame = (other: Ruling): boolean => Math.abs(other.at - at) <= SAME;
  const isBeside = (other: Ruling): boolean =>
    Math.abs(other.to - from) <= 2 * MEETS || Math.abs(other.from - to) <= 2 * MEETS;
  return columns.some(isSame) || pieces.some((other) => isSame(other) && isBeside(other));
}

function meetsBoth({ at, from, to }: Ruling, crossing: readonly Ruling[]): boolean {
  const meets = (end: number): boolean =>
    crossing.some((line) => Math.abs(line.at - end) <= MEETS && line.from - MEETS <= at && line.to + MEETS >= at);
  return meets(from) && meets(to);
}

function ridges({ width, height, data }: Grey, dpi: number, horizontal: boolean): Ruling[] {
  const side = Math.max(3, Math.round(THICK * dpi));
  const [along, over] = horizontal ? [width, height] : [height, width];
  const [step, jump] = horizontal ? [1, width] : [width, 1];
  const found: Ruling[] = [];
  const least = SHORT * dpi;
  for (let at = side; at < over - side; at++) {
    let from = -1;
    let last = -1;
    let solid = 0;
    const end = () => {
      if (from >= 0 && last - from >= least && solid >= SOLID * (last - from + 1))
        found.push({ horizontal, at, from, to: last + 1 });
      from = -1;
      solid = 0;
    };
    for (let i = 0, place = at * jump; i < along; i++, place += step) {
      // A line that drifts by a pixel goes on in the row beside it.
      const dark = Math.min(data[place]!, data[place - jump]!, data[place + jump]!);
      const [before, behind] = [data[place - side * jump]!, data[place + side * jump]!];
      // Where figures are set close to a line it goes on, though one of its sides is ink.
      const beside = from >= 0 ? Math.max(before, behind) : Math.min(before, behind);
      if (dark + DARKER < beside) {
        if (from >= 0 && i - last > GAP) end();
        if (from < 0) from = i;
        last = i;
        solid += 1;
      } else if (from >= 0 && i - last > GAP) end();
    }
    end();
  }
  return found;
}

/** A copy in which the lines are white. */
export function withoutRulings(grey: Grey, rulings: readonly Ruling[], dpi: number): Grey {
  const data = grey.data.slice();
  const around = Math.max(1, Math.round(dpi / 100));
  for (const { horizontal, at, from, to } of rulings) {
    const [x0, x1] = horizontal ? [from, to] : [at - around, at + around + 1];
    const [y0, y1] = horizontal ? [at - around, at + around + 1] : [from, to];
    for (let y = Math.max(0, y0); y < Math.min(grey.height, y1); y++)
      data.fill(255, y * grey.width + Math.max(0, x0), y * grey.width + Math.min(grey.width, x1));
  }
  return { ...grey, data };
}
