/** The letter to the agency: proposed by the program, its words changed by who sends it; sent, what is open is told. */
import { useId, useState } from 'react';
import type { ReviewLetterDraft, ReviewText } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';

export function LetterCard({ text }: { readonly text: ReviewText }) {
  const t = useText();
  const answer = useOfficeAnswer<ReviewLetterDraft>(`/review-texts/${text.id}/letter`);
  return (
    <Card title={t('review.letter')}>
      <Answer of={answer}>{(draft) => <LetterForm text={text} draft={draft} />}</Answer>
    </Card>
  );
}

function LetterForm({ text, draft }: { readonly text: ReviewText; readonly draft: ReviewLetterDraft }) {
  const t = useText();
  const id = useId();
  const [title, setTitle] = useState(draft.title);
  const [body, setBody] = useState(draft.paragraphs.join('\n'));
  const [number, setNumber] = useState('');
  const [day, setDay] = useState(new Date().toISOString().slice(0, 10));
  const { mutate, error, isPending } = useOfficeWrite();
  const missing = text.offers.find(({ event }) => event === 'tell')?.missing;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const paragraphs = body
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
        const letter = { revision: text.revision, title, paragraphs, day, ...(number ? { number } : {}) };
        mutate({ method: 'POST', path: `/review-texts/${text.id}/letters`, body: letter });
      }}
    >
      <Field label={t('review.letterTitle')} value={title} onChange={setTitle} />
      <div className="field">
        <label htmlFor={id}>{t('review.letterBody')}</label>
        <textarea id={id} rows={14} value={body} onChange={({ target }) => setBody(target.value)} />
      </div>
      <div className="office-line">
        <Field label={t('review.letterNumber')} value={number} onChange={setNumber} isRequired={false} />
        <Field label={t('review.letterDay')} type="date" value={day} onChange={setDay} />
        <button type="submit" className="button button-strong" disabled={isPending || Boolean(missing)}>
          {t('review.letterSend')}
        </button>
      </div>
      {missing && <p className="faint">{missing}</p>}
      <Refused error={error} />
    </form>
  );
}
