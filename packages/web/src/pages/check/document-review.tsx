import { isWhollyUnderstood } from '@mingsuan/core/model/coverage';
import { useState } from 'react';
import type { CheckedDocument, CheckedFinding } from '../../api/types.ts';
import { DismissDialog } from '../../components/findings/dismiss-dialog.tsx';
import { Failed, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useDismissals } from './dismissals.ts';
import { fits, NO_FILTER } from './filter.ts';
import { Filters } from './filters.tsx';
import { FindingList } from './finding-list.tsx';
import { PagePanel } from './page-panel.tsx';
import { firstPlace, type Shown } from './shown.ts';
import { Understood } from './understood.tsx';

interface Props {
  readonly check: string;
  /** The document's number within the check. */
  readonly index: number;
  readonly document: CheckedDocument;
}

export function DocumentReview({ check, index, document }: Props) {
  const t = useText();
  const { source, findings, error, pages, coverage } = document;
  const [filter, setFilter] = useState(NO_FILTER);
  const [shown, setShown] = useState<Shown>();
  const [dismissing, setDismissing] = useState<CheckedFinding>();
  const { change, error: refused } = useDismissals(check);
  if (error) return <Nothing>{error}</Nothing>;
  if (findings.length === 0)
    return (
      <>
        <Understood document={document} />
        <Nothing>
          {coverage && !isWhollyUnderstood(coverage)
            ? t('check.cleanInPart')
            : `${t('check.clean')}　${t('check.cleanLead')}`}
        </Nothing>
      </>
    );
  const fitting = findings.filter((finding) => fits(finding, filter));
  return (
    <>
      <Understood document={document} />
      {refused && <Failed error={refused} />}
      <Filters findings={findings} filter={filter} onChange={setFilter} />
      <div className="check-split">
        <FindingList
          findings={fitting}
          shown={shown}
          onChoose={(finding) => setShown(firstPlace(finding))}
          onShow={(finding, fact) => setShown({ finding, fact })}
          onDismiss={setDismissing}
          onReinstate={(finding) => change(finding, undefined)}
        />
        <PagePanel
          check={check}
          index={index}
          source={source}
          pages={pages}
          shown={shown}
          onHide={() => setShown(undefined)}
        />
      </div>
      {dismissing && (
        <DismissDialog
          finding={dismissing}
          scope={t('check.dismissScope')}
          onCancel={() => setDismissing(undefined)}
          onDismiss={(reason) => {
            change(dismissing, reason);
            setDismissing(undefined);
          }}
        />
      )}
    </>
  );
}
