/** The batches that a person sees, a new one, and what the bureau's rules came to. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReviewBatches } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { EditionCard } from './edition-card.tsx';
import { StatisticsCard } from './statistics-card.tsx';
import '../../styles/review.css';

export function ReviewsPart() {
  const t = useText();
  const answer = useOfficeAnswer<ReviewBatches>('/reviews');
  return (
    <Answer of={answer}>
      {({ batches, places }) => (
        <>
          <Card title={t('review.batches')}>
            {batches.length === 0 ? (
              <Nothing>{t('review.none')}</Nothing>
            ) : (
              <DataTable
                caption={t('review.batches')}
                stacks
                rows={batches}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'batch',
                    title: t('review.batch'),
                    heads: true,
                    cell: ({ id, title, unit }) => (
                      <Link to="/office/reviews/$id" params={{ id: String(id) }}>
                        {title}
                        {t('text.aside', { text: unit })}
                      </Link>
                    ),
                  },
                  {
                    key: 'progress',
                    title: t('review.progress'),
                    cell: ({ documents, waiting, told, closed }) =>
                      t('review.counts', { documents, waiting, told, closed }),
                  },
                  { key: 'due', title: t('review.due'), cell: ({ due }) => due ?? '—' },
                ]}
              />
            )}
          </Card>
          {places.length > 0 && <NewBatch places={places} />}
          {places.map(({ id, name }) => (
            <StatisticsCard key={id} unit={id} name={name} />
          ))}
          {places.map(({ id, name }) => (
            <EditionCard key={id} unit={id} name={name} />
          ))}
        </>
      )}
    </Answer>
  );
}

function NewBatch({ places }: Pick<ReviewBatches, 'places'>) {
  const t = useText();
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const [keepUntil, setKeepUntil] = useState('');
  const [place, setPlace] = useState(String(places[0]!.id));
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <Card title={t('review.new')}>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          const body = {
            unitId: Number(place),
            title,
            due: due || null,
            keepUntil: keepUntil || null,
            checklistId: null,
          };
          mutate({ method: 'POST', path: '/reviews', body }, { onSuccess: () => setTitle('') });
        }}
      >
        <Field label={t('review.title')} value={title} onChange={setTitle} />
        <Choice label={t('review.place')} value={place} onChange={setPlace}>
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Field label={t('review.due')} type="date" value={due} onChange={setDue} isRequired={false} />
        <Field label={t('review.keepUntil')} type="date" value={keepUntil} onChange={setKeepUntil} isRequired={false} />
        <button type="submit" className="button button-strong" disabled={isPending}>
          {t('review.create')}
        </button>
      </form>
      <Refused error={error} />
    </Card>
  );
}
