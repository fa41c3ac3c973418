/** One level of a classification as blocks; going deeper is the page's business. */
import type { CodeNode } from '../api/types.ts';
import { percent } from '../components/money.tsx';
import type { Draw } from './canvas.tsx';
import { colorOfCode } from './palette.ts';
import { amountLine, tooltip } from './tooltip.ts';

export interface Block {
  readonly code: string;
}

/** Smaller shares are too narrow for words; tooltip and table name them. */
const LEAST_NAMED = 0.04;
const IS_CHINESE = /\p{Script=Han}/u;

export function drawTreemap(nodes: readonly CodeNode[], total: number): Draw {
  return (palette, _width, scale) => ({
    tooltip: {
      ...tooltip(palette),
      formatter: ({ data }: { data: { name: string; fen: number; code: string } }) =>
        `${amountLine(`${data.code} ${data.name}`, data.fen, scale)}　${percent(data.fen, total) ?? ''}`,
    },
    series: [
      {
        type: 'treemap',
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        itemStyle: { borderColor: palette.ground, borderWidth: 2, gapWidth: 2 },
        label: {
          color: palette.ground,
          fontSize: 13,
          lineHeight: 19,
          formatter: ({ data }: { data: { name: string; fen: number } }) => `${data.name}\n${scale.format(data.fen)}`,
        },
        data: nodes
          .filter(({ fen }) => fen > 0)
          .map(({ code, name, fen }) => ({
            name,
            code,
            fen,
            value: fen,
            // A Chinese name breaks at any letter, others would break within a word.
            label: { show: fen / total >= LEAST_NAMED, overflow: IS_CHINESE.test(name) ? 'break' : 'truncate' },
            itemStyle: { color: colorOfCode(palette, code) },
          })),
      },
    ],
  });
}
