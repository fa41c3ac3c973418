import { useState } from 'react';
import type { PerformanceTask } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';

interface Props {
  readonly task: PerformanceTask;
  readonly form: NonNullable<PerformanceTask['evaluation']>;
}

/** A reviewer's points in the place of the unit's own; parts that are left blank keep theirs. */
export function ReviewCard({ task, form }: Props) {
  const t = useText();
  const [points, setPoints] = useState<readonly string[]>(form.parts.map(() => ''));
  const [reasons, setReasons] = useState<readonly string[]>(form.parts.map(() => ''));
  const [reason, setReason] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  const at = (all: readonly string[], place: number, text: string) => all.map((each, i) => (i === place ? text : each));
  const parts = points.flatMap((text, part) =>
    text.trim() === '' ? [] : [{ part, points: text.trim(), reason: reasons[part]! }],
  );
  return (
    <Card title={t('perf.review')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const body = { revision: task.revision, reason, parts };
          mutate({ method: 'POST', path: `/performance/tasks/${task.id}/review`, body });
        }}
      >
        {form.parts.map(({ name, weight, points: now }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts keep their places, and some share a name
          <fieldset key={i} className="answer">
            <legend className="unseen">{name}</legend>
            <h3>
              {name}{' '}
              <span className="faint">
                {now ?? '—'} / {weight}
              </span>
            </h3>
            <div className="office-line">
              <Field
                label={t('perf.newPoints')}
                value={points[i]!}
                onChange={(text) => setPoints(at(points, i, text))}
                isRequired={false}
              />
              <Field
                label={t('perf.why')}
                value={reasons[i]!}
                onChange={(text) => setReasons(at(reasons, i, text))}
                isRequired={points[i] !== ''}
              />
            </div>
          </fieldset>
        ))}
        <div className="office-line">
          <Field label={t('perf.opinion')} value={reason} onChange={setReason} />
          <button type="submit" className="button" disabled={isPending || parts.length === 0}>
            {t('perf.review')}
          </button>
        </div>
        <Refused error={error} />
      </form>
    </Card>
  );
}
