/** Who has to publish what by when: imported from a spreadsheet, and how it stands. */
import type { RosterItem } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';
import { useOperatorAnswer, useOperatorWrite } from '../../operator/queries.ts';
import { SheetButton } from '../../operator/sheet-button.tsx';

const FIRST = 50;

export function RosterPage() {
  const t = useText();
  const answer = useOperatorAnswer<readonly RosterItem[]>('/roster');
  const { mutate, error, data, isPending } = useOperatorWrite<{ readonly entries: number }>();
  return (
    <Card title={t('roster.title')} lead={t('roster.lead')}>
      <p className="small faint">
        <AsPrinted>{t('roster.columns')}</AsPrinted>
      </p>
      <p className="actions">
        <SheetButton
          label={t('roster.import')}
          disabled={isPending}
          onChoose={(file) => mutate({ method: 'POST', path: '/roster', files: [file] })}
        />
        {data && <span role="status">{t('roster.entered', { count: data.entries })}</span>}
      </p>
      {error && <Failed error={error} />}
      <Answer of={answer}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>{t('roster.none')}</Nothing>
          ) : (
            <>
              <p className="actions">
                {[...new Map(items.map((one) => [`${one.year} ${one.stage}`, one])).values()].map((one) => {
                  const when = whenOf(t, one.year, one.stage);
                  return (
                    <button
                      key={when}
                      type="button"
                      className="button"
                      onClick={() => mutate({ method: 'DELETE', path: `/roster/${one.year}/${one.stage}` })}
                    >
                      {t('roster.clear', { when })}
                    </button>
                  );
                })}
              </p>
              <DataTable
                caption={t('roster.title')}
                stacks
                rows={items}
                first={FIRST}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'agency',
                    title: t('column.name'),
                    heads: true,
                    cell: ({ agency, level }) => `${agency}${t('check.level', { level: t(`level.${level}`) })}`,
                  },
                  { key: 'when', title: t('column.year'), cell: ({ year, stage }) => whenOf(t, year, stage) },
                  { key: 'deadline', title: t('roster.deadline'), cell: ({ deadline }) => deadline },
                  { key: 'source', title: t('roster.source'), cell: ({ source }) => source },
                  {
                    key: 'standing',
                    title: t('roster.standing'),
                    cell: ({ isCollected }) => t(isCollected ? 'region.collected' : 'region.notCollected'),
                  },
                ]}
              />
            </>
          )
        }
      </Answer>
    </Card>
  );
}
