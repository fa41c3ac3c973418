import type { Evidence } from '@mingsuan/core/finding';
import type { CheckedFinding } from '../../api/types.ts';
import { FindingCard } from '../../components/findings/finding-card.tsx';
import { inOneLine, useFindingWords } from '../../components/findings/finding-words.ts';
import { Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import type { Shown } from './shown.ts';

interface Props {
  readonly findings: readonly CheckedFinding[];
  /** Of the file, whatever is listed. */
  readonly allDismissed: boolean;
  readonly shown: Shown | undefined;
  readonly onChoose: (finding: CheckedFinding) => void;
  readonly onShow: (finding: CheckedFinding, fact: Evidence) => void;
  readonly onDismiss: (finding: CheckedFinding) => void;
  /** All that are listed and stand. */
  readonly onDismissAll: (findings: readonly CheckedFinding[]) => void;
  readonly onReinstate: (finding: CheckedFinding) => void;
}

export function FindingList({
  findings,
  allDismissed,
  shown,
  onChoose,
  onShow,
  onDismiss,
  onDismissAll,
  onReinstate,
}: Props) {
  const t = useText();
  const wordsOf = useFindingWords();
  if (findings.length === 0) return <Nothing>{t(allDismissed ? 'check.allDismissed' : 'check.noMatch')}</Nothing>;
  const standing = findings.filter(({ dismissed }) => dismissed === undefined);
  return (
    <div>
      <p className="faint small found">
        <span role="status">{t('check.found', { count: findings.length })}</span>{' '}
        {standing.length > 1 && (
          <button type="button" className="quiet" onClick={() => onDismissAll(standing)}>
            {t('check.dismissAll', { count: standing.length })}
          </button>
        )}
      </p>
      <ul className="findings">
        {findings.map((finding, i) => {
          const { dismissed } = finding;
          const action = t(dismissed === undefined ? 'check.dismiss' : 'check.reinstate');
          return (
            <FindingCard
              key={finding.id ?? i}
              finding={finding}
              dismissed={dismissed}
              chosen={shown?.finding === finding}
              shown={shown?.fact}
              onChoose={() => onChoose(finding)}
              onShow={(fact) => onShow(finding, fact)}
              tools={
                <button
                  type="button"
                  className="quiet"
                  aria-label={t('text.labelled', { label: action, text: inOneLine(wordsOf(finding)) })}
                  onClick={() => (dismissed === undefined ? onDismiss : onReinstate)(finding)}
                >
                  {action}
                </button>
              }
            />
          );
        })}
      </ul>
    </div>
  );
}
