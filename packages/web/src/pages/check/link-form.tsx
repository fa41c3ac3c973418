import { type FormEvent, useId, useState } from 'react';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly disabled: boolean;
  readonly onLink: (url: string) => void;
}

export function LinkForm({ disabled, onLink }: Props) {
  const t = useText();
  const id = useId();
  const [url, setUrl] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onLink(url.trim());
  };
  return (
    <form className="link-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{t('check.link')}</label>
        <input
          id={id}
          type="url"
          className="text-input"
          required
          maxLength={2000}
          value={url}
          placeholder="https://"
          onChange={({ target }) => setUrl(target.value)}
        />
      </div>
      <button type="submit" className="button" disabled={disabled}>
        {t('check.linkGo')}
      </button>
    </form>
  );
}
