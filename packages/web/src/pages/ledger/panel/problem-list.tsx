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
}

export function ProblemList({ problems, onGo }: Props) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const sorted = KINDS.flatMap((kind) => problems.filter((problem) => problem.kind === kind));
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN);
  return (
    <>
      <ul className="ledger-problems">
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
