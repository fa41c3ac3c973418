import { isWhollyUnderstood } from '@mingsuan/core/model/coverage';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { CheckedDocument, CheckedFinding } from '../../api/types.ts';
import { DismissDialog } from '../../components/findings/dismiss-dialog.tsx';
import { Failed, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useDismissals } from './dismissals.ts';
import { type CheckSearch, filterOf, fits } from './filter.ts';
import { Filters } from './filters.tsx';
import { FindingList } from './finding-list.tsx';
import { PagePanel } from './page-panel.tsx';
import { firstPlace, type Shown } from './shown.ts';
import { Understood } from './understood.tsx';

interface Props {
  readonly check: string;
  /** The document's number within the check. */
  readonly index: number;
  readonly documents: readonly CheckedDocument[];
}

const route = getRouteApi('/check/$id');

export function DocumentReview({ check, index, documents }: Props) {
  const t = useText();
  const document = documents[index]!;
  const { findings, error, coverage } = document;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filterOf(search);
  const open = findings.find(({ id }) => id !== undefined && id === search.finding);
  const [shown, setShown] = useState<Shown | undefined>(open && firstPlace(open));
  const [dismissing, setDismissing] = useState<readonly CheckedFinding[]>();
  const ask = (changes: CheckSearch) =>
    void navigate({ search: (old) => ({ ...old, ...changes }), replace: true, resetScroll: false });
  /** What is open stands in the address. */
  const show = (next: Shown | undefined) => {
    setShown(next);
    ask({ finding: next?.finding.id ?? '' });
  };
  const { change, error: refused } = useDismissals(check);
  if (error) return <Nothing>{error}</Nothing>;
  if (findings.length === 0)
    return (
      <>
        <Understood check={check} index={index} document={document} />
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
      <Understood check={check} index={index} document={document} />
      {refused && <Failed error={refused} />}
      <Filters
        findings={findings}
        filter={filter}
        onChange={({ severity, rule, dismissed }) => ask({ severity: severity ?? '', rule: rule ?? '', dismissed })}
      />
      <div className="check-split">
        <FindingList
          findings={fitting}
          allDismissed={findings.every(({ dismissed }) => dismissed !== undefined)}
          shown={shown}
          onChoose={(finding) => show(firstPlace(finding))}
          onShow={(finding, fact) => show({ finding, fact })}
          onDismiss={(finding) => setDismissing([finding])}
          onDismissAll={setDismissing}
          onReinstate={(finding) => change([finding], undefined)}
        />
        <PagePanel check={check} index={index} documents={documents} shown={shown} onHide={() => show(undefined)} />
      </div>
      {dismissing && (
        <DismissDialog
          findings={dismissing}
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
