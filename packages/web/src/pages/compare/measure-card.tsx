import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ComparedFigure, Comparison, Peers } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { drawCompare } from '../../charts/compare.ts';
import { AgencyName } from '../../components/agency-name.tsx';
import { Card } from '../../components/card.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { percent } from '../../components/money.tsx';
import { useText } from '../../i18n/index.tsx';
import { agencyParams } from '../agency/address.ts';
import type { ChosenAgency } from './chosen-agency.ts';
import { Figure } from './figure.tsx';
import { type At, enough, figureAt, peersAt, standing, usualRange } from './judge.ts';
import { told, useMeasured } from './measured.ts';
import { groupKey, usePeerName } from './peer-names.ts';

/** A column of the table and a place on the axis: a year, or a phase of one year. */
export interface Slot extends Pick<At, 'year' | 'stage'> {
  readonly name: string;
}

interface Props {
  readonly measure: string;
  readonly name: string;
  /** What the glossary calls it. */
  readonly term: string | undefined;
  readonly comparison: Comparison;
  readonly agencies: readonly ChosenAgency[];
  readonly slots: readonly Slot[];
  /** Whether each slot is told against the one before it; of phases only how much of the budget was spent. */
  readonly follows: boolean;
}

type Group = Pick<Peers, 'level' | 'kind'>;

/** A line of the table: an agency, or its peers. */
type Line = { readonly agency: ChosenAgency } | { readonly group: Group };

/** One measure: its chart, and under it the table with changes and standing among peers. */
export function MeasureCard({ measure, name, term, comparison, agencies, slots, follows }: Props) {
  const t = useText();
  const { rows, peers, by } = comparison;
  const measured = useMeasured(by);
  const peerName = usePeerName();
  const at = useMemo(
    () =>
      (slot: Slot): At => ({ measure, year: slot.year, stage: slot.stage }),
    [measure],
  );
  const groups = useMemo(
    () => [
      ...new Map(
        peers
          .filter((one) => one.measure === measure)
          .map(({ level, kind }) => [groupKey({ level, kind }), { level, kind }]),
      ).values(),
    ],
    [peers, measure],
  );
  const draw = useMemo(
    () =>
      drawCompare(
        slots.map((slot) => slot.name),
        agencies.map(({ id, name: agency, level, kind }) => ({
          name: agency,
          figures: slots.map((slot) => {
            const figure = figureAt(rows, id, at(slot));
            if (typeof figure?.value !== 'number') return undefined;
            const { value, from, isPartial } = figure;
            return { value, from, isPartial, standing: standing(value, peersAt(peers, { level, kind }, at(slot))) };
          }),
        })),
        groups.flatMap((group) => {
          const own = slots.map((slot) => peersAt(peers, group, at(slot)));
          return own.some(enough)
            ? [
                {
                  name: t('compare.medianOf', { level: peerName(group) }),
                  values: own.map((one) => (enough(one) ? one.median : undefined)),
                },
              ]
            : [];
        }),
        measured,
        t('figure.partial'),
      ),
    [rows, peers, agencies, groups, slots, at, measured, peerName, t],
  );
  const lines: readonly Line[] = [...agencies.map((agency) => ({ agency })), ...groups.map((group) => ({ group }))];
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('column.name'),
      heads: true,
      cell: (line) =>
        'group' in line ? (
          t('compare.medianOf', { level: peerName(line.group) })
        ) : (
          <Link to="/a/$region/$slug" params={agencyParams(line.agency)}>
            <AgencyName title={line.agency.name} />
          </Link>
        ),
    },
    ...slots.map((slot, i) => ({
      key: slot.name,
      title: slot.name,
      numeric: true,
      cell: (line: Line) => {
        if ('group' in line) return <Usual peers={peersAt(peers, line.group, at(slot))} by={by} />;
        const { agency } = line;
        const figure = figureAt(rows, agency.id, at(slot));
        return (
          <Figure
            label={`${agency.name} ${slot.name} ${name}`}
            figure={figure}
            before={follows && i > 0 ? figureAt(rows, agency.id, at(slots[i - 1]!)) : undefined}
            apart={figure && standing(figure.value, peersAt(peers, agency, at(slot)))}
            measured={measured}
          />
        );
      },
    })),
    ...(follows
      ? []
      : [spentColumn(t('compare.spent'), (agency) => slots.map((slot) => figureAt(rows, agency.id, at(slot))))]),
  ];
  return (
    <Card
      title={name}
      term={term}
      lead={<span className="faint small">{t('unit.note', { unit: measured.unit })}</span>}
    >
      <Chart
        title={name}
        summary={t('compare.summary', { count: agencies.length })}
        draw={draw}
        height={300}
        unit={measured.unit}
      />
      <div className="under-chart">
        <DataTable
          caption={name}
          rows={lines}
          rowKey={(line) => ('group' in line ? groupKey(line.group) : line.agency.id)}
          rowClass={(line) => ('group' in line ? 'row-peers' : undefined)}
          columns={columns}
        />
      </div>
    </Card>
  );
}

/** How much of the budget, as it was adjusted where that is known, the accounts say was spent. */
const spentColumn = (
  title: string,
  figuresOf: (agency: ChosenAgency) => readonly (ComparedFigure | undefined)[],
): Column<Line> => ({
  key: 'spent',
  title,
  numeric: true,
  cell: (line) => {
    if ('group' in line) return null;
    const [budget, adjusted, accounts] = figuresOf(line.agency);
    const planned = adjusted ?? budget;
    return (planned && accounts && percent(accounts.fen, planned.fen)) ?? '—';
  },
});

interface UsualProps {
  readonly peers: Peers | undefined;
  readonly by: Comparison['by'];
}

/** The median of a kind, and what is usual; of few peers only how many they are. */
function Usual({ peers, by }: UsualProps) {
  const t = useText();
  const measured = useMeasured(by);
  if (!peers) return null;
  const count = t('compare.count', { count: peers.count });
  if (!enough(peers)) return <span className="faint small">{count}</span>;
  const [from, to] = usualRange(peers);
  const range = from > 0 ? `${measured.format(from)}–${told(measured, to)}` : `≤ ${told(measured, to)}`;
  return (
    <>
      <span className="money">{measured.format(peers.median)}</span>
      <span className="change faint small">
        {count} · {t('compare.usual', { range })}
      </span>
    </>
  );
}
