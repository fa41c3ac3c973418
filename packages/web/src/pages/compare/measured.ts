/** How what is compared is written: amounts in the page's unit, shares in per cent, 元 a resident. */
import { useMemo } from 'react';
import type { ComparedBy } from '../../api/types.ts';
import { yuan } from '../../components/money.tsx';
import { type Scale, useScale } from '../../components/scale.tsx';
import { type Text, useText } from '../../i18n/index.tsx';

export type Measured = Pick<Scale, 'format' | 'unit'>;

const HUNDREDTHS_OF_PERCENT = 100;

/** Millionths as per cent with two decimals: 12345 → `1.23`. */
const percentOf = (millionths: number): string =>
  (Math.round(millionths / HUNDREDTHS_OF_PERCENT) / HUNDREDTHS_OF_PERCENT).toFixed(2);

export function measuredIn(t: Text, scale: Scale, by: ComparedBy): Measured {
  if (by === 'share') return { format: percentOf, unit: '%' };
  if (by === 'resident') return { format: yuan, unit: t('compare.unit.resident') };
  return scale;
}

export function useMeasured(by: ComparedBy): Measured {
  const t = useText();
  const scale = useScale();
  return useMemo(() => measuredIn(t, scale, by), [t, scale, by]);
}

/** With its unit, as it stands in a sentence. */
export const told = ({ format, unit }: Measured, value: number): string =>
  unit === '%' ? `${format(value)}%` : `${format(value)} ${unit}`;
