/** Values of a counter or entries of a register, pasted as CSV with what they come from. */
import { useState } from 'react';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';

interface Props {
  /** Takes { source, csv }. */
  readonly path: string;
  readonly label: string;
  readonly submit: string;
}

/** What was pasted is kept where it is refused, and gone once it is taken. */
export function CsvForm({ path, label, submit }: Props) {
  const t = useText();
  const [csv, setCsv] = useState('');
  const [source, setSource] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ method: 'POST', path, body: { source, csv } }, { onSuccess: () => setCsv('') });
      }}
    >
      <label className="field">
        {label}
        <textarea
          className="text-input"
          rows={4}
          required
          value={csv}
          onChange={({ target }) => setCsv(target.value)}
        />
      </label>
      <Field label={t('measure.source')} value={source} onChange={setSource} />
      <button type="submit" className="button" disabled={isPending}>
        {submit}
      </button>
      <Refused error={error} />
    </form>
  );
}
