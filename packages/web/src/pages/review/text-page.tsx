/** A text under review: its findings beside its pages, what is decided on them, the checklist, the letter, what comes next. */
import { isSetback } from '@mingsuan/core/process/tables';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { ReviewText } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Desk } from '../office/desk.tsx';
import { Refused } from '../office/refused.tsx';
import { ChecklistCard } from './checklist-card.tsx';
import { Comments } from './comments.tsx';
import { FiguresCard } from './figures-card.tsx';
import { FindingsCard } from './findings-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { LetterCard } from './letter-card.tsx';
import { stateName } from './names.ts';
import { ReasonForm } from './reason-form.tsx';
import { Receive } from './receive.tsx';
import '../../styles/check.css';
import '../../styles/source.css';
import '../../styles/review.css';

const route = getRouteApi('/office/review-texts/$id');

/** While the text is being read the page looks again. */
const EVERY_MS = 3000;
const REPORTS = ['xlsx', 'pdf', 'html'] as const;

export function TextPage() {
  const t = useText();
  const { id } = route.useParams();
  return (
    <Desk title={t('review.text')} section="reviews">
      <Text key={id} id={id} />
    </Desk>
  );
}

function Text({ id }: { readonly id: string }) {
  const [isReading, setReading] = useState(false);
  const answer = useOfficeAnswer<ReviewText>(`/review-texts/${id}`, {}, true, isReading ? EVERY_MS : undefined);
  const waits = answer.data !== undefined && !answer.data.isChecked && answer.data.problem === null;
  if (answer.data && waits !== isReading) setReading(waits);
  return (
    <Answer of={answer}>
      {(text) => (
        <>
          <Head text={text} />
          {text.files.at(-1)?.isDoubtful && <FiguresCard text={text} />}
          <FindingsCard text={text} />
          <ChecklistCard text={text} />
          {text.offers.some(({ event }) => event === 'tell') && <LetterCard key={text.revision} text={text} />}
          <Letters text={text} />
          <Comments text={text} comments={text.comments} />
          <HistoryCard text={text} />
        </>
      )}
    </Answer>
  );
}

function Head({ text }: { readonly text: ReviewText }) {
  const t = useText();
  const { id, agency, name, batch, state, round, problem, isChecked, files, offers } = text;
  return (
    <Card
      title={agency ?? name}
      lead={
        <>
          <span className="tag">{stateName(state)}</span> {t('review.round', { round })} · {name}{' '}
          {!isChecked && problem === null && t('review.reading')} {problem}
        </>
      }
    >
      <p className="actions">
        <Link to="/office/reviews/$id" params={{ id: String(batch.id) }} className="button">
          {t('review.backToBatch')}
        </Link>
        <StepButtons text={text} />
      </p>
      {offers.length === 0 && <p className="faint">{t('review.noStep')}</p>}
      {offers.some(({ event }) => event === 'receive') && <Receive text={text} />}
      <p className="actions">
        <span className="faint">{t('review.reports')}</span>
        {REPORTS.filter((format) => format !== 'pdf' || (files.at(-1)?.pageSizes.length ?? 0) > 0).map((format) => (
          <a key={format} className="button" href={apiUrl(`/review-texts/${id}/report.${format}`)} download>
            {t(`review.report.${format}`)}
          </a>
        ))}
        {files.map((file) => (
          <a
            key={file.round}
            className="button"
            href={apiUrl(`/review-texts/${id}/rounds/${file.round}/file`)}
            download
          >
            {t('review.original')}
            {t('text.aside', { text: t('review.round', { round: file.round }) })}
          </a>
        ))}
      </p>
    </Card>
  );
}

type Offer = ReviewText['offers'][number];

/** Steps that bring content have cards of their own. */
const WITH_CONTENT: readonly string[] = ['edit', 'tell', 'receive'];

function StepButtons({ text: { id, state, revision, offers } }: { readonly text: ReviewText }) {
  const [asking, setAsking] = useState<Offer>();
  const { mutate, error, isPending } = useOfficeWrite();
  const take = ({ event }: Offer, reason?: string) => {
    setAsking(undefined);
    const body = { revision, event, ...(reason === undefined ? {} : { reason }) };
    mutate({ method: 'POST', path: `/review-texts/${id}/steps`, body });
  };
  return (
    <>
      {offers
        .filter(({ event }) => !WITH_CONTENT.includes(event))
        .map((offer) => (
          <button
            key={offer.event}
            type="button"
            className={isSetback('review', state, offer.event) ? 'button' : 'button button-strong'}
            disabled={isPending || offer.missing !== null}
            title={offer.missing ?? undefined}
            onClick={() => (offer.needs.includes('reason') ? setAsking(offer) : take(offer))}
          >
            {offer.name}
          </button>
        ))}
      <Refused error={error} />
      {asking && (
        <ReasonForm
          title={asking.name}
          onCancel={() => setAsking(undefined)}
          onDone={(reason) => take(asking, reason)}
        />
      )}
    </>
  );
}

function Letters({ text: { id, letters } }: { readonly text: ReviewText }) {
  const t = useText();
  if (letters.length === 0) return null;
  return (
    <Card title={t('review.letters')}>
      <ul className="review-list">
        {letters.map((letter) => (
          <li key={letter.id}>
            {t('review.round', { round: letter.round })} {letter.number} {letter.day} {letter.title}
            {t('text.aside', { text: letter.person })}{' '}
            {(['docx', 'pdf'] as const).map((format) => (
              <a
                key={format}
                className="quiet"
                href={apiUrl(`/review-texts/${id}/letters/${letter.id}/${format}`)}
                download
              >
                {format}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
