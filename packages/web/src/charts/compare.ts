/** One measure of several agencies over years or phases: a group of bars each, the medians of their kinds as lines across it. */
import type { Scale } from '../components/scale.tsx';
import { axis, hasRoom, legend } from './axis.ts';
import type { Draw } from './canvas.tsx';
import { colorAt } from './palette.ts';
import { amountLine, PARTIAL_MARK, shortName, tooltip } from './tooltip.ts';

export interface ComparedBar {
  readonly value: number;
  readonly from: 'table' | 'words';
  /** Whether its table was read in part only. */
  readonly isPartial: boolean;
  readonly standing: 'high' | 'low' | undefined;
}

export interface ComparedAgency {
  readonly name: string;
  /** By slot, in the order of the axis; undefined where there is none: unknown is not zero. */
  readonly figures: readonly (ComparedBar | undefined)[];
}

export interface Median {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
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

/** Pixels of a bar that has its figure above it. */
const LABELLED_BAR = 60;

export function drawCompare(
  slots: readonly string[],
  agencies: readonly ComparedAgency[],
  medians: readonly Median[],
  measured: Pick<Scale, 'format' | 'unit'>,
  partial: string,
): Draw {
  return (palette, width) => {
    const labels = agencies.flatMap(({ figures }) =>
      figures.flatMap((bar) => (bar ? [measured.format(bar.value)] : [])),
    );
    const labelled = hasRoom(width, { slots: slots.length, bars: agencies.length }, labels);
    const barOf = (bar: ComparedBar | undefined, color: string) => {
      if (!bar) return '-';
      const hollow = { color: 'transparent', borderColor: color, borderWidth: 2, borderType: 'dashed' };
      const marks = `${bar.standing ? MARKS[bar.standing] : ''}${bar.isPartial ? PARTIAL_MARK : ''}`;
      const words = [marks, labelled ? measured.format(bar.value) : ''].filter(Boolean).join(' ');
      return {
        value: bar.value,
        isPartial: bar.isPartial,
        label: { show: words !== '', formatter: words },
        ...(bar.from === 'words' ? { itemStyle: hollow } : {}),
      };
    };
    return {
      ...axis(palette, measured, slots),
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
        formatter: ({ seriesName, name, value, data }: Hovered) =>
          amountLine(`${seriesName} ${name}`, value, measured) +
          (typeof data === 'object' && data.isPartial ? `\n${PARTIAL_MARK} ${partial}` : ''),
      },
      series: [
        ...agencies.map(({ name, figures }, i) => ({
          type: 'bar',
          name,
          barMaxWidth: labelled ? LABELLED_BAR : 36,
          color: colorAt(palette, i),
          data: figures.map((bar) => barOf(bar, colorAt(palette, i))),
          label: { position: 'top', color: palette.faint, fontSize: 12 },
        })),
        ...medians.map(({ name, values }, i) => ({
          type: 'scatter',
          name,
          color: i === 0 ? palette.ink : palette.faint,
          symbol: 'rect',
          symbolSize: [Math.round((0.7 * width) / slots.length), 3],
          z: 3,
          data: values.map((value) => value ?? '-'),
        })),
      ],
    };
  };
}

interface Hovered {
  readonly seriesName: string;
  readonly name: string;
  readonly value: number;
  readonly data: number | { readonly isPartial?: boolean };
}
