import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Finding } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly finding: Finding;
  /** For whom, and for how long. */
  readonly scope: string;
  readonly onCancel: () => void;
  readonly onDismiss: (reason: string) => void;
}

/** Nothing is set aside without a reason. */
export function DismissDialog({ finding, scope, onCancel, onDismiss }: Props) {
  const t = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') setMissing(true);
    else onDismiss(reason.trim());
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}t`} onClose={onCancel}>
      <form onSubmit={submit}>
        <h2 id={`${id}t`}>{t('check.dismissTitle')}</h2>
        <p>{finding.message}</p>
        <div className="field">
          <label htmlFor={`${id}r`}>{t('check.reason')}</label>
          <textarea
            id={`${id}r`}
            rows={3}
            maxLength={500}
            value={reason}
            placeholder={t('check.reasonHint')}
            aria-invalid={missing}
            aria-describedby={missing ? `${id}m` : undefined}
            onChange={({ target }) => setReason(target.value)}
          />
          {missing && (
            <p id={`${id}m`} role="alert" className="small field-error">
              {t('check.reasonMissing')}
            </p>
          )}
        </div>
        <p className="faint small">{scope}</p>
        <p className="actions">
          <button type="submit" className="button button-strong">
            {t('check.dismiss')}
          </button>
          <button type="button" className="button" onClick={onCancel}>
            {t('action.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
