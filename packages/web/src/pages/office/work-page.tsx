/** An item of work: where it stands, what the person may do, what changed, what happened. */
import { getRouteApi } from '@tanstack/react-router';
import type { WorkAnswer } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';
import { AdjustmentsCard } from './adjustments-card.tsx';
import { AttachmentsCard } from './attachments-card.tsx';
import { Desk } from './desk.tsx';
import { Differences } from './differences.tsx';
import { FindingsCard } from './findings-card.tsx';
import { useMoment } from './moment.ts';
import { hasLedger, roleName, tableOf } from './names.ts';
import { Returned } from './returned.tsx';
import { Steps } from './steps.tsx';

const route = getRouteApi('/office/work/$id');

export function WorkPage() {
  const t = useText();
  const { id } = route.useParams();
  return (
    <Desk title={t('work.item')}>
      <Item id={id} />
    </Desk>
  );
}

function Item({ id }: { readonly id: string }) {
  const t = useText();
  const answer = useOfficeAnswer<WorkAnswer>(`/work/${id}`);
  return (
    <Answer of={answer}>
      {(item) => (
        <>
          <Card title={`${item.unit} ${item.title}`} lead={<Standing item={item} />}>
            <Track item={item} />
            <Returned history={item.history} />
            {item.due && (
              <p>
                {t('work.due', { name: item.due.name, date: item.due.date })}
                {t('work.dueLeft', { days: item.due.days, last: item.due.lastDay })}
                {item.due.provisional && t('work.provisional')}
              </p>
            )}
          </Card>
          <Steps item={item} />
          <AdjustmentsCard item={item} />
          {hasLedger(item) && item.version > 0 && <FindingsCard id={item.id} version={item.version} />}
          {hasLedger(item) && item.version > 1 && <Differences item={item} />}
          <AttachmentsCard id={item.id} />
          <History item={item} />
        </>
      )}
    </Answer>
  );
}

function Standing({ item: { process, round, version } }: { readonly item: WorkAnswer }) {
  const t = useText();
  const name = version === 0 ? t('work.noVersion') : t('work.version', { number: version });
  return process === 'round' ? `${t(round === 1 ? 'work.round.1' : 'work.round.2')} · ${name}` : name;
}

/** The states of the table in their order, with the one it stands in. */
function Track({ item: { process, state } }: { readonly item: WorkAnswer }) {
  const t = useText();
  return (
    <ol className="track" aria-label={t('work.state')}>
      {Object.entries(tableOf(process).states).map(([id, name]) => (
        <li key={id} aria-current={id === state ? 'step' : undefined}>
          {name}
        </li>
      ))}
    </ol>
  );
}

function History({ item: { history } }: { readonly item: WorkAnswer }) {
  const t = useText();
  const moment = useMoment();
  return (
    <Card title={t('work.history')}>
      <DataTable
        caption={t('work.history')}
        stacks
        rows={[...history].reverse()}
        rowKey={({ number }) => number}
        columns={[
          {
            key: 'what',
            title: t('work.what'),
            heads: true,
            cell: ({ name, version }) => `${name}${t('text.aside', { text: t('work.version', { number: version }) })}`,
          },
          { key: 'when', title: t('work.when'), cell: ({ at }) => moment(at) },
          {
            key: 'who',
            title: t('work.who'),
            cell: ({ person, role }) => `${person}${t('text.aside', { text: roleName(role) })}`,
          },
          {
            key: 'why',
            title: t('work.reason'),
            cell: ({ reason, fields, document }) =>
              [
                reason,
                ...fields.map((one) => `${one.field}${t('text.colon')}${one.reason}`),
                document && `${document.number}${t('text.aside', { text: document.date })}`,
              ]
                .filter(Boolean)
                .join(t('list.semicolon')) || '—',
          },
        ]}
      />
    </Card>
  );
}
