/** How finely a table prints: the decimals usual in it (design §2.5), and the figures that are printed finer. */
import { decimalsOf } from '../money.ts';

/** Figures at least this often (one in …) set the usual number of decimals of a table that trims trailing zeros. */
const MINORITY = 20;

export interface Precision {
  readonly usual: number;
  /** Decimals of the finest figure. */
  readonly finest: number;
}

/**
 * Decimals usual in a table, from its figures' texts. A padded zero (`61.30`) shows the table's format; a table that
 * trims zeros (`5.8`, `50`) prints as finely as its finest figures, a lone finer one among many excepted.
 */
export function precisionOf(texts: readonly string[]): Precision {
  const counts: number[] = [];
  const padded: number[] = [];
  let figures = 0;
  for (const text of texts) {
    const decimals = decimalsOf(text);
    counts[decimals] = (counts[decimals] ?? 0) + 1;
    if (decimals > 0 && text.trimEnd().endsWith('0')) padded[decimals] = (padded[decimals] ?? 0) + 1;
    if (/[1-9]/.test(text)) figures += 1;
  }
  const finest = Math.max(0, counts.length - 1);
  const format = paddedFormat(counts, padded);
  if (format > 0) return { usual: format, finest };
  const enough = figures < 4 ? 1 : Math.max(2, figures / MINORITY);
  let finer = 0;
  for (let decimals = counts.length - 1; decimals > 0; decimals -= 1) {
    finer += counts[decimals] ?? 0;
    if (finer >= enough) return { usual: decimals, finest };
  }
  return { usual: 0, finest };
}

/** The number of decimals that the table pads to, 0 where it does not pad or most of its figures are finer. */
function paddedFormat(counts: readonly number[], padded: readonly number[]): number {
  let best = 0;
  let finer = 0;
  for (let decimals = counts.length - 1; decimals > 0; decimals -= 1) {
    const count = counts[decimals] ?? 0;
    if (padded[decimals] && count > (best > 0 ? (counts[best] ?? 0) : 0) && count >= finer) best = decimals;
    finer += count;
  }
  return best;
}
