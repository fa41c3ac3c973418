import { useMemo } from 'react';
import type { CodeNode } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { colorOfCode, paletteOf } from '../../charts/palette.ts';
import { type Block, drawTreemap } from '../../charts/treemap.ts';
import { DataTable } from '../../components/data-table.tsx';
import { percent } from '../../components/money.tsx';
import { useNames } from '../../components/names.ts';
import { useScale } from '../../components/scale.tsx';
import { PlacedMoney } from '../../components/source/placed-money.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { useText } from '../../i18n/index.tsx';
import { useAppearance } from '../../shell/appearance.tsx';
import type { Printed } from './places.ts';

interface Props {
  readonly name: string;
  readonly nodes: readonly CodeNode[];
  readonly total: number;
  readonly cellOf: (code: string) => Printed | undefined;
  readonly onPick: (node: CodeNode) => void;
}

/** One level of the classification: blocks, and beside them the same as a table. Whatever has a level below can be opened. */
export function Level({ name, nodes, total, cellOf, onPick }: Props) {
  const t = useText();
  const { mode } = useAppearance();
  const scale = useScale();
  const names = useNames();
  const isNarrow = useNarrow();
  const sorted = useMemo(
    () => nodes.map((node) => ({ ...node, name: names.code(node.name) })).sort((a, b) => b.fen - a.fen),
    [nodes, names],
  );
  const draw = useMemo(() => drawTreemap(sorted, total), [sorted, total]);
  const largest = sorted[0]!;
  const rest = total - sorted.reduce((sum, { fen }) => sum + fen, 0);
  const pick = (data: unknown) => {
    const node = sorted.find(({ code }) => code === (data as Block).code);
    if (node) onPick(node);
  };
  return (
    <div className="level">
      <Chart
        title={name}
        summary={t('tree.summary', {
          count: sorted.length,
          name: largest.name,
          amount: `${scale.format(largest.fen)} ${scale.unit}`,
        })}
        draw={draw}
        height={isNarrow ? 170 : 230}
        onPick={pick}
      />
      <DataTable
        caption={name}
        rows={sorted}
        first={isNarrow ? 4 : 7}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            title: t('column.name'),
            heads: true,
            cell: (node) => (
              <span className="named">
                <span
                  className="swatch"
                  aria-hidden="true"
                  style={{ backgroundColor: colorOfCode(paletteOf(mode), node.code) }}
                />
                <span>
                  {node.children.length > 0 ? (
                    <button type="button" className="link-button" onClick={() => onPick(node)}>
                      {node.name}
                    </button>
                  ) : (
                    node.name
                  )}{' '}
                  <span className="faint small money wide-only">{node.code}</span>
                </span>
              </span>
            ),
          },
          {
            key: 'fen',
            title: t('column.amount'),
            numeric: true,
            cell: ({ code, name: label, fen }) => <PlacedMoney fen={fen} label={label} cell={cellOf(code)} />,
          },
          { key: 'share', title: t('column.share'), numeric: true, cell: ({ fen }) => percent(fen, total) ?? '' },
        ]}
      />
      {Math.abs(rest) * 2000 > Math.abs(total) && (
        <p className="small faint level-note">
          {t(rest > 0 ? 'tree.less' : 'tree.more', {
            amount: `${scale.format(Math.abs(rest))} ${scale.unit}`,
            share: percent(Math.abs(rest), total) ?? '',
          })}
        </p>
      )}
    </div>
  );
}
