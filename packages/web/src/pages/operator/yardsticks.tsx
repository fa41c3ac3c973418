/** Residents and price indices, by which amounts of different places and years are compared: imported from a spreadsheet. */
import { useQuery } from '@tanstack/react-query';
import { yardsticks } from '../../api/queries.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOperatorWrite } from '../../operator/queries.ts';
import { SheetButton } from '../../operator/sheet-button.tsx';

const FIRST = 50;
const THOUSANDTHS = 1000;

export function YardsticksPage() {
  const t = useText();
  const answer = useQuery(yardsticks());
  const { mutate, error, data, isPending } = useOperatorWrite<{ readonly entries: number }>();
  return (
    <Card title={t('yardsticks.title')} lead={t('yardsticks.lead')}>
      <p className="small faint">
        <AsPrinted>{t('yardsticks.columns')}</AsPrinted>
      </p>
      <p className="actions">
        <SheetButton
          label={t('roster.import')}
          disabled={isPending}
          onChoose={(file) =>
            mutate({ method: 'POST', path: '/yardsticks', files: [file] }, { onSuccess: () => void answer.refetch() })
          }
        />
        {data && <span role="status">{t('roster.entered', { count: data.entries })}</span>}
      </p>
      {error && <Failed error={error} />}
      <Answer of={answer}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>{t('yardsticks.none')}</Nothing>
          ) : (
            <DataTable
              caption={t('yardsticks.title')}
              stacks
              rows={items}
              first={FIRST}
              rowKey={({ region, year, measure }) => `${region} ${year} ${measure}`}
              columns={[
                {
                  key: 'region',
                  title: t('data.region'),
                  heads: true,
                  cell: ({ region }) => region || t('yardsticks.nation'),
                },
                { key: 'year', title: t('column.year'), cell: ({ year }) => year },
                { key: 'measure', title: t('column.name'), cell: ({ measure }) => t(`yardsticks.${measure}`) },
                {
                  key: 'value',
                  title: t('yardsticks.value'),
                  numeric: true,
                  cell: ({ measure, value }) =>
                    measure === 'residents' ? value.toLocaleString('en') : (value / THOUSANDTHS).toFixed(1),
                },
                { key: 'source', title: t('roster.source'), cell: ({ source }) => source },
              ]}
            />
          )
        }
      </Answer>
    </Card>
  );
}
