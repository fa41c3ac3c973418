import { formById } from '@mingsuan/core/forms/index';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DisclosureAnswer, FlowNode, Flows } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { drawSankey, sankeyHeight } from '../../charts/sankey.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useNames } from '../../components/names.ts';
import { UnitNote, useScale } from '../../components/scale.tsx';
import { PlacedMoney } from '../../components/source/placed-money.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { FormFindings } from './form-findings.tsx';
import { cellAt, type Printed } from './places.ts';

interface Props {
  readonly content: DisclosureAnswer;
  readonly when: string;
}

export function Flow({ of, content, when }: Props & { readonly of: UseQueryResult<Flows> }) {
  const t = useText();
  const hasTables = content.statements.length > 0;
  return (
    <Card title={t('flow.title', { when })} lead={<Lead flows={of.data} />}>
      <FormFindings content={content} forms={['revenue', 'expenditure']} />
      <Answer of={of} space={340}>
        {(flows) =>
          flows.links.length === 0 ? (
            <Nothing>{t(hasTables ? 'flow.none' : 'agency.noTables')}</Nothing>
          ) : (
            <Picture flows={flows} content={content} when={when} />
          )
        }
      </Answer>
    </Card>
  );
}

/** Where revenue is not listed by source, or not read, only what it is spent on is drawn. */
const hasSources = (flows: Flows | undefined): boolean => flows?.nodes.some(({ kind }) => kind === 'source') ?? true;

/** What is where in the picture, nothing where there is none; a phone has room for what is missing only. */
function Lead({ flows }: { readonly flows: Flows | undefined }) {
  const t = useText();
  if (flows?.links.length === 0) return undefined;
  return hasSources(flows) ? <span className="wide-only">{t('flow.lead')}</span> : t('flow.leadUses');
}

/** What no form names is called as it is printed. */
const isNamed = (column: string): boolean => formById('revenue').columns.some(({ id }) => id === column);

/** `source:other` → `source`, `other`. */
const split = (id: string): readonly string[] => id.split(':');

/** A link's figure stands in a row of the function and a column of the source or the use. */
function cellOf(content: DisclosureAnswer, { source, target }: Flows['links'][number]): Printed | undefined {
  const [[from, column = ''], [to, use = '']] = [split(source), split(target)];
  if (from === 'source') return cellAt(content, 'revenue', to === 'function' ? use : 'total', column);
  return to === 'use' ? cellAt(content, 'expenditure', column, use) : undefined;
}

function Picture({ flows, content, when }: Props & { readonly flows: Flows }) {
  const t = useText();
  const names = useNames();
  const scale = useScale();
  const named = useMemo(() => {
    const nameOf = ({ id, kind, name }: FlowNode) => {
      const [, column = ''] = split(id);
      if (kind === 'source') return isNamed(column) ? names.column('revenue', column) : name;
      if (kind === 'all') return t('total.revenue');
      return kind === 'use' ? names.column('expenditure', column) : names.code(name);
    };
    return { ...flows, nodes: flows.nodes.map((node) => ({ ...node, name: nameOf(node) })) };
  }, [flows, names, t]);
  const draw = useMemo(() => drawSankey(named), [named]);
  const nameOf = (id: string) => named.nodes.find((node) => node.id === id)?.name ?? id;
  const largest = flows.links.reduce((most, link) => (link.fen > most.fen ? link : most));
  const title = t('flow.title', { when });
  return (
    <Chart
      title={title}
      summary={t('flow.summary', {
        count: flows.links.length,
        from: nameOf(largest.source),
        to: nameOf(largest.target),
        amount: `${scale.format(largest.fen)} ${scale.unit}`,
      })}
      tools={<UnitNote />}
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
            {
              key: 'fen',
              title: t('column.amount'),
              numeric: true,
              cell: (link) => (
                <PlacedMoney
                  fen={link.fen}
                  label={`${nameOf(link.source)} → ${nameOf(link.target)}`}
                  cell={cellOf(content, link)}
                />
              ),
            },
          ]}
        />
      }
    />
  );
}
