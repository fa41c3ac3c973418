/** Exact arithmetic of the words: amounts as 0.01 万元, percentages as hundredths of a percent, both rounded half up. */
import type { Fen } from '../money.ts';

/** Fen of 0.01 万元, the finest that explanations print. */
const WORD_STEP: Fen = 10_000;

/** To 0.01 万元, half away from zero. */
export function toWords(fen: Fen): Fen {
  const up = Math.abs(fen) + WORD_STEP / 2;
  const rounded = up - (up % WORD_STEP);
  return fen < 0 && rounded !== 0 ? -rounded : rounded;
}

/** `part` in percent of `whole` with two decimals, rounded half away from zero; undefined where there is no whole. */
export function percentOf(part: Fen, whole: Fen): number | undefined {
  if (whole <= 0) return undefined;
  const twice = BigInt(Math.abs(part)) * 20_000n + BigInt(whole);
  const hundredths = Number(twice / (2n * BigInt(whole)));
  return (part < 0 ? -hundredths : hundredths) / 100;
}
