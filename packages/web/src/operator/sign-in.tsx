/** In the footer: signing in with the operator's token, and out again. */
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { ApiError } from '../api/client.ts';
import { FormDialog } from '../components/form-dialog.tsx';
import { useText } from '../i18n/index.tsx';
import { useOperator } from './operator.tsx';

export function SignIn() {
  const t = useText();
  const { token, signIn, signOut } = useOperator();
  const [asking, setAsking] = useState(false);
  /** A server without a token takes the person at its own machine. */
  const begin = () => signIn('').catch(() => setAsking(true));
  return (
    <>
      <button type="button" className="quiet footer-tool" onClick={token === undefined ? () => void begin() : signOut}>
        {t(token === undefined ? 'operator.signIn' : 'operator.signOut')}
      </button>
      {token !== undefined && (
        <Link to="/operator/$section" params={{ section: 'inbox' }} className="footer-tool">
          {t('operator.title')}
        </Link>
      )}
      {asking && <TokenDialog onDone={() => setAsking(false)} />}
    </>
  );
}

function TokenDialog({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const id = useId();
  const { signIn } = useOperator();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string>();
  const submit = async () => {
    try {
      await signIn(typed.trim());
      onDone();
    } catch (error) {
      const wrong = error instanceof ApiError && error.status === 401;
      setRefused(wrong ? t('operator.wrong') : (error as Error).message || t('state.offline'));
    }
  };
  return (
    <FormDialog title={t('operator.signIn')} go={t('operator.go')} onSubmit={() => void submit()} onCancel={onDone}>
      <p className="small faint">{t('operator.lead')}</p>
      <div className="field">
        <label htmlFor={id}>{t('operator.token')}</label>
        <input
          id={id}
          type="password"
          className="text-input"
          autoComplete="off"
          required
          value={typed}
          aria-invalid={refused !== undefined}
          aria-describedby={refused ? `${id}r` : undefined}
          onChange={({ target }) => setTyped(target.value)}
        />
        {refused && (
          <p id={`${id}r`} role="alert" className="small field-error">
            {refused}
          </p>
        )}
      </div>
    </FormDialog>
  );
}
