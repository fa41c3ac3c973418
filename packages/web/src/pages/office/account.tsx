import { useState } from 'react';
import type { Sessions, SignedOut } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { useMoment } from './moment.ts';
import { Refused } from './refused.tsx';
import { TokensCard } from './tokens-card.tsx';

/** One's open sessions, password and tokens. */
export function AccountPart() {
  const t = useText();
  const moment = useMoment();
  const sessions = useOfficeAnswer<Sessions>('/sessions');
  const { mutate } = useOfficeWrite();
  return (
    <>
      <Card title={t('office.sessions')}>
        <Answer of={sessions}>
          {(rows) => (
            <DataTable
              caption={t('office.sessions')}
              stacks
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { key: 'agent', title: t('office.session.agent'), heads: true, cell: ({ agent }) => agent || '—' },
                { key: 'address', title: t('office.address'), cell: ({ address }) => address },
                { key: 'seen', title: t('office.session.seen'), cell: ({ seenAt }) => moment(seenAt) },
                {
                  key: 'end',
                  title: t('office.session.end'),
                  cell: ({ id, isThis }) =>
                    isThis ? (
                      t('office.session.this')
                    ) : (
                      <button
                        type="button"
                        className="button"
                        onClick={() => mutate({ method: 'DELETE', path: `/sessions/${id}` })}
                      >
                        {t('office.session.end')}
                      </button>
                    ),
                },
              ]}
            />
          )}
        </Answer>
        <SignOut />
      </Card>
      <PasswordForm />
      <TokensCard />
    </>
  );
}

/** Who came by the provider signs out there as well. */
function SignOut() {
  const t = useText();
  const { mutateAsync, error } = useOfficeWrite<SignedOut>();
  // What is called on success is not called any more when the page has gone with the session.
  const leave = () =>
    mutateAsync({ method: 'DELETE', path: '/session' }).then(
      ({ next }) => next && location.assign(next),
      () => undefined,
    );
  return (
    <div className="actions">
      <button type="button" className="button" onClick={leave}>
        {t('office.signOut')}
      </button>
      <Refused error={error} />
    </div>
  );
}

function PasswordForm() {
  const t = useText();
  const [old, setOld] = useState('');
  const [password, setPassword] = useState('');
  const { mutate, error, isSuccess } = useOfficeWrite();
  return (
    <form
      className="card office-form"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ method: 'PUT', path: '/password', body: { old, password } });
      }}
    >
      <h2>{t('office.setPassword')}</h2>
      <Field
        label={t('office.oldPassword')}
        type="password"
        value={old}
        onChange={setOld}
        autoComplete="current-password"
      />
      <Field
        label={t('office.newPassword')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
      />
      <Refused error={error} />
      {isSuccess && <p role="status">{t('office.changed')}</p>}
      <button type="submit" className="button">
        {t('office.setPassword')}
      </button>
    </form>
  );
}
