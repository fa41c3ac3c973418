/** One measure of several agencies over the years: a group of bars a year, the peers' median as a diamond. */
import { wan } from '../components/money.tsx';
import { axis, legend } from './axis.ts';
import type { Draw } from './canvas.tsx';
import { colorAt } from './palette.ts';
import { amountLine, shortName, tooltip } from './tooltip.ts';

export interface ComparedAgency {
  readonly name: string;
  /** By year, in the order of `years`; undefined where there is none. */
  readonly fen: readonly (number | undefined)[];
}

const LONGEST = 22;
const LETTER = 12;
const LEGEND_ROW = 22;

/** How high a legend gets that breaks its lines where the width ends. */
function legendHeight(names: readonly { readonly name: string }[], width: number): number {
  let [rows, used] = [1, 0];
  for (const { name } of names) {
    const wide = Math.min(name.length, LONGEST) * LETTER + 32;
    if (used + wide > width && used > 0) [rows, used] = [rows + 1, 0];
    used += wide;
  }
  return rows * LEGEND_ROW;
}

export function drawCompare(
  years: readonly number[],
  agencies: readonly ComparedAgency[],
  median: { readonly name: string; readonly fen: readonly (number | undefined)[] },
): Draw {
  return (palette, width) => ({
    ...axis(palette, years.map(String)),
    grid: { left: 4, right: 12, top: 32 + legendHeight([...agencies, median], width), bottom: 4, containLabel: true },
    legend: { ...legend(palette), type: 'plain', formatter: (name: string) => shortName(name, LONGEST) },
    tooltip: {
      ...tooltip(palette),
      formatter: ({ seriesName, name, value }: { seriesName: string; name: string; value: number }) =>
        amountLine(`${seriesName} ${name}`, value),
    },
    series: [
      ...agencies.map(({ name, fen }, i) => ({
        type: 'bar',
        name,
        barMaxWidth: 36,
        color: colorAt(palette, i),
        data: fen.map((value) => value ?? '-'),
        label: {
          show: width >= 560 && agencies.length * years.length <= 8,
          position: 'top',
          color: palette.faint,
          fontSize: 12,
          formatter: ({ value }: { value: number }) => wan(value),
        },
      })),
      {
        type: 'scatter',
        name: median.name,
        color: palette.ink,
        symbol: 'diamond',
        symbolSize: 10,
        z: 3,
        data: median.fen.map((value) => value ?? '-'),
      },
    ],
  });
}
