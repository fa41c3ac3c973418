/** What is said of a text, or of one of its findings. */
import { useState } from 'react';
import type { ReviewText } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { useMoment } from '../office/moment.ts';
import { Refused } from '../office/refused.tsx';

export function CommentForm({ text, finding }: { readonly text: number; readonly finding?: number }) {
  const t = useText();
  const [words, setWords] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { text: words, ...(finding === undefined ? {} : { findingId: finding }) };
        mutate({ method: 'POST', path: `/review-texts/${text}/comments`, body }, { onSuccess: () => setWords('') });
      }}
    >
      <Field label={t('review.comment')} value={words} onChange={setWords} />
      <button type="submit" className="button" disabled={isPending}>
        {t('review.send')}
      </button>
      <Refused error={error} />
    </form>
  );
}

interface Props {
  readonly text: ReviewText;
  readonly comments: ReviewText['comments'];
}

export function Comments({ text, comments }: Props) {
  const t = useText();
  const moment = useMoment();
  return (
    <Card title={t('review.comments')}>
      {comments.length > 0 && (
        <ul className="review-list">
          {comments.map((one) => (
            <li key={one.id}>
              {one.person}
              {t('text.colon')}
              {one.text}
              {t('text.aside', { text: moment(one.at) })}
            </li>
          ))}
        </ul>
      )}
      <CommentForm text={text.id} />
    </Card>
  );
}
