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

export const legend = ({ ink }: Palette) => ({
  top: 0,
  left: 0,
  itemWidth: 12,
  itemHeight: 12,
  textStyle: { color: ink, fontSize: 12 },
});
