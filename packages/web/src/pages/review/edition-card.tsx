/** A bureau's own edition of the checklist: what of the usual one is left out, what is looked at beside it. */
import { useId, useState } from 'react';
import { Card } from '../../components/card.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';

interface Checklists {
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly editions: readonly { readonly id: number; readonly name: string }[];
}

export function EditionCard({ unit, name }: { readonly unit: number; readonly name: string }) {
  const t = useText();
  const id = useId();
  const answer = useOfficeAnswer<Checklists>(`/review-checklists/${unit}`);
  const [title, setTitle] = useState('');
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const [own, setOwn] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  const ownItems = own
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <Card title={`${t('review.newEdition')}${t('text.aside', { text: name })}`}>
      <Answer of={answer}>
        {({ items, editions }) => (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              mutate(
                { method: 'POST', path: `/review-checklists/${unit}`, body: { name: title, leftOut, ownItems } },
                { onSuccess: () => setTitle('') },
              );
            }}
          >
            {editions.length > 0 && <p>{editions.map((one) => one.name).join(t('list.comma'))}</p>}
            <Field label={t('review.editionName')} value={title} onChange={setTitle} />
            <fieldset className="review-items">
              <legend>{t('review.leftOut')}</legend>
              {items.map((item) => (
                <label key={item.id} className="check-box">
                  <input
                    type="checkbox"
                    checked={leftOut.includes(item.id)}
                    onChange={({ target }) =>
                      setLeftOut(target.checked ? [...leftOut, item.id] : leftOut.filter((one) => one !== item.id))
                    }
                  />{' '}
                  {item.title.replace('{level}', '部门').replace('{stage}', '预算')}
                </label>
              ))}
            </fieldset>
            <div className="field">
              <label htmlFor={id}>{t('review.ownItems')}</label>
              <textarea id={id} rows={3} value={own} onChange={({ target }) => setOwn(target.value)} />
            </div>
            <Refused error={error} />
            <button type="submit" className="button" disabled={isPending}>
              {t('review.create')}
            </button>
          </form>
        )}
      </Answer>
    </Card>
  );
}
