/** Printed names of codes: when two are the same, and how alike they are. */
import { lineKey } from '../forms/label.ts';
import { memo } from '../memo.ts';

/** Radicals that PDF fonts print instead of the character and that NFKC leaves alone. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  '⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻚页 ⻛风 ⻝食 ⻢马 ⻣骨 ⻥鱼 ⻩黄 ⻬齐 ⻰龙 ⺠民'
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!]),
);

/** Only letters and digits, half width, without numbering and a trailing 类/款/项 in brackets; two names are the same when this is. */
export const normalizeName: (name: string) => string = memo(
  (name) =>
    lineKey(name.normalize('NFKC'))
      .replace(/[\u2e80-\u2eff]/g, (radical) => RADICALS.get(radical) ?? radical)
      .replace(/\([类款项]\)$/, '')
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  20_000,
);

/** Whether `name` is `full` cut off at its end, as a narrow column does. */
export function isCutOff(name: string, full: string): boolean {
  const a = normalizeName(name);
  return a.length >= 2 && normalizeName(full).startsWith(a);
}

const PARTICLES = /[的和与及等]/g;

/** Whether two names differ by particles (的 和 与 及 等) at most. */
export function differsByParticles(a: string, b: string): boolean {
  return normalizeName(a).replace(PARTICLES, '') === normalizeName(b).replace(PARTICLES, '');
}

/** Levenshtein distance in characters. */
export function editDistance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let row = right.map((_, j) => j + 1);
  left.forEach((x, i) => {
    let diagonal = i;
    let before = i + 1;
    row = row.map((above, j) => {
      const cost = Math.min(before + 1, above + 1, diagonal + (x === right[j] ? 0 : 1));
      diagonal = above;
      before = cost;
      return cost;
    });
  });
  return row.at(-1) ?? left.length;
}

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
