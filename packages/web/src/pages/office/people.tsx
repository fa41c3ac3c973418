import { useState } from 'react';
import type { OneTimeLink, Person } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { GrantsCard } from './grants-card.tsx';
import { IdentitiesCard } from './identities-card.tsx';
import { Refused } from './refused.tsx';
import { UnitsCard } from './units-card.tsx';
import { WebhooksCard } from './webhooks-card.tsx';
import { YearCard } from './year-card.tsx';

/** People, units and roles, for the administrator. */
export function PeoplePart() {
  const people = useOfficeAnswer<readonly Person[]>('/people');
  return (
    <Answer of={people}>
      {(known) => (
        <>
          <PeopleCard people={known} />
          <IdentitiesCard people={known} />
          <UnitsCard />
          <GrantsCard people={known} />
          <WebhooksCard />
          <YearCard />
        </>
      )}
    </Answer>
  );
}

function PeopleCard({ people }: { readonly people: readonly Person[] }) {
  const t = useText();
  const edit = useOfficeWrite();
  const link = useOfficeWrite<OneTimeLink>();
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const change = (id: number, body: object) => edit.mutate({ method: 'PUT', path: `/people/${id}`, body });
  return (
    <Card title={t('people.title')}>
      {link.data && (
        <p role="status" className="office-link">
          {t('people.linkOf')}
          <br />
          <code>{location.origin + link.data.path}</code>
        </p>
      )}
      <Refused error={edit.error ?? link.error} />
      <DataTable
        caption={t('people.title')}
        stacks
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('people.name'),
            heads: true,
            cell: (person) => `${person.name}${t('text.aside', { text: person.login })}`,
          },
          {
            key: 'state',
            title: t('people.state'),
            cell: ({ state, isAdministrator }) => (
              <>
                <span className="tag">{t(`people.state.${state}`)}</span>{' '}
                {isAdministrator && <span className="tag">{t('people.administrator')}</span>}
              </>
            ),
          },
          {
            key: 'do',
            title: t('work.offers'),
            cell: (person) => (
              <PersonActions
                person={person}
                onChange={(body) => change(person.id, body)}
                onLink={() => link.mutate({ method: 'POST', path: `/people/${person.id}/link` })}
              />
            ),
          },
        ]}
      />
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          link.mutate({ method: 'POST', path: '/people', body: { login, name } });
        }}
      >
        <Field label={t('office.login')} value={login} onChange={setLogin} />
        <Field label={t('people.name')} value={name} onChange={setName} />
        <button type="submit" className="button">
          {t('people.invite')}
        </button>
      </form>
    </Card>
  );
}

interface ActionsProps {
  readonly person: Person;
  readonly onChange: (body: object) => void;
  readonly onLink: () => void;
}

function PersonActions({ person: { name, state }, onChange, onLink }: ActionsProps) {
  const t = useText();
  const button = (label: string, onClick: () => void) => (
    <button type="button" className="button" aria-label={`${label}${t('text.colon')}${name}`} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <span className="counts">
      {state === 'locked' && button(t('people.unlock'), () => onChange({ unlock: true }))}
      {state === 'disabled'
        ? button(t('people.enable'), () => onChange({ isDisabled: false }))
        : button(t('people.disable'), () => onChange({ isDisabled: true }))}
      {state !== 'disabled' && button(t('people.link'), onLink)}
    </span>
  );
}
