/** The findings of a text beside its pages: those of one state, what is done with one or with all that are listed, and one's own. */
import type { Evidence } from '@mingsuan/core/finding';
import { useState } from 'react';
import type { ReviewFinding, ReviewText } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { FindingCard } from '../../components/findings/finding-card.tsx';
import { inOneLine, useFindingWords } from '../../components/findings/finding-words.ts';
import { useText } from '../../i18n/index.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { AddFinding } from './add-finding.tsx';
import { CommentForm } from './comments.tsx';
import { FindingSteps } from './finding-steps.tsx';
import { fateOf, findingStateName } from './names.ts';
import { type Box, ReviewPage } from './page.tsx';
import { ReasonForm } from './reason-form.tsx';

type State = ReviewFinding['state'];
type Offer = ReviewFinding['offers'][number];

interface Asking {
  readonly offer: Offer;
  readonly findings: readonly ReviewFinding[];
}

export function FindingsCard({ text }: { readonly text: ReviewText }) {
  const t = useText();
  const wordsOf = useFindingWords();
  const [state, setState] = useState<State>();
  const [chosen, setChosen] = useState<{ readonly id: number; readonly fact: Evidence | undefined }>();
  const [asking, setAsking] = useState<Asking>();
  const [page, setPage] = useState(1);
  const [box, setBox] = useState<Box>();
  const { mutate, error } = useOfficeWrite();
  const { findings, round, mayWork } = text;
  const listed = findings.filter((one) => state === undefined || one.state === state);
  const shown = findings.find(({ id }) => id === chosen?.id);
  const show = (one: ReviewFinding, fact = one.finding.evidence.find(({ origin }) => origin.page !== undefined)) => {
    setChosen({ id: one.id, fact });
    if (fact?.origin.page !== undefined) setPage(fact.origin.page);
  };
  const decide = ({ offer, findings: on }: Asking, reason?: string) => {
    setAsking(undefined);
    const body = {
      event: offer.event,
      ...(reason === undefined ? {} : { reason }),
      findings: on.map(({ id, revision }) => ({ id, revision })),
    };
    mutate({ method: 'POST', path: `/review-texts/${text.id}/decisions`, body });
  };
  const ask = (next: Asking) => (next.offer.needs.includes('reason') ? setAsking(next) : decide(next));
  const together = state === undefined ? [] : (listed[0]?.offers ?? []);
  return (
    <Card title={t('review.findings')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a row */}
      <div role="group" aria-label={t('review.state')} className="chips">
        {([undefined, 'open', 'told', 'fixed', 'dismissed'] as const).map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className="chip"
            aria-pressed={state === one}
            onClick={() => setState(one)}
          >
            {one === undefined ? t('review.filter.all') : findingStateName(one)}{' '}
            <span className="money">
              {findings.filter((finding) => one === undefined || finding.state === one).length}
            </span>
          </button>
        ))}
      </div>
      <Refused error={error} />
      {together.length > 0 && listed.length > 1 && (
        <p className="actions">
          <span className="faint">{t('review.many', { count: listed.length })}</span>
          {together.map((offer) => (
            <button key={offer.event} type="button" className="button" onClick={() => ask({ offer, findings: listed })}>
              {offer.name}
            </button>
          ))}
        </p>
      )}
      <div className="check-split">
        <div>
          {listed.length === 0 && <p className="faint">{t('review.noFindings')}</p>}
          <ul className="findings">
            {listed.map((one) => {
              const fate = fateOf(one, round);
              return (
                <FindingCard
                  key={one.id}
                  finding={one.finding}
                  chosen={one === shown}
                  shown={one === shown ? chosen?.fact : undefined}
                  onChoose={() => show(one)}
                  onShow={(fact) => show(one, fact)}
                  tools={
                    <>
                      <span className="tag">{findingStateName(one.state)}</span>
                      {fate && <span className="tag">{t(`review.fate.${fate}`)}</span>}
                      {one.isOwn && <span>{t('review.own', { person: one.person ?? '' })}</span>}
                      {one.offers.map((offer) => (
                        <button
                          key={offer.event}
                          type="button"
                          className="quiet"
                          aria-label={t('text.labelled', { label: offer.name, text: inOneLine(wordsOf(one.finding)) })}
                          onClick={() => ask({ offer, findings: [one] })}
                        >
                          {offer.name}
                        </button>
                      ))}
                    </>
                  }
                />
              );
            })}
          </ul>
        </div>
        <aside className="source resting" aria-label={t('review.page')}>
          <ReviewPage
            text={text}
            page={page}
            onTurn={setPage}
            shown={shown}
            box={box}
            onDraw={mayWork ? setBox : undefined}
          />
          {shown && <FindingSteps finding={shown} />}
          {shown && mayWork && <CommentForm text={text.id} finding={shown.id} />}
          {mayWork && <AddFinding text={text} page={page} box={box} onBox={setBox} />}
        </aside>
      </div>
      {asking && (
        <ReasonForm
          title={asking.offer.name}
          onCancel={() => setAsking(undefined)}
          onDone={(reason) => decide(asking, reason)}
        />
      )}
    </Card>
  );
}
