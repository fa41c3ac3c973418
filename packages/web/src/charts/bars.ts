/** Named amounts as lying bars, the largest on top. */
import { amountAxis, nameAxis } from './axis.ts';
import type { Draw } from './canvas.tsx';
import { colorAt, colorOfCode } from './palette.ts';
import { amountLine, shortName, tooltip } from './tooltip.ts';

export interface Bar {
  readonly name: string;
  readonly fen: number;
  /** A code of a classification, which has a colour of its own. */
  readonly code?: string;
}

export const barsHeight = (bars: readonly Bar[]): number => 24 + 34 * bars.length;

export function drawBars(bars: readonly Bar[]): Draw {
  const upward = [...bars].reverse();
  return (palette, width, scale) => ({
    grid: { left: 4, right: 92, top: 4, bottom: 4, containLabel: true },
    xAxis: { ...amountAxis(palette, scale), show: false },
    yAxis: {
      ...nameAxis(
        palette,
        upward.map(({ name }) => shortName(name, width < 560 ? 8 : 18)),
      ),
      axisLine: { show: false },
    },
    tooltip: {
      ...tooltip(palette),
      formatter: ({ dataIndex }: { dataIndex: number }) =>
        amountLine(upward[dataIndex]!.name, upward[dataIndex]!.fen, scale),
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: upward.map(({ fen, code }) => ({
          value: fen,
          itemStyle: { color: code === undefined ? colorAt(palette, 0) : colorOfCode(palette, code) },
        })),
        label: {
          show: true,
          position: 'right',
          color: palette.faint,
          fontSize: 12,
          formatter: ({ value }: { value: number }) => scale.format(value),
        },
      },
    ],
  });
}
