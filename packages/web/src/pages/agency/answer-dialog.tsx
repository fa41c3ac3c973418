/** What an agency answers to a finding, as the operator notes it down. */
import { useId, useState } from 'react';
import type { FindingItem } from '../../api/types.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly item: FindingItem;
  readonly onCancel: () => void;
  readonly onDone: (answer: { readonly text: string; readonly person: string }) => void;
}

export function AnswerDialog({ item: { finding, answer }, onCancel, onDone }: Props) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState(answer?.text ?? '');
  const [person, setPerson] = useState(answer?.person ?? '');
  return (
    <FormDialog
      title={t('release.answer')}
      go={t('release.save')}
      onSubmit={() => onDone({ text: text.trim(), person: person.trim() })}
      onCancel={onCancel}
    >
      <p>{finding.message}</p>
      <div className="field">
        <label htmlFor={`${id}t`}>{t('release.answerText')}</label>
        <textarea
          id={`${id}t`}
          rows={4}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}p`}>{t('release.answerBy')}</label>
        <input
          id={`${id}p`}
          className="text-input"
          maxLength={100}
          value={person}
          onChange={({ target }) => setPerson(target.value)}
        />
      </div>
      <p className="faint small">{t('release.answerScope')}</p>
    </FormDialog>
  );
}
