/** One's tokens: programs that work in one's name, what they may do, until when. A new one is shown once. */
import { useState } from 'react';
import type { AccessTokens } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { type TextKey, useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { useMoment } from './moment.ts';
import { Refused } from './refused.tsx';

const DAYS = [7, 30, 90, 180, 365];

export function TokensCard() {
  const t = useText();
  const answer = useOfficeAnswer<AccessTokens>('/tokens');
  return (
    <Card title={t('token.title')} lead={t('token.lead')}>
      <Answer of={answer}>
        {(held) => (
          <>
            {held.tokens.length > 0 && <Tokens held={held} />}
            <NewToken held={held} />
          </>
        )}
      </Answer>
    </Card>
  );
}

interface Props {
  readonly held: AccessTokens;
}

const scopeText = (id: string): TextKey => `token.scope.${id}` as TextKey;

function Tokens({ held: { tokens } }: Props) {
  const t = useText();
  const moment = useMoment();
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <>
      <DataTable
        caption={t('token.title')}
        stacks
        rows={tokens}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t('token.name'), heads: true, cell: ({ name }) => name },
          {
            key: 'scopes',
            title: t('token.scopes'),
            cell: (one) => one.scopes.map((id) => t(scopeText(id))).join(t('list.semicolon')),
          },
          { key: 'until', title: t('token.until'), cell: ({ expiresAt }) => moment(expiresAt) },
          { key: 'seen', title: t('office.session.seen'), cell: ({ seenAt }) => (seenAt ? moment(seenAt) : '—') },
          {
            key: 'end',
            title: t('token.revoke'),
            cell: ({ id }) => (
              <button
                type="button"
                className="button"
                disabled={isPending}
                onClick={() => mutate({ method: 'DELETE', path: `/tokens/${id}` })}
              >
                {t('token.revoke')}
              </button>
            ),
          },
        ]}
      />
      <Refused error={error} />
    </>
  );
}

function NewToken({ held }: Props) {
  const t = useText();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [scopes, setScopes] = useState<ReadonlySet<string>>(new Set());
  const { mutate, data, error, isPending } = useOfficeWrite<{ readonly token: string }>();
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(scopes);
    if (isChosen) next.add(id);
    else next.delete(id);
    setScopes(next);
  };
  return (
    <form
      className="office-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { name, scopes: [...scopes], days: Number(days) };
        mutate({ method: 'POST', path: '/tokens', body }, { onSuccess: () => setName('') });
      }}
    >
      <Field label={t('token.nameOfNew')} value={name} onChange={setName} />
      <fieldset className="field">
        <legend>{t('token.scopes')}</legend>
        {held.scopes.map(({ id }) => (
          <label key={id} className="office-chosen">
            <input type="checkbox" checked={scopes.has(id)} onChange={({ target }) => choose(id, target.checked)} />
            {t(scopeText(id))}
          </label>
        ))}
      </fieldset>
      <Choice label={t('token.until')} value={days} onChange={setDays}>
        {DAYS.map((each) => (
          <option key={each} value={each}>
            {t('token.days', { days: each })}
          </option>
        ))}
      </Choice>
      <Refused error={error} />
      {data && (
        <p role="status">
          {t('token.once')} <code>{data.token}</code>
        </p>
      )}
      <button type="submit" className="button" disabled={isPending || scopes.size === 0}>
        {t('token.create')}
      </button>
    </form>
  );
}
