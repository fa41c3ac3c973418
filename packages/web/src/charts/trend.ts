/** A measure over the years, budgets and final accounts side by side; figures known from words are hollow. */
import { STAGES } from '@mingsuan/core/model/document-kinds';
import type { Stage, TrendPoint } from '../api/types.ts';

/** What of a point is drawn. */
export type DrawnPoint = Pick<TrendPoint, 'year' | 'stage' | 'fen' | 'from'> & Partial<Pick<TrendPoint, 'isPartial'>>;

import { axis, hasRoom, legend } from './axis.ts';
import type { Draw } from './canvas.tsx';
import { colorAt } from './palette.ts';
import { amountLine, PARTIAL_MARK, tooltip } from './tooltip.ts';

export function drawTrend(points: readonly DrawnPoint[], stageName: (stage: Stage) => string, partial = ''): Draw {
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const stages = STAGES.filter((stage) => points.some((point) => point.stage === stage));
  const highestOf = (year: number) =>
    points.filter((point) => point.year === year).reduce((high, point) => (point.fen > high.fen ? point : high));
  return (palette, width, scale) => {
    const wordsOf = ({ fen, isPartial = false }: DrawnPoint) => `${scale.format(fen)}${isPartial ? PARTIAL_MARK : ''}`;
    const fits = (bars: number, of: readonly DrawnPoint[]) =>
      hasRoom(width, { slots: years.length, bars }, of.map(wordsOf));
    // Where the figures of a year would touch, its highest bar has one; where that touches the next year's, none has: the table has all.
    const all = fits(stages.length, points);
    const one = all || fits(1, years.map(highestOf));
    const isLabelled = (point: DrawnPoint) => all || (one && highestOf(point.year) === point);
    return {
      ...axis(palette, scale, years.map(String)),
      legend: { ...legend(palette), show: stages.length > 1 },
      tooltip: {
        ...tooltip(palette),
        formatter: ({ seriesName, name, data }: { seriesName: string; name: string; data: Drawn }) =>
          amountLine(`${name} ${seriesName}`, data.value, scale) +
          (data.isPartial ? `\n${PARTIAL_MARK} ${partial}` : ''),
      },
      series: stages.map((stage, i) => ({
        type: 'bar',
        name: stageName(stage),
        barMaxWidth: 44,
        color: colorAt(palette, i),
        label: { position: 'top', color: palette.faint, fontSize: 12 },
        data: years.map((year) => {
          const point = points.find((one) => one.year === year && one.stage === stage);
          if (!point) return '-';
          const hollow = {
            color: 'transparent',
            borderColor: colorAt(palette, i),
            borderWidth: 2,
            borderType: 'dashed',
          };
          const words = isLabelled(point) ? wordsOf(point) : point.isPartial ? PARTIAL_MARK : '';
          return {
            value: point.fen,
            isPartial: point.isPartial === true,
            label: { show: words !== '', formatter: words },
            ...(point.from === 'words' ? { itemStyle: hollow } : {}),
          };
        }),
      })),
    };
  };
}

interface Drawn {
  readonly value: number;
  /** Whether the figure rests on a table that was read in part only. */
  readonly isPartial: boolean;
}
