import { REVIEW_CHECKS, REVIEW_OUTCOMES, type ReviewGrade } from '@mingsuan/core/performance/target-review';
import { useState } from 'react';
import type { LibraryProject } from '../../../api/types.ts';
import { Card } from '../../../components/card.tsx';
import { useText } from '../../../i18n/index.tsx';
import { Choice, Field } from '../../../office/field.tsx';
import { useOfficeWrite } from '../../../office/queries.ts';
import { Refused } from '../refused.tsx';

const GRADES = Object.keys(REVIEW_OUTCOMES) as ReviewGrade[];

/** 绩效目标审核: what stands against the targets, the grade they were given, and what it leads to. */
export function TargetsCard({ project: { id, targets, may } }: { readonly project: LibraryProject }) {
  const t = useText();
  if (!targets) return null;
  const { points, best, given } = targets;
  return (
    <Card title={t('library.targetReview')} lead={t('library.bestGrade', { best })}>
      {points.length === 0 ? (
        <p>{t('library.noPoints')}</p>
      ) : (
        <ul>
          {points.map(({ check, message }) => (
            <li key={`${check}${message}`}>
              {REVIEW_CHECKS[check]}
              {t('text.colon')}
              {message}
            </li>
          ))}
        </ul>
      )}
      {given && (
        <p>
          <strong>
            {given.grade}
            {t('text.colon')}
            {REVIEW_OUTCOMES[given.grade].says}
          </strong>
          {t('text.aside', {
            text: `${given.reason}${t('list.semicolon')}${given.person}${t('list.pause')}${given.at.slice(0, 10)}`,
          })}
        </p>
      )}
      {may.grade && <GradeForm id={id} best={best} />}
    </Card>
  );
}

function GradeForm({ id, best }: { readonly id: number; readonly best: ReviewGrade }) {
  const t = useText();
  const [grade, setGrade] = useState<string>(best);
  const [reason, setReason] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <form
      className="office-line"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ method: 'POST', path: `/projects/${id}/grade`, body: { grade, reason } });
      }}
    >
      <Choice label={t('library.grade')} value={grade} onChange={setGrade}>
        {GRADES.map((each) => (
          <option key={each} value={each}>
            {each}
            {t('text.colon')}
            {REVIEW_OUTCOMES[each].says}
          </option>
        ))}
      </Choice>
      <Field label={t('library.reason')} value={reason} onChange={setReason} />
      {GRADES.indexOf(grade as ReviewGrade) < GRADES.indexOf(best) && <p role="status">{t('library.aboveBest')}</p>}
      <button type="submit" className="button" disabled={isPending}>
        {t('library.giveGrade')}
      </button>
      <Refused error={error} />
    </form>
  );
}
