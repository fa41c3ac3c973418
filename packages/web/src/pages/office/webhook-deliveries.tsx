/** What one address was told last, and what came of it. */
import type { WebhookDeliveries } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { useMoment } from './moment.ts';
import { Refused } from './refused.tsx';

const EVERY_MS = 5000;

export function DeliveriesOf({ id }: { readonly id: number }) {
  const t = useText();
  const moment = useMoment();
  const answer = useOfficeAnswer<WebhookDeliveries>(`/webhooks/${id}/deliveries`, {}, true, EVERY_MS);
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <Answer of={answer}>
      {(rows) =>
        rows.length === 0 ? (
          <Nothing>{t('webhook.none')}</Nothing>
        ) : (
          <>
            <Refused error={error} />
            <DataTable
              caption={t('webhook.log')}
              stacks
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'event',
                  title: t('webhook.event'),
                  heads: true,
                  cell: ({ event, createdAt }) => `${event}${t('text.aside', { text: moment(createdAt) })}`,
                },
                {
                  key: 'state',
                  title: t('webhook.state'),
                  cell: ({ state, dueAt }) =>
                    t(`webhook.state.${state}`, state === 'waiting' && dueAt ? { when: moment(dueAt) } : {}),
                },
                { key: 'attempts', title: t('webhook.attempts'), cell: ({ attempts }) => attempts },
                {
                  key: 'answer',
                  title: t('webhook.answer'),
                  cell: ({ status, note }) => note ?? (status === null ? '—' : `HTTP ${status}`),
                },
                {
                  key: 'again',
                  title: t('webhook.again'),
                  cell: (row) =>
                    row.state === 'arrived' ? (
                      '—'
                    ) : (
                      <button
                        type="button"
                        className="button"
                        disabled={isPending}
                        onClick={() => mutate({ method: 'POST', path: `/webhook-deliveries/${row.id}/again` })}
                      >
                        {t('webhook.again')}
                      </button>
                    ),
                },
              ]}
            />
          </>
        )
      }
    </Answer>
  );
}
