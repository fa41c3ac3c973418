/** What bar and line charts share. */
import type { Scale } from '../components/scale.tsx';
import type { Palette } from './palette.ts';

export const amountAxis = ({ faint, line }: Palette, { format }: Pick<Scale, 'format'>) => ({
  type: 'value' as const,
  axisLabel: { color: faint, fontSize: 12, formatter: (fen: number) => format(fen).replace(/\.0+$/, '') },
  splitLine: { lineStyle: { color: line } },
});

export const nameAxis = ({ faint, line }: Palette, names: readonly string[]) => ({
  type: 'category' as const,
  data: names,
  axisLabel: { color: faint, fontSize: 12 },
  axisLine: { lineStyle: { color: line } },
  axisTick: { show: false },
});

export const axis = (palette: Palette, scale: Pick<Scale, 'format'>, names: readonly string[]) => ({
  grid: { left: 4, right: 12, top: 36, bottom: 4, containLabel: true },
  xAxis: nameAxis(palette, names),
  yAxis: amountAxis(palette, scale),
});

/** Pixels of a digit of a label, and the part of a slot on the axis that its bars take. */
const DIGIT = 7;
const TAKEN = 0.8;

/** Whether figures above bars, so many in each of the slots that share the width, stand beside each other without touching. */
export const hasRoom = (
  width: number,
  { slots, bars }: { readonly slots: number; readonly bars: number },
  labels: readonly string[],
): boolean => (TAKEN * width) / (slots * bars) >= (Math.max(0, ...labels.map(({ length }) => length)) + 2) * DIGIT;

export const legend = ({ ink }: Palette) => ({
  top: 0,
  left: 0,
  itemWidth: 12,
  itemHeight: 12,
  textStyle: { color: ink, fontSize: 12 },
});
