/** Which property changes hold where in the stream: pages of 512 bytes ([MS-DOC] 2.9.23, 2.9.24, FKPs). */
import { type DocFile, positionsOf } from './fib.ts';
import { SPRM, sprms } from './sprms.ts';

/** Property changes from one byte of the main stream to another. `style` is the paragraph's. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly list: Buffer;
}

const PAGE = 512;
const NOTHING = Buffer.alloc(0);

/** Paragraphs, in the stream's order. */
export const paragraphStretches = (file: DocFile): Stretch[] => stretches(file, 'paragraphs', 13, paragraphAt);

/** Runs of characters, in the stream's order. */
export const characterStretches = (file: DocFile): Stretch[] => stretches(file, 'characters', 1, characterAt);

function stretches(
  file: DocFile,
  part: 'paragraphs' | 'characters',
  entry: number,
  at: (page: Buffer, offset: number, file: DocFile) => Pick<Stretch, 'style' | 'list'>,
): Stretch[] {
  const plc = file.part(part);
  const count = Math.max(0, positionsOf(plc, 4).length - 1);
  const found: Stretch[] = [];
  for (let i = 0; i < count; i++) {
    const number = plc.readUInt32LE(4 * (count + 1) + 4 * i) & 0x3fffff;
    const page = file.main.subarray(number * PAGE, (number + 1) * PAGE);
    const runs = page[PAGE - 1] ?? 0;
    if (page.length < PAGE || 4 * (runs + 1) + entry * runs >= PAGE) continue;
    for (let r = 0; r < runs; r++) {
      const [from, to] = [page.readUInt32LE(4 * r), page.readUInt32LE(4 * r + 4)];
      const offset = 2 * page[4 * (runs + 1) + entry * r]!;
      if (to > from) found.push({ from, to, ...(offset === 0 ? { style: 0, list: NOTHING } : at(page, offset, file)) });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function characterAt(page: Buffer, offset: number): Pick<Stretch, 'style' | 'list'> {
  return { style: 0, list: page.subarray(offset + 1, offset + 1 + page[offset]!) };
}

function paragraphAt(page: Buffer, offset: number, file: DocFile): Pick<Stretch, 'style' | 'list'> {
  const isLong = page[offset] === 0;
  const start = offset + (isLong ? 2 : 1);
  const size = isLong ? 2 * (page[offset + 1] ?? 0) : 2 * page[offset]! - 1;
  const whole = page.subarray(start, Math.min(start + size, PAGE - 1));
  if (whole.length < 2) return { style: 0, list: NOTHING };
  return { style: whole.readUInt16LE(0), list: nearAndFar(whole.subarray(2), file) };
}

/** A wide row's changes stand in the data stream, and here only where. */
function nearAndFar(list: Buffer, { data }: DocFile): Buffer {
  for (const [code, value] of sprms(list)) {
    if (code !== SPRM.farAway && code !== SPRM.farAway97) continue;
    const at = value.readUInt32LE(0);
    if (at + 2 > data.length) return list;
    return Buffer.concat([list, data.subarray(at + 2, at + 2 + data.readUInt16LE(at))]);
  }
  return list;
}

/** What holds at a byte of the stream; the stretches are asked in any order. */
export function finderOf(found: readonly Stretch[]): (place: number) => Stretch | undefined {
  return (place) => {
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (found[middle]!.to <= place) low = middle + 1;
      else high = middle;
    }
    const stretch = found[low];
    return stretch && stretch.from <= place ? stretch : undefined;
  };
}
