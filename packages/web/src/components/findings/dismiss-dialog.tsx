import { useId, useState } from 'react';
import type { Finding } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { AsPrinted } from '../as-printed.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { inOneLine, useFindingWords } from './finding-words.ts';

interface Props {
  /** All with one reason. */
  readonly findings: readonly Finding[];
  /** For whom, and for how long. */
  readonly scope: string;
  readonly onCancel: () => void;
  readonly onDismiss: (reason: string) => void;
}

/** Nothing is set aside without a reason. */
export function DismissDialog({ findings, scope, onCancel, onDismiss }: Props) {
  const t = useText();
  const wordsOf = useFindingWords();
  const id = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = () => {
    if (reason.trim() === '') setMissing(true);
    else onDismiss(reason.trim());
  };
  return (
    <FormDialog title={t('check.dismissTitle')} go={t('check.dismiss')} onSubmit={submit} onCancel={onCancel}>
      <p>
        {findings.length === 1 ? (
          <AsPrinted>{inOneLine(wordsOf(findings[0]!))}</AsPrinted>
        ) : (
          t('check.dismissMany', { count: findings.length })
        )}
      </p>
      <div className="field">
        <label htmlFor={id}>{t('check.reason')}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={500}
          value={reason}
          placeholder={t('check.reasonHint')}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}m` : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        <p className="actions">
          {(['check.reason.verified', 'check.reason.differs', 'check.reason.fixed'] as const).map((key) => (
            <button key={key} type="button" className="quiet" onClick={() => setReason(t(key))}>
              {t(key)}
            </button>
          ))}
        </p>
        {missing && (
          <p id={`${id}m`} role="alert" className="small field-error">
            {t('check.reasonMissing')}
          </p>
        )}
      </div>
      <p className="faint small">{scope}</p>
    </FormDialog>
  );
}
