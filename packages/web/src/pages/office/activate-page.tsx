/** Setting a password by a one-time link, whose token stands behind the # and so in no log. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from './refused.tsx';
import { SignOnButton } from './sign-on.tsx';
import '../../styles/office.css';

export function ActivatePage() {
  const t = useText();
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const { mutate, error, isPending, isSuccess } = useOfficeWrite();
  useTitle(t('office.setPassword'), t('office.title'));
  const form = (
    <>
      <form
        className="card office-form"
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ method: 'POST', path: '/activation', body: { token, password } });
        }}
      >
        <Field
          label={t('office.newPassword')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
        />
        <Refused error={error} />
        <button type="submit" className="button button-strong" disabled={isPending}>
          {t('office.setPassword')}
        </button>
      </form>
      <SignOnButton invitation={token} />
    </>
  );
  const done = (
    <Nothing>
      {t('office.activated')}{' '}
      <Link to="/office/$section" params={{ section: 'work' }}>
        {t('office.signIn')}
      </Link>
    </Nothing>
  );
  return (
    <div className="agency office">
      <div className="page-head">
        <h1>{t('office.setPassword')}</h1>
      </div>
      {token === '' ? <Nothing>{t('office.noToken')}</Nothing> : isSuccess ? done : form}
    </div>
  );
}
