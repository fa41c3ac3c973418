/** Lists of property changes ([MS-DOC] 2.6): a code and what it sets, one after another. */

/** The codes that are used here. */
export const SPRM = {
  deleted: 0x0800,
  inserted: 0x0801,
  hidden: 0x083c,
  raised: 0x2a48,
  level: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  depth: 0x6649,
  farAway: 0x6645,
  farAway97: 0x6646,
  tableShape: 0xd608,
  mergedDown: 0xd62b,
  mergedAcross: 0x5624,
} as const;

/** Bytes that a code's kind takes; 0: it says so itself. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;

/** Each code with what it sets, in order; a list that ends early ends. */
export function* sprms(list: Buffer): Generator<readonly [code: number, value: Buffer]> {
  for (let at = 0; at + 2 < list.length; ) {
    const code = list.readUInt16LE(at);
    at += 2;
    let size: number = SIZES[code >> 13]!;
    if (size === 0) {
      const isLong = code === SPRM.tableShape;
      if (at + (isLong ? 2 : 1) > list.length) return;
      size = isLong ? list.readUInt16LE(at) - 1 : list[at]!;
      at += isLong ? 2 : 1;
      // Tab stops may be more than a byte can count: nothing behind them matters here.
      if (code === 0xc615 && size === 255) return;
    }
    if (size < 0 || at + size > list.length) return;
    yield [code, list.subarray(at, at + size)];
    at += size;
  }
}
