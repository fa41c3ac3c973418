/** What the bureau says of a batch: its name, the last day, the edition of the checklist, how long it is kept. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReviewBatch } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { ReasonForm } from './reason-form.tsx';

export function BatchSettings({ batch }: { readonly batch: ReviewBatch }) {
  const t = useText();
  const navigate = useNavigate();
  const [title, setTitle] = useState(batch.title);
  const [due, setDue] = useState(batch.due ?? '');
  const [keepUntil, setKeepUntil] = useState(batch.keepUntil ?? '');
  const [checklist, setChecklist] = useState(batch.checklistId === null ? '' : String(batch.checklistId));
  const [isRemoving, setRemoving] = useState(false);
  const { mutate, error, isPending } = useOfficeWrite();
  const save = () => {
    const checklistId = checklist === '' ? null : Number(checklist);
    const body = { title, due: due || null, keepUntil: keepUntil || null, checklistId };
    mutate({ method: 'PUT', path: `/reviews/${batch.id}`, body });
  };
  const remove = (reason: string) =>
    mutate(
      { method: 'POST', path: `/reviews/${batch.id}/removal`, body: { reason } },
      { onSuccess: () => void navigate({ to: '/office/$section', params: { section: 'reviews' } }) },
    );
  return (
    <Card title={t('review.settings')}>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={t('review.title')} value={title} onChange={setTitle} />
        <Field label={t('review.due')} type="date" value={due} onChange={setDue} isRequired={false} />
        <Field label={t('review.keepUntil')} type="date" value={keepUntil} onChange={setKeepUntil} isRequired={false} />
        <Choice label={t('review.checklistEdition')} value={checklist} onChange={setChecklist}>
          <option value="">{t('review.standardChecklist')}</option>
          {batch.checklists.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <button type="submit" className="button" disabled={isPending}>
          {t('review.save')}
        </button>
        <button type="button" className="button" onClick={() => setRemoving(true)}>
          {t('review.remove')}
        </button>
      </form>
      <Refused error={error} />
      {isRemoving && (
        <ReasonForm
          title={t('review.remove')}
          label={t('review.removeWhy')}
          onCancel={() => setRemoving(false)}
          onDone={(reason) => {
            setRemoving(false);
            remove(reason);
          }}
        />
      )}
    </Card>
  );
}
