/** Printed names of codes: when two are the same. */
import { memo } from '../memo.ts';
import { foldWidth } from '../text/fold.ts';
import { lineKey } from '../text/numbering.ts';
import { plainCharacter } from '../text/radicals.ts';

/** Only letters and digits, half width, without numbering and a trailing 类/款/项 in brackets; two names are the same when this is. */
export const normalizeName: (name: string) => string = memo(
  (name) =>
    lineKey(foldWidth(name))
      .replace(/[\u2e80-\u2eff]/g, plainCharacter)
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
