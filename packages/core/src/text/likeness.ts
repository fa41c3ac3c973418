/** How alike two short texts are. All measures count UTF-16 units; the names compared here hardly ever need two for a character. */
import { distance } from 'fastest-levenshtein';

/** Characters to insert, delete or replace (Levenshtein). */
export const editDistance = (a: string, b: string): number => distance(a, b);

function bigrams(text: string): string[] {
  const chars = ['^', ...text, '$'];
  return chars.slice(1).map((char, i) => `${chars[i]}${char}`);
}

/** 1 same, 0 nothing in common: the better of edit distance and shared pairs of characters (Dice). Takes normalised names. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = bigrams(b);
  const total = bigrams(a).length + pairs.length;
  let shared = 0;
  for (const pair of bigrams(a)) {
    const at = pairs.indexOf(pair);
    if (at < 0) continue;
    shared += 1;
    pairs.splice(at, 1);
  }
  return Math.max((2 * shared) / total, 1 - editDistance(a, b) / Math.max(a.length, b.length));
}

/** Length of the longest common subsequence: the most characters that stand in both in the same order. */
export function commonLength(a: string, b: string): number {
  const row = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    let diagonal = 0;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1]!;
      row[j + 1] = a[i] === b[j] ? diagonal + 1 : Math.max(above, row[j]!);
      diagonal = above;
    }
  }
  return row[b.length]!;
}
