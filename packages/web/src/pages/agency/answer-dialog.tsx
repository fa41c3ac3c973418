/** What an agency answers to a finding, as the operator notes it down. */
import { useState } from 'react';
import type { FindingItem } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { inOneLine, useFindingWords } from '../../components/findings/finding-words.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly item: FindingItem;
  readonly onCancel: () => void;
  readonly onDone: (answer: { readonly text: string; readonly person: string }) => void;
}

export function AnswerDialog({ item: { finding, answer }, onCancel, onDone }: Props) {
  const t = useText();
  const [text, setText] = useState(answer?.text ?? '');
  const [person, setPerson] = useState(answer?.person ?? '');
  return (
    <FormDialog
      title={t('release.answer')}
      go={t('release.save')}
      onSubmit={() => onDone({ text: text.trim(), person: person.trim() })}
      onCancel={onCancel}
    >
      <p>
        <AsPrinted>{inOneLine(useFindingWords()(finding))}</AsPrinted>
      </p>
      <TextField label={t('release.answerText')} value={text} most={2000} rows={4} onChange={setText} />
      <TextField label={t('release.answerBy')} value={person} most={100} onChange={setPerson} />
      <p className="faint small">{t('release.answerScope')}</p>
    </FormDialog>
  );
}
