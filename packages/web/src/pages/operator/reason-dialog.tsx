/** Who does it and why: for the log of changes. */
import { type ReactNode, useId, useState } from 'react';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useText } from '../../i18n/index.tsx';
import { recall, remember } from '../../remember.ts';

export interface Author {
  readonly person: string;
  readonly reason: string;
}

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly go: string;
  /** Whether nothing is done without a reason. */
  readonly isReasonNeeded?: boolean;
  readonly onCancel: () => void;
  readonly onDone: (author: Author) => void;
  readonly children?: ReactNode;
}

/** Whoever signed a change is taken to sign the next one. */
export function ReasonDialog({ title, lead, go, isReasonNeeded = false, onCancel, onDone, children }: Props) {
  const t = useText();
  const id = useId();
  const [person, setPerson] = useState(recall('person') ?? '');
  const [reason, setReason] = useState('');
  const submit = () => {
    remember('person', person.trim());
    onDone({ person: person.trim(), reason: reason.trim() });
  };
  return (
    <FormDialog title={title} go={go} onSubmit={submit} onCancel={onCancel}>
      {lead && <p className="faint small">{lead}</p>}
      {children}
      <div className="field">
        <label htmlFor={`${id}p`}>{t('operator.person')}</label>
        <input
          id={`${id}p`}
          className="text-input"
          maxLength={100}
          value={person}
          onChange={({ target }) => setPerson(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}r`}>{t('check.reason')}</label>
        <textarea
          id={`${id}r`}
          rows={2}
          maxLength={500}
          required={isReasonNeeded}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </FormDialog>
  );
}
