/** Who does it and why: for the log of changes. */
import { type ReactNode, useState } from 'react';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
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
      <TextField label={t('operator.person')} value={person} most={100} onChange={setPerson} />
      <TextField
        label={t('check.reason')}
        value={reason}
        most={500}
        rows={2}
        required={isReasonNeeded}
        onChange={setReason}
      />
    </FormDialog>
  );
}
