import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Flows } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { drawSankey, sankeyHeight } from '../../charts/sankey.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Money, wan } from '../../components/money.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';

export function Flow({ of, when }: { readonly of: UseQueryResult<Flows>; readonly when: string }) {
  const t = useText();
  return (
    <Card title={t('flow.title', { when })} lead={t('flow.lead')}>
      <Answer of={of}>
        {(flows) =>
          flows.links.length === 0 ? <Nothing>{t('flow.none')}</Nothing> : <Picture flows={flows} when={when} />
        }
      </Answer>
    </Card>
  );
}

function Picture({ flows, when }: { readonly flows: Flows; readonly when: string }) {
  const t = useText();
  const draw = useMemo(() => drawSankey(flows), [flows]);
  const nameOf = (id: string) => flows.nodes.find((node) => node.id === id)?.name ?? id;
  const largest = flows.links.reduce((most, link) => (link.fen > most.fen ? link : most));
  const title = t('flow.title', { when });
  return (
    <Chart
      title={title}
      summary={t('flow.summary', {
        count: flows.links.length,
        from: nameOf(largest.source),
        to: nameOf(largest.target),
        amount: wan(largest.fen),
      })}
      tools={<span className="faint small">{t('unit.wanNote')}</span>}
      draw={draw}
      height={sankeyHeight(flows)}
      table={
        <DataTable
          caption={title}
          rows={flows.links}
          rowKey={({ source, target }) => `${source} ${target}`}
          columns={[
            { key: 'from', title: t('flow.from'), heads: true, cell: ({ source }) => nameOf(source) },
            { key: 'to', title: t('flow.to'), cell: ({ target }) => nameOf(target) },
            { key: 'fen', title: t('column.amount'), numeric: true, cell: ({ fen }) => <Money fen={fen} /> },
          ]}
        />
      }
    />
  );
}
