/** Beside the grid: what is wrong or missing, whether the sources balance, what nobody has answered. */
import type { AreaId } from '@mingsuan/core/ledger/areas';
import type { CellPlace, LedgerReview } from '@mingsuan/core/ledger/review';
import { formatAmount, separated } from '@mingsuan/core/money';
import { useText } from '../../../i18n/index.tsx';
import '../../../styles/ledger-panel.css';
import { FindingsList, type ToldAbove } from './findings-list.tsx';
import { ProblemList } from './problem-list.tsx';

interface Props {
  readonly review: LedgerReview | undefined;
  readonly failed: boolean;
  readonly onGo: (place: CellPlace) => void;
  /** Areas, by name, of which it was said that there is something: it has to be filled in. */
  readonly some: ReadonlySet<string>;
  /** To where the document's words are written; undefined where nothing may be changed. */
  readonly onWrite: (() => void) | undefined;
  /** Undefined where nothing may be changed. */
  readonly onAnswer: ((area: AreaId, name: string, answer: 'some' | 'none') => void) | undefined;
}

export function ReviewPanel({ review, failed, onGo, onAnswer, some, onWrite }: Props) {
  const t = useText();
  if (failed) return <p role="alert">{t('ledger.checkFailed')}</p>;
  if (!review) return <p className="faint">{t('ledger.checking')}</p>;
  const { problems, unanswered, balances, findings, isPartial, unreadable } = review;
  // Areas are answered below: they are not told twice.
  const others = problems.filter(({ code }) => code !== 'area-unanswered');
  const isClean = others.every(({ kind }) => kind === 'notice') && unanswered.length + findings.length === 0;
  return (
    <>
      {isPartial && (
        <p className="ledger-partial" role="status">
          {t('ledger.partial', { count: unreadable })}
        </p>
      )}
      {isClean && <p className="ledger-clean">{t('ledger.clean')}</p>}
      {unanswered.length > 0 && (
        <section aria-labelledby="ledger-unanswered">
          <h2 id="ledger-unanswered">
            {t('ledger.unanswered')} <span className="faint">{unanswered.length}</span>
          </h2>
          <ul className="ledger-unanswered">
            {unanswered.map(({ id, name, hint }) => (
              <li key={id}>
                <span>
                  {name}
                  {some.has(name) && <span className="faint small ledger-some">{hint}</span>}
                </span>
                <span className="ledger-answers">
                  {onAnswer &&
                    (['some', 'none'] as const).map((answer) => (
                      <button
                        key={answer}
                        type="button"
                        className="button"
                        aria-pressed={answer === 'some' && some.has(name)}
                        aria-label={`${name}${t('text.colon')}${t(`ledger.answer.${answer}`)}`}
                        onClick={() => onAnswer(id, name, answer)}
                      >
                        {t(`ledger.answer.${answer}`)}
                      </button>
                    ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="ledger-problems">
          <h2 id="ledger-problems">
            {t('ledger.problems')} <span className="faint">{others.length}</span>
          </h2>
          <ProblemList problems={others} onGo={onGo} onWrite={onWrite} />
        </section>
      )}
      {findings.length > 0 && (
        <section aria-labelledby="ledger-findings">
          <h2 id="ledger-findings">
            {t('ledger.findings')} <span className="faint">{findings.length}</span>
          </h2>
          <FindingsList findings={findings} toldAbove={toldAbove(problems)} onGo={onGo} />
        </section>
      )}
      {balances.length > 0 && <Balances review={review} />}
    </>
  );
}

/** What the problems tell of sentences that are not written yet: those of areas without an answer are no one's to write so far. */
function toldAbove(problems: LedgerReview['problems']): ToldAbove | undefined {
  if (problems.some(({ code }) => code === 'unconfirmed')) return 'waiting';
  if (problems.some(({ code }) => code === 'area-unanswered')) return 'unanswered';
  return problems.some(({ kind }) => kind === 'missing') ? 'lacking' : undefined;
}

function Balances({ review: { balances, moneyUnit } }: { readonly review: LedgerReview }) {
  const t = useText();
  const shown = (fen: number) => separated(formatAmount(fen, moneyUnit));
  return (
    <section aria-labelledby="ledger-balances">
      <h2 id="ledger-balances">
        {t('ledger.balances')} <span className="faint small">{moneyUnit}</span>
      </h2>
      {balances.map(({ name, revenue, basic, projects, other, left, difference }) => (
        <dl key={name} className={difference === 0 ? 'ledger-balance' : 'ledger-balance ledger-unbalanced'}>
          <dt>{name}</dt>
          <dd>
            <span className="faint">{t('ledger.balance.revenue')}</span>{' '}
            <span className="numeric">{shown(revenue)}</span>
          </dd>
          <dd>
            <span className="faint">{t('ledger.balance.spent')}</span>{' '}
            <span className="numeric">{shown(basic + projects + other + left)}</span>
          </dd>
          <dd>
            <span className="faint">{t('ledger.balance.difference')}</span>{' '}
            <strong className="numeric">{difference === 0 ? t('ledger.balanced') : shown(difference)}</strong>
          </dd>
        </dl>
      ))}
    </section>
  );
}
