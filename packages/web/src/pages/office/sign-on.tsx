/** Signing in by the bureau's own provider: the page leaves for it, and comes back to `/office/signed-in`. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Account, SignOnBegun } from '../../api/types.ts';
import { Loading, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { useAccount, useOfficeWrite } from '../../office/queries.ts';
import { Refused } from './refused.tsx';
import '../../styles/office.css';

interface Props {
  /** The token of a one-time link: signing in links the account to who does. */
  readonly invitation?: string;
}

/** Nothing where the server has no provider. */
export function SignOnButton({ invitation }: Props) {
  const t = useText();
  const provider = useAccount().data?.provider;
  const { mutate, error, isPending } = useOfficeWrite<SignOnBegun>();
  if (!provider) return null;
  return (
    <div className="office-form">
      <Refused error={error} />
      <button
        type="button"
        className="button"
        disabled={isPending}
        onClick={() =>
          mutate(
            { method: 'POST', path: '/sign-on', body: invitation === undefined ? {} : { invitation } },
            { onSuccess: ({ url }) => location.assign(url) },
          )
        }
      >
        {t(invitation === undefined ? 'signOn.signIn' : 'signOn.accept', { provider })}
      </button>
    </div>
  );
}

/** Where the provider sends the browser back to: what it says is answered once, and stays in no history. */
export function SignedInPage() {
  const t = useText();
  const navigate = useNavigate();
  const { mutate, error } = useOfficeWrite<Account>();
  const asked = useRef(false);
  useTitle(t('office.signIn'), t('office.title'));
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const query = location.search.slice(1);
    history.replaceState(history.state, '', location.pathname);
    const toWork = () => navigate({ to: '/office/$section', params: { section: 'work' }, replace: true });
    mutate({ method: 'POST', path: '/sign-on/answer', body: { query } }, { onSuccess: toWork });
  }, [mutate, navigate]);
  return (
    <div className="agency office">
      <div className="page-head">
        <h1>{t('office.signIn')}</h1>
      </div>
      {error ? (
        <>
          <Refused error={error} />
          <Nothing>
            <Link to="/office/$section" params={{ section: 'work' }}>
              {t('signOn.again')}
            </Link>
          </Nothing>
        </>
      ) : (
        <Loading />
      )}
    </div>
  );
}
