/** One measure of several agencies over the years: a group of bars a year, the medians of their kinds as lines across it. */
import { axis, legend } from './axis.ts';
import type { Draw } from './canvas.tsx';
import { colorAt } from './palette.ts';
import { amountLine, shortName, tooltip } from './tooltip.ts';

export interface ComparedBar {
  readonly fen: number;
  readonly from: 'table' | 'words';
  readonly standing: 'high' | 'low' | undefined;
}

export interface ComparedAgency {
  readonly name: string;
  /** By year, in the order of `years`; undefined where there is none. */
  readonly figures: readonly (ComparedBar | undefined)[];
}

export interface Median {
  readonly name: string;
  readonly fen: readonly (number | undefined)[];
}

const LONGEST = 22;
const LETTER = 12;
const LEGEND_ROW = 22;
const MARKS = { high: '▲', low: '▼' } as const;

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
  medians: readonly Median[],
): Draw {
  return (palette, width, scale) => {
    const labelled = width >= 560 && agencies.length * years.length <= 8;
    const barOf = (bar: ComparedBar | undefined, color: string) => {
      if (!bar) return '-';
      const hollow = { color: 'transparent', borderColor: color, borderWidth: 2, borderType: 'dashed' };
      const mark = bar.standing ? MARKS[bar.standing] : '';
      const words = [mark, labelled ? scale.format(bar.fen) : ''].filter(Boolean).join(' ');
      return {
        value: bar.fen,
        label: { show: words !== '', formatter: words },
        ...(bar.from === 'words' ? { itemStyle: hollow } : {}),
      };
    };
    return {
      ...axis(palette, scale, years.map(String)),
      grid: {
        left: 4,
        right: 12,
        top: 24 + legendHeight([...agencies, ...medians], width),
        bottom: 4,
        containLabel: true,
      },
      legend: { ...legend(palette), type: 'plain', formatter: (name: string) => shortName(name, LONGEST) },
      tooltip: {
        ...tooltip(palette),
        formatter: ({ seriesName, name, value }: { seriesName: string; name: string; value: number }) =>
          amountLine(`${seriesName} ${name}`, value, scale),
      },
      series: [
        ...agencies.map(({ name, figures }, i) => ({
          type: 'bar',
          name,
          barMaxWidth: 36,
          color: colorAt(palette, i),
          data: figures.map((bar) => barOf(bar, colorAt(palette, i))),
          label: { position: 'top', color: palette.faint, fontSize: 12 },
        })),
        ...medians.map(({ name, fen }, i) => ({
          type: 'scatter',
          name,
          color: i === 0 ? palette.ink : palette.faint,
          symbol: 'rect',
          symbolSize: [Math.round((0.7 * width) / years.length), 3],
          z: 3,
          data: fen.map((value) => value ?? '-'),
        })),
      ],
    };
  };
}
