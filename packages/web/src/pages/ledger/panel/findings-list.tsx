/** What checking the disclosure that the ledger makes found: of each rule the first, the others on demand. */
import { groupsBy } from '@mingsuan/core/group-by';
import type { CellPlace, LedgerReview } from '@mingsuan/core/ledger/review';
import { SeverityTag } from '../../../components/severity.tsx';
import { useText } from '../../../i18n/index.tsx';
import { placeText } from './problem-list.tsx';

type Told = LedgerReview['findings'][number];

const FEW = 3;
/** The rule on what is left to be written: that is told above, as lacking or as waiting for its figures. */
const TO_WRITE = 'text-placeholder';

/** What is told above of what is left to be written: figures to be confirmed or areas to be answered first, or texts that lack. */
export type ToldAbove = 'waiting' | 'unanswered' | 'lacking';

interface Props {
  readonly findings: readonly Told[];
  /** Undefined where nothing is told above. */
  readonly toldAbove: ToldAbove | undefined;
  readonly onGo: (place: CellPlace) => void;
}

export function FindingsList({ findings, toldAbove, onGo }: Props) {
  const t = useText();
  return (
    <ul className="ledger-problems">
      {groupsBy(findings, ({ finding }) => finding.rule).map((group) => {
        const above = group[0]!.finding.rule === TO_WRITE ? toldAbove : undefined;
        const first = above ? 0 : group.length > FEW + 1 ? FEW : group.length;
        const rest = group.slice(first);
        return [
          ...group.slice(0, first).map((told) => <One key={keyOf(told)} told={told} onGo={onGo} />),
          rest.length > 0 && (
            <li key={group[0]!.finding.rule}>
              <details className="small">
                <summary>{t(`ledger.findings.${above ?? 'alike'}`, { count: rest.length })}</summary>
                <ul className="ledger-problems">
                  {rest.map((told) => (
                    <One key={keyOf(told)} told={told} onGo={onGo} />
                  ))}
                </ul>
              </details>
            </li>
          ),
        ];
      })}
    </ul>
  );
}

const keyOf = ({ finding }: Told): string => finding.id ?? finding.message;

function One({ told: { finding, place }, onGo }: { readonly told: Told } & Pick<Props, 'onGo'>) {
  return (
    <li>
      <SeverityTag severity={finding.severity} />
      {place ? (
        <button type="button" className="finding-message" onClick={() => onGo(place)}>
          <span className="faint small">{placeText(place)}</span> {finding.message}
        </button>
      ) : (
        <p>{finding.message}</p>
      )}
    </li>
  );
}
