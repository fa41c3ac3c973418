import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { send } from '../api/client.ts';
import type { feedOf } from '../api/urls.ts';
import { useText } from '../i18n/index.tsx';

/** Asks for mails of what comes in; the address itself is asked before anything else is sent there. */
export function MailForm({ of }: { readonly of: Parameters<typeof feedOf>[1] }) {
  const t = useText();
  const id = useId();
  const [email, setEmail] = useState('');
  const asking = useMutation({ mutationFn: () => send('POST', '/subscriptions', { email: email.trim(), ...of }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asking.mutate();
  };
  return (
    <details className="follow-mail">
      <summary className="quiet">{t('follow.mail')}</summary>
      {asking.isSuccess ? (
        <p role="status">{t('follow.asked')}</p>
      ) : (
        <form className="link-form" onSubmit={submit}>
          <div className="field">
            <label htmlFor={id}>{t('follow.address')}</label>
            <input
              id={id}
              type="email"
              className="text-input"
              required
              maxLength={254}
              autoComplete="email"
              value={email}
              onChange={({ target }) => setEmail(target.value)}
            />
          </div>
          <button type="submit" className="button" disabled={asking.isPending}>
            {t('follow.ask')}
          </button>
          {asking.isError && <p role="alert">{t('follow.failed')}</p>}
        </form>
      )}
    </details>
  );
}
