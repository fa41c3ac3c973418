/** Whom of the provider's people each account belongs to, for the administrator; nothing where the server has no provider. */
import { useState } from 'react';
import type { Identities, Person } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useAccount, useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { useMoment } from './moment.ts';
import { Refused } from './refused.tsx';

interface Props {
  readonly people: readonly Person[];
}

export function IdentitiesCard({ people }: Props) {
  const provider = useAccount().data?.provider;
  return provider ? <LinkedCard people={people} provider={provider} /> : null;
}

function LinkedCard({ people, provider }: Props & { readonly provider: string }) {
  const t = useText();
  const moment = useMoment();
  const answer = useOfficeAnswer<Identities>('/identities');
  const { mutate, error, isPending } = useOfficeWrite();
  const nameOf = (id: number): string => {
    const person = people.find((one) => one.id === id);
    return person ? `${person.name}${t('text.aside', { text: person.login })}` : String(id);
  };
  return (
    <Card title={t('signOn.title')} lead={t('signOn.lead', { provider })}>
      <Answer of={answer}>
        {(linked) => (
          <DataTable
            caption={t('signOn.title')}
            stacks
            rows={linked}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', title: t('people.name'), heads: true, cell: ({ personId }) => nameOf(personId) },
              { key: 'subject', title: t('signOn.subject'), cell: ({ subject }) => subject },
              {
                key: 'by',
                title: t('signOn.by'),
                cell: ({ linkedBy, linkedAt }) => `${linkedBy}${t('text.aside', { text: moment(linkedAt) })}`,
              },
              {
                key: 'end',
                title: t('signOn.unlink'),
                cell: ({ id, personId }) => (
                  <button
                    type="button"
                    className="button"
                    aria-label={`${t('signOn.unlink')}${t('text.colon')}${nameOf(personId)}`}
                    disabled={isPending}
                    onClick={() => mutate({ method: 'DELETE', path: `/identities/${id}` })}
                  >
                    {t('signOn.unlink')}
                  </button>
                ),
              },
            ]}
          />
        )}
      </Answer>
      <Refused error={error} />
      <LinkForm people={people} />
    </Card>
  );
}

function LinkForm({ people }: Props) {
  const t = useText();
  const [person, setPerson] = useState('');
  const [subject, setSubject] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { personId: Number(person), subject };
        mutate({ method: 'POST', path: '/identities', body }, { onSuccess: () => setSubject('') });
      }}
    >
      <Choice label={t('people.name')} value={person} onChange={setPerson}>
        <option value="">—</option>
        {people.map(({ id, name, login }) => (
          <option key={id} value={id}>{`${name}${t('text.aside', { text: login })}`}</option>
        ))}
      </Choice>
      <Field label={t('signOn.subject')} value={subject} onChange={setSubject} />
      <button type="submit" className="button" disabled={isPending || person === ''}>
        {t('signOn.link')}
      </button>
      <Refused error={error} />
    </form>
  );
}
