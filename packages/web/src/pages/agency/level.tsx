import { useMemo } from 'react';
import type { CodeNode } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { type Block, drawTreemap } from '../../charts/treemap.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Money, percent, wan } from '../../components/money.tsx';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly name: string;
  readonly nodes: readonly CodeNode[];
  readonly total: number;
  readonly onPick: (node: CodeNode) => void;
}

/** One level of the classification as blocks or as a table; whatever has a level below can be opened. */
export function Level({ name, nodes, total, onPick }: Props) {
  const t = useText();
  const draw = useMemo(() => drawTreemap(nodes, total), [nodes, total]);
  const largest = nodes.reduce((most, node) => (node.fen > most.fen ? node : most));
  const pick = (data: unknown) => {
    const node = nodes.find(({ code }) => code === (data as Block).code);
    if (node) onPick(node);
  };
  return (
    <Chart
      title={name}
      summary={t('tree.summary', { count: nodes.length, name: largest.name, amount: wan(largest.fen) })}
      tools={<span className="faint small">{t('unit.wanNote')}</span>}
      draw={draw}
      height={320}
      onPick={pick}
      table={
        <DataTable
          caption={name}
          rows={nodes}
          rowKey={({ code }) => code}
          columns={[
            { key: 'code', title: t('column.code'), cell: ({ code }) => <span className="money">{code}</span> },
            {
              key: 'name',
              title: t('column.name'),
              heads: true,
              cell: (node) =>
                node.children.length > 0 ? (
                  <button type="button" className="link-button" onClick={() => onPick(node)}>
                    {node.name}
                  </button>
                ) : (
                  node.name
                ),
            },
            { key: 'fen', title: t('column.amount'), numeric: true, cell: ({ fen }) => <Money fen={fen} /> },
            { key: 'share', title: t('column.share'), numeric: true, cell: ({ fen }) => percent(fen, total) ?? '' },
          ]}
        />
      }
    />
  );
}
