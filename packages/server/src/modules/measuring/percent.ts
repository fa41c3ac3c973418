import type { Rate } from '@mingsuan/core/performance/counters';
import { ratio, rounded, times } from '@mingsuan/core/performance/ratio';
import { printDecimal } from '@mingsuan/core/performance/target';

/** In percent with two places; null where nothing was counted. */
export const percentOf = (rate: Rate): string | null =>
  rate.state === 'rate' ? printDecimal(rounded(times(rate.rate, ratio(100)), 2)) : null;
