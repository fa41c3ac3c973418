/** Other programs that are told what happens: their addresses, which events, and what came of telling them. */
import { useState } from 'react';
import type { WebhookSecret, Webhooks } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Refused } from './refused.tsx';
import { DeliveriesOf } from './webhook-deliveries.tsx';

export function WebhooksCard() {
  const t = useText();
  const answer = useOfficeAnswer<Webhooks>('/webhooks');
  const write = useOfficeWrite<WebhookSecret>();
  return (
    <Card title={t('webhook.title')} lead={t('webhook.lead')}>
      {write.data?.secret && (
        <p role="status" className="office-link">
          {t('webhook.once')} <code>{write.data.secret}</code>
        </p>
      )}
      <Refused error={write.error} />
      <Answer of={answer}>
        {(held) => (
          <>
            {held.webhooks.length > 0 && <Known held={held} write={write} />}
            <NewWebhook held={held} write={write} />
          </>
        )}
      </Answer>
    </Card>
  );
}

interface Props {
  readonly held: Webhooks;
  readonly write: ReturnType<typeof useOfficeWrite<WebhookSecret>>;
}

function Known({ held: { webhooks }, write: { mutate, isPending } }: Props) {
  const t = useText();
  const [shown, setShown] = useState<number>();
  const button = (label: string, url: string, onClick: () => void) => (
    <button
      type="button"
      className="button"
      aria-label={`${label}${t('text.colon')}${url}`}
      disabled={isPending}
      onClick={onClick}
    >
      {label}
    </button>
  );
  return (
    <>
      <DataTable
        caption={t('webhook.title')}
        stacks
        rows={webhooks}
        rowKey={({ id }) => id}
        columns={[
          { key: 'url', title: t('webhook.url'), heads: true, cell: ({ url }) => url },
          {
            key: 'events',
            title: t('webhook.events'),
            cell: ({ events }) => t('webhook.chosen', { count: events.length }),
          },
          {
            key: 'state',
            title: t('webhook.state'),
            cell: ({ isOn, waiting, failed }) =>
              [
                t(isOn ? 'webhook.on' : 'webhook.off'),
                ...(waiting > 0 ? [t('webhook.waiting', { count: waiting })] : []),
                ...(failed > 0 ? [t('webhook.failed', { count: failed })] : []),
              ].join(' · '),
          },
          {
            key: 'do',
            title: t('work.offers'),
            cell: ({ id, url, isOn }) => (
              <span className="counts">
                {button(t('webhook.log'), url, () => setShown(shown === id ? undefined : id))}
                {button(t('webhook.trial'), url, () => mutate({ method: 'POST', path: `/webhooks/${id}/trial` }))}
                {button(t(isOn ? 'webhook.switchOff' : 'webhook.switchOn'), url, () =>
                  mutate({ method: 'PUT', path: `/webhooks/${id}`, body: { isOn: !isOn } }),
                )}
                {button(t('webhook.renew'), url, () => mutate({ method: 'POST', path: `/webhooks/${id}/secret` }))}
                {button(t('webhook.delete'), url, () => mutate({ method: 'DELETE', path: `/webhooks/${id}` }))}
              </span>
            ),
          },
        ]}
      />
      {shown !== undefined && webhooks.some(({ id }) => id === shown) && <DeliveriesOf id={shown} />}
    </>
  );
}

function NewWebhook({ held, write: { mutate, isPending } }: Props) {
  const t = useText();
  const [url, setUrl] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isChosen ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  return (
    <form
      className="office-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { url, events: [...chosen] };
        mutate({ method: 'POST', path: '/webhooks', body }, { onSuccess: () => setUrl('') });
      }}
    >
      <Field label={t('webhook.url')} value={url} onChange={setUrl} />
      {held.events.map(({ object, events }) => (
        <details key={object}>
          <summary>
            {object} {t('webhook.chosen', { count: events.filter(({ id }) => chosen.has(id)).length })}
          </summary>
          <label className="office-chosen">
            <input
              type="checkbox"
              checked={events.every(({ id }) => chosen.has(id))}
              onChange={({ target }) =>
                choose(
                  events.map(({ id }) => id),
                  target.checked,
                )
              }
            />
            {t('webhook.all')}
          </label>
          {events.map(({ id, name }) => (
            <label key={id} className="office-chosen">
              <input type="checkbox" checked={chosen.has(id)} onChange={({ target }) => choose([id], target.checked)} />
              {name}
              {t('text.aside', { text: id })}
            </label>
          ))}
        </details>
      ))}
      <button type="submit" className="button" disabled={isPending || chosen.size === 0}>
        {t('webhook.add')}
      </button>
    </form>
  );
}
