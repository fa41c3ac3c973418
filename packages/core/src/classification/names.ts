/** Printed names of codes: when two are the same. */

import { memo } from '../memo.ts';
import { lineKey } from '../text/numbering.ts';

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
