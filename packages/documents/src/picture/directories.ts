/**
 * The directories of a TIFF looked through before they are read: a damaged count makes a reader take gigabytes. Each entry
 * has twelve bytes: tag, type, count, and the values or where they stand (TIFF 6.0).
 */

const BYTES_OF_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
/** Entries that lead to directories of their own. */
const NESTED: ReadonlySet<number> = new Set([330, 34665, 34853, 40965, 50740, 61440]);
const MOST_DIRECTORIES = 1000;

/** @throws Error where a directory leads out of the file, is met twice, or there are too many */
export function assureDirectories(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const seen = new Set<number>();
  const open = [view.getUint32(4, little)];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at) || seen.size >= MOST_DIRECTORIES) throw new Error('directories without end');
    seen.add(at);
    const count = view.getUint16(at, little);
    for (let i = 0; i < count; i++) open.push(...entryAt(view, at + 2 + 12 * i, little));
    const next = view.getUint32(at + 2 + 12 * count, little);
    if (next !== 0) open.push(next);
  }
}

/** Where the directories stand that an entry leads to. */
function entryAt(view: DataView, at: number, little: boolean): number[] {
  const tag = view.getUint16(at, little);
  const size = BYTES_OF_TYPE[view.getUint16(at + 2, little)];
  const count = view.getUint32(at + 4, little);
  if (size === undefined) throw new Error(`type of tag ${tag}`);
  const start = size * count > 4 ? view.getUint32(at + 8, little) : at + 8;
  if (start + size * count > view.byteLength) throw new Error(`values of tag ${tag} beyond the file`);
  if (!NESTED.has(tag) || size !== 4) return [];
  return Array.from({ length: count }, (_, i) => view.getUint32(start + 4 * i, little));
}
