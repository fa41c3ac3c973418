/** A measure over the years, budgets and final accounts side by side; figures known from words are hollow. */
import { STAGES } from '@mingsuan/core/model/document-kinds';
import type { Stage, TrendPoint } from '../api/types.ts';

/** What of a point is drawn. */
export type DrawnPoint = Pick<TrendPoint, 'year' | 'stage' | 'fen' | 'from'> & Partial<Pick<TrendPoint, 'isPartial'>>;

import { axis, legend } from './axis.ts';
import type { Draw } from './canvas.tsx';
import { colorAt } from './palette.ts';
import { amountLine, PARTIAL_MARK, tooltip } from './tooltip.ts';

export function drawTrend(points: readonly DrawnPoint[], stageName: (stage: Stage) => string, partial = ''): Draw {
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const stages = STAGES.filter((stage) => points.some((point) => point.stage === stage));
  return (palette, _width, scale) => ({
    ...axis(palette, scale, years.map(String)),
    legend: { ...legend(palette), show: stages.length > 1 },
    tooltip: {
      ...tooltip(palette),
      formatter: ({ seriesName, name, data }: { seriesName: string; name: string; data: Drawn }) =>
        amountLine(`${name} ${seriesName}`, data.value, scale) + (data.isPartial ? `\n${PARTIAL_MARK} ${partial}` : ''),
    },
    series: stages.map((stage, i) => ({
      type: 'bar',
      name: stageName(stage),
      barMaxWidth: 44,
      color: colorAt(palette, i),
      label: {
        show: true,
        position: 'top',
        color: palette.faint,
        fontSize: 12,
        formatter: ({ data }: { data: Drawn }) => `${scale.format(data.value)}${data.isPartial ? PARTIAL_MARK : ''}`,
      },
      data: years.map((year) => {
        const point = points.find((one) => one.year === year && one.stage === stage);
        if (!point) return '-';
        const hollow = { color: 'transparent', borderColor: colorAt(palette, i), borderWidth: 2, borderType: 'dashed' };
        return {
          value: point.fen,
          isPartial: point.isPartial === true,
          ...(point.from === 'words' ? { itemStyle: hollow } : {}),
        };
      }),
    })),
  });
}

interface Drawn {
  readonly value: number;
  /** Whether the figure rests on a table that was read in part only. */
  readonly isPartial: boolean;
}
