import type { ReviewFinding } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { useMoment } from '../office/moment.ts';

/** What happened to a finding, and what was said of it. */
export function FindingSteps({ finding: { steps, comments } }: { readonly finding: ReviewFinding }) {
  const t = useText();
  const moment = useMoment();
  if (steps.length + comments.length === 0) return null;
  return (
    <div className="small">
      <h3>{t('review.steps')}</h3>
      <ul className="review-list">
        {steps.map(({ name, person, at, reason, isMatched, round }) => (
          <li key={`${at} ${name}`}>
            {t('review.round', { round })} {name}
            {reason && `${t('text.colon')}${reason}`}
            {t('text.aside', {
              text: [person, moment(at), isMatched && t('review.matched')].filter(Boolean).join(t('list.pause')),
            })}
          </li>
        ))}
        {comments.map(({ id, person, text, at }) => (
          <li key={id}>
            {person}
            {t('text.colon')}
            {text}
            {t('text.aside', { text: moment(at) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
