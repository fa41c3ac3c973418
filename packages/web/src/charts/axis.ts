/** What bar and line charts share. */
import { wan } from '../components/money.tsx';
import type { Palette } from './palette.ts';

const short = (fen: number): string => wan(fen).replace(/\.00$/, '');

export const amountAxis = ({ faint, line }: Palette) => ({
  type: 'value' as const,
  axisLabel: { color: faint, fontSize: 12, formatter: short },
  splitLine: { lineStyle: { color: line } },
});

export const nameAxis = ({ faint, line }: Palette, names: readonly string[]) => ({
  type: 'category' as const,
  data: names,
  axisLabel: { color: faint, fontSize: 12 },
  axisLine: { lineStyle: { color: line } },
  axisTick: { show: false },
});

export const axis = (palette: Palette, names: readonly string[]) => ({
  grid: { left: 4, right: 12, top: 36, bottom: 4, containLabel: true },
  xAxis: nameAxis(palette, names),
  yAxis: amountAxis(palette),
});

export const legend = ({ ink }: Palette) => ({
  top: 0,
  left: 0,
  itemWidth: 12,
  itemHeight: 12,
  textStyle: { color: ink, fontSize: 12 },
});
