import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { send } from '../../api/client.ts';
import { site } from '../../api/queries.ts';
import { useText } from '../../i18n/index.tsx';
import { type Place, seeOf } from '../source/see.ts';
import { Sentence } from '../state.tsx';
import { TextField } from '../text-field.tsx';

interface Props {
  readonly disclosure: number;
  /** The figure that it is about; the whole document where there is none. */
  readonly place?: Place;
}

const MOST = 1000;

/** What a reader says of a document or a figure; nothing where the operator takes no feedback. */
export function FeedbackForm({ disclosure, place }: Props) {
  const t = useText();
  const isOn = useQuery(site()).data?.feedback ?? false;
  const [text, setText] = useState('');
  const about = place ? { about: `${place.label} ${place.text}`.trim(), see: seeOf(place) } : {};
  const sending = useMutation({
    mutationFn: () => send('POST', `/disclosures/${disclosure}/feedback`, { text: text.trim(), ...about }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  if (!isOn) return null;
  return (
    <details className="feedback-form">
      <summary className="quiet">{t(place ? 'feedback.ofFigure' : 'feedback.write')}</summary>
      {sending.isSuccess ? (
        <p role="status">{t('feedback.sent')}</p>
      ) : (
        <form onSubmit={submit}>
          <TextField label={t('feedback.text')} value={text} most={MOST} rows={3} required onChange={setText} />
          <button type="submit" className="button" disabled={sending.isPending}>
            {t('feedback.send')}
          </button>
          {sending.isError && (
            <p role="alert" className="field-error">
              <Sentence error={sending.error} />
            </p>
          )}
        </form>
      )}
    </details>
  );
}
