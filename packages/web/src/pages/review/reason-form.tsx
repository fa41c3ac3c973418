import { useState } from 'react';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';

interface Props {
  readonly title: string;
  readonly label?: string;
  readonly onCancel: () => void;
  readonly onDone: (reason: string) => void;
}

/** Asks why something is done, before it is. */
export function ReasonForm({ title, label, onCancel, onDone }: Props) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <FormDialog title={title} go={title} onSubmit={() => onDone(reason)} onCancel={onCancel}>
      <Field label={label ?? t('review.reason')} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
