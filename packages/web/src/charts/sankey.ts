/** Sources → functions → uses, in one picture. */
import type { FlowNode, Flows } from '../api/types.ts';
import type { Draw } from './canvas.tsx';
import { colorAt, colorOfCode } from './palette.ts';
import { amountLine, shortName, tooltip } from './tooltip.ts';

const DEPTH = { source: 0, all: 1, function: 1, use: 2 } as const;
const NARROW = 560;

/** Tall enough that the smallest of many stripes still has room for its label. */
export const sankeyHeight = ({ nodes }: Flows): number =>
  Math.max(240, Math.min(460, 100 + 40 * nodes.filter(({ kind }) => kind === 'function').length));

/** Narrower than half of a desktop. */
const PHONE = 400;

/** Chinese letters of a label; the last column has its margin only, and where four columns share a phone the first have less. */
function lettersAt(
  width: number,
  { isTight, isLast }: { readonly isTight: boolean; readonly isLast: boolean },
): number {
  if (width >= NARROW) return 14;
  if (width < PHONE) return isTight ? 5 : 7;
  return isLast ? 7 : isTight ? 8 : 11;
}

export function drawSankey({ nodes, links }: Flows): Draw {
  const joined = nodes.some(({ kind }) => kind === 'all');
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  const all = nodes.find(({ kind }) => kind === 'all');
  // Where no table says which source pays which function, the total stands between them.
  const flows = all
    ? [
        ...links,
        ...nodes.filter(({ kind }) => kind === 'function').map(({ id, fen }) => ({ source: all.id, target: id, fen })),
      ]
    : links;
  const depthOf = (kind: keyof typeof DEPTH) =>
    (joined && (kind === 'function' || kind === 'use') ? 1 : 0) + DEPTH[kind];
  return (palette, width, scale) => {
    const narrow = width < NARROW;
    // Functions have their colours; what they come from and go to is one thing each.
    const colorOf = (id: string, kind: FlowNode['kind']) =>
      kind === 'function'
        ? colorOfCode(palette, id.split(':')[1] ?? '')
        : kind === 'use'
          ? palette.faint
          : colorAt(palette, 0);
    return {
      tooltip: {
        ...tooltip(palette),
        trigger: 'item',
        formatter: ({
          dataType,
          data,
        }: {
          dataType: string;
          data: { source: string; target: string; value: number; fen: number; name: string };
        }) =>
          dataType === 'edge'
            ? amountLine(`${nameOf.get(data.source)} → ${nameOf.get(data.target)}`, data.value, scale)
            : amountLine(nameOf.get(data.name) ?? data.name, data.fen, scale),
      },
      series: [
        {
          type: 'sankey',
          left: 4,
          right: narrow ? 88 : 200,
          top: 12,
          bottom: 12,
          nodeWidth: 12,
          nodeGap: narrow ? 26 : 22,
          layoutIterations: 48,
          draggable: false,
          emphasis: { focus: 'adjacency' },
          lineStyle: { color: 'gradient', opacity: 0.28, curveness: 0.5 },
          label: {
            color: palette.ink,
            // Labels stand on the stripes.
            textBorderColor: palette.ground,
            textBorderWidth: 3,
            fontSize: narrow ? 11 : 13,
            lineHeight: narrow ? 14 : 18,
            formatter: ({ data }: { data: { name: string; fen: number; depth: number } }) =>
              `${shortName(nameOf.get(data.name) ?? '', lettersAt(width, { isTight: joined && data.depth === 0, isLast: data.depth === depthOf('use') }))}${narrow ? '\n' : '　'}{amount|${scale.format(data.fen)}}`,
            rich: {
              amount: {
                color: palette.faint,
                fontSize: narrow ? 10 : 12,
                textBorderColor: palette.ground,
                textBorderWidth: 3,
              },
            },
          },
          data: nodes.map(({ id, kind, fen }) => ({
            name: id,
            fen,
            depth: depthOf(kind),
            itemStyle: { color: colorOf(id, kind), borderWidth: 0 },
          })),
          links: flows.map(({ source, target, fen }) => ({ source, target, value: fen })),
        },
      ],
    };
  };
}
