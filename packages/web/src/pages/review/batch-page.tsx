/** A batch: the texts in it and how far each is, who reviews which, what is still missing. */
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { ReviewBatch, ReviewItem } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Desk } from '../office/desk.tsx';
import { Refused } from '../office/refused.tsx';
import { BatchSettings } from './batch-settings.tsx';
import { stateName } from './names.ts';
import { TakeIn } from './take-in.tsx';
import '../../styles/review.css';

const route = getRouteApi('/office/reviews/$id');

/** While texts are being read the page looks again. */
const EVERY_MS = 3000;

export function BatchPage() {
  const t = useText();
  const { id } = route.useParams();
  return (
    <Desk title={t('review.batch')} section="reviews">
      <Batch id={id} />
    </Desk>
  );
}

function Batch({ id }: { readonly id: string }) {
  const [isReading, setReading] = useState(false);
  const answer = useOfficeAnswer<ReviewBatch>(`/reviews/${id}`, {}, true, isReading ? EVERY_MS : undefined);
  const waits = answer.data?.items.some(({ isChecked, problem }) => !isChecked && problem === null) ?? false;
  if (answer.data && waits !== isReading) setReading(waits);
  return (
    <Answer of={answer}>
      {(batch) => (
        <>
          <Texts batch={batch} />
          {batch.isOffice && <TakeIn batch={batch} />}
          {batch.isOffice && <BatchSettings key={`${batch.id}`} batch={batch} />}
        </>
      )}
    </Answer>
  );
}

function Texts({ batch }: { readonly batch: ReviewBatch }) {
  const t = useText();
  const { items, missing, isOffice } = batch;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (id: number, isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <Card
      title={`${batch.title}${t('text.aside', { text: batch.unit })}`}
      lead={t('review.counts', {
        documents: batch.documents,
        waiting: batch.waiting,
        told: batch.told,
        closed: batch.closed,
      })}
    >
      {missing.length > 0 && (
        <p>
          {t('review.missing', { names: missing.map(({ code, name }) => `${code} ${name}`).join(t('list.comma')) })}
        </p>
      )}
      {items.length > 0 && (
        <p className="actions">
          <a className="button" href={apiUrl(`/reviews/${batch.id}/workbook`)} download>
            {t('review.workbook')}
          </a>
        </p>
      )}
      <DataTable
        caption={t('review.texts')}
        stacks
        first={100}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'agency',
            title: t('review.agency'),
            heads: true,
            cell: (item) => (
              <span className="office-chosen">
                {isOffice && item.state !== 'closed' && (
                  <input
                    type="checkbox"
                    aria-label={t('review.choose', { name: nameOf(item) })}
                    checked={chosen.has(item.id)}
                    onChange={({ target }) => toggle(item.id, target.checked)}
                  />
                )}
                <Link to="/office/review-texts/$id" params={{ id: String(item.id) }}>
                  {nameOf(item)}
                </Link>
              </span>
            ),
          },
          {
            key: 'state',
            title: t('review.state'),
            sort: (a, b) => (a.state < b.state ? -1 : 1),
            cell: ({ state, round }) => (
              <>
                <span className="tag">{stateName(state)}</span> {round > 1 && t('review.round', { round })}
              </>
            ),
          },
          { key: 'reviewer', title: t('review.reviewer'), cell: ({ reviewer }) => reviewer ?? t('review.nobody') },
          {
            key: 'found',
            title: t('review.found'),
            sort: (a, b) => a.errors - b.errors,
            cell: ({ isChecked, problem, open, errors, told, fixed, dismissed }) =>
              problem ??
              (isChecked ? t('review.foundCounts', { open, errors, told, fixed, dismissed }) : t('review.reading')),
          },
        ]}
      />
      {isOffice && <Assign batch={batch} chosen={chosen} onDone={() => setChosen(new Set())} />}
    </Card>
  );
}

const nameOf = ({ agency, name, code }: ReviewItem): string =>
  agency === null ? name : `${code === null ? '' : `${code} `}${agency}`;

interface AssignProps {
  readonly batch: ReviewBatch;
  readonly chosen: ReadonlySet<number>;
  readonly onDone: () => void;
}

function Assign({ batch: { id, reviewers }, chosen, onDone }: AssignProps) {
  const t = useText();
  const [person, setPerson] = useState('');
  const { mutate, error, isPending } = useOfficeWrite();
  return (
    <>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { documents: [...chosen], personId: person === '' ? null : Number(person) };
          mutate({ method: 'POST', path: `/reviews/${id}/assignments`, body }, { onSuccess: onDone });
        }}
      >
        <span>{t('review.chosen', { count: chosen.size })}</span>
        <Choice label={t('review.assignTo')} value={person} onChange={setPerson}>
          <option value="">{t('review.nobody')}</option>
          {reviewers.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Choice>
        <button type="submit" className="button" disabled={chosen.size === 0 || isPending}>
          {t('review.assign')}
        </button>
      </form>
      <Refused error={error} />
    </>
  );
}
