/** All that is said of the ledger, the gravest first; each leads to its cell. */
import type { CellPlace, ReviewProblem } from '@mingsuan/core/ledger/review';
import { sheetOf } from '@mingsuan/core/ledger/sheet-rows';
import { useState } from 'react';
import { useText } from '../../../i18n/index.tsx';

const KINDS = ['unreadable', 'wrong', 'missing', 'notice'] as const;
const SHOWN = 30;

interface Props {
  readonly problems: readonly ReviewProblem[];
  readonly onGo: (place: CellPlace) => void;
  /** To where the document's words are written; undefined where nothing may be changed. */
  readonly onWrite: (() => void) | undefined;
}

/** So many words that are left to write are told as one. */
const MANY = 3;

export function ProblemList({ problems, onGo, onWrite }: Props) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const toWrite = problems.filter(({ asked }) => asked);
  const apart = toWrite.length > MANY ? toWrite : [];
  const sorted = KINDS.flatMap((kind) =>
    problems.filter((problem) => problem.kind === kind && !apart.includes(problem)),
  );
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN);
  return (
    <>
      <ul className="ledger-problems">
        {apart.length > 0 && (
          <li>
            <span className="tag ledger-tag-missing">{t('ledger.kind.missing')}</span>
            <div>
              <p>{t('ledger.asked', { count: apart.length })}</p>
              {onWrite && (
                <button type="button" className="button" onClick={onWrite}>
                  {t('ledger.asked.go')}
                </button>
              )}
              <details className="small">
                <summary>{t('ledger.asked.each')}</summary>
                <ul>
                  {apart.map((problem) => (
                    <li key={problem.asked!.mark}>
                      <button type="button" className="quiet" onClick={() => onGo(problem.place!)}>
                        {problem.asked!.mark.slice('【请填写：'.length, -1)}
                      </button>
                    </li>
                  ))}
                </ul>
              </details>
            </div>
          </li>
        )}
        {shown.map((problem, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no ids and are told anew as a whole
          <li key={i}>
            <span className={`tag ledger-tag-${problem.kind}`}>{t(`ledger.kind.${problem.kind}`)}</span>
            <ProblemText problem={problem} onGo={onGo} />
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {t('ledger.more', { count: sorted.length - shown.length })}
        </button>
      )}
    </>
  );
}

function ProblemText({ problem: { message, place }, onGo }: { readonly problem: ReviewProblem } & Pick<Props, 'onGo'>) {
  if (!place) return <p>{message}</p>;
  return (
    <button type="button" className="finding-message" onClick={() => onGo(place)}>
      <span className="faint small">{placeText(place)}</span> {message}
    </button>
  );
}

/** 基本支出 3 */
export function placeText({ sheet, row }: CellPlace): string {
  const name = sheetOf(sheet).name;
  return row === undefined ? name : `${name} ${row + 1}`;
}
