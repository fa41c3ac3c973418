import { previousOf } from '@mingsuan/core/model/document-kinds';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useMemo } from 'react';
import { measures } from '../../api/queries.ts';
import type { Measure, TrendPoint } from '../../api/types.ts';
import { Chart } from '../../charts/chart.tsx';
import { PARTIAL_MARK } from '../../charts/tooltip.ts';
import { drawTrend } from '../../charts/trend.ts';
import { Card } from '../../components/card.tsx';
import { Change } from '../../components/change.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { useNames } from '../../components/names.ts';
import { UnitNote, useScale } from '../../components/scale.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { useText } from '../../i18n/index.tsx';
import { useChosen } from './use-chosen.ts';

export function Trend({ of }: { readonly of: UseQueryResult<readonly TrendPoint[]> }) {
  const t = useText();
  const all = useQuery(measures()).data ?? [];
  return (
    <Card title={t('trend.title')} lead={<UnitNote />}>
      <Answer of={of} space={300}>
        {(points) => {
          const known = all.filter(({ id }) => yearsOf(points, id) > 1);
          return known.length === 0 ? <Nothing>{t('trend.none')}</Nothing> : <Years points={points} known={known} />;
        }}
      </Answer>
    </Card>
  );
}

const yearsOf = (points: readonly TrendPoint[], measure: string): number =>
  new Set(points.filter((point) => point.measure === measure).map(({ year }) => year)).size;

interface Props {
  readonly points: readonly TrendPoint[];
  /** Measures of at least two years. */
  readonly known: readonly Measure[];
}

function Years({ points, known }: Props) {
  const t = useText();
  const names = useNames();
  const scale = useScale();
  const id = useId();
  const isNarrow = useNarrow();
  const [{ measure: chosen = 'expenditure' }, choose] = useChosen();
  const measure = known.find((one) => one.id === chosen) ?? known[0]!;
  const own = useMemo(
    () => points.filter((point) => point.measure === measure.id).sort((a, b) => a.year - b.year),
    [points, measure],
  );
  const draw = useMemo(() => drawTrend(own, (stage) => t(`stage.${stage}`), t('figure.partial')), [own, t]);
  const latest = own.at(-1)!;
  const before = ({ year, stage }: TrendPoint) => {
    const previous = previousOf({ stage, year });
    return own.find((one) => one.stage === previous?.stage && one.year === previous.year);
  };
  return (
    <>
      <Chart
        title={`${t('trend.title')} ${names.measure(measure)}`}
        summary={t('trend.summary', {
          from: own[0]!.year,
          to: latest.year,
          amount: `${scale.format(latest.fen)} ${scale.unit}`,
        })}
        draw={draw}
        height={isNarrow ? 190 : 250}
        tools={
          <span className="tools">
            <label htmlFor={id} className="faint small">
              {t('trend.measure')}
            </label>{' '}
            <select
              id={id}
              className="select"
              value={measure.id}
              onChange={({ target }) => choose({ measure: target.value === 'expenditure' ? undefined : target.value })}
            >
              {known.map((one) => (
                <option key={one.id} value={one.id}>
                  {names.measure(one)}
                </option>
              ))}
            </select>
          </span>
        }
        table={
          <DataTable
            caption={names.measure(measure)}
            rows={own}
            rowKey={({ year, stage }) => `${year} ${stage}`}
            columns={[
              {
                key: 'year',
                title: t('column.year'),
                heads: true,
                cell: ({ year, stage, isPartial }) => (
                  <>
                    {year} {t(`stage.${stage}`)}
                    {isPartial && <span className="change small warn">{t('figure.partial')}</span>}
                  </>
                ),
              },
              { key: 'fen', title: t('column.amount'), numeric: true, cell: ({ fen }) => <Money fen={fen} /> },
              {
                key: 'change',
                title: t('column.change'),
                numeric: true,
                cell: (point) => <Change now={point.fen} then={before(point)?.fen} />,
              },
              {
                key: 'from',
                title: t('trend.from'),
                cell: ({ from, disclosureId }) => (
                  <Link
                    to="/disclosure/$id"
                    params={{ id: String(disclosureId) }}
                    hash={from === 'words' ? 'words' : 'tables'}
                  >
                    {t(`trend.from.${from}`)}
                  </Link>
                ),
              },
            ]}
          />
        }
      />
      {own.some(({ isPartial }) => isPartial) && (
        <p className="small warn">
          {PARTIAL_MARK} {t('trend.partial')}
        </p>
      )}
      {own.some(({ from }) => from === 'words') && <p className="faint small">{t('trend.words')}</p>}
    </>
  );
}
