/** What checking found in this disclosure; the evidence opens the source. The operator may set findings aside. */
import { type Coverage, isWhollyUnderstood } from '@mingsuan/core/model/coverage';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findings } from '../../api/queries.ts';
import type { FindingItem } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { CoverageNote } from '../../components/coverage-note.tsx';
import { DismissDialog } from '../../components/findings/dismiss-dialog.tsx';
import { FindingCard } from '../../components/findings/finding-card.tsx';
import { useSource } from '../../components/source/source.tsx';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOperatorDismissals } from '../../operator/dismissals.ts';
import { useOperator } from '../../operator/operator.tsx';
import '../../styles/check.css';

interface Props {
  readonly id: number;
  /** Absent where it is not known how much was read. */
  readonly coverage: Coverage | undefined;
}

export function Checks({ id, coverage }: Props) {
  const t = useText();
  const { token } = useOperator();
  const { mutate, error } = useOperatorDismissals(token);
  const [dismissing, setDismissing] = useState<FindingItem>();
  return (
    <Card title={t('agency.findings')} lead={t('agency.findingsLead')}>
      {coverage ? <CoverageNote coverage={coverage} /> : <p className="small">{t('agency.coverageUnknown')}</p>}
      {error && <Failed error={error} />}
      <Answer of={useQuery(findings(id))}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>
              {t(coverage && isWhollyUnderstood(coverage) ? 'agency.findingsClean' : 'agency.findingsCleanInPart')}
            </Nothing>
          ) : (
            <ul className="findings">
              {items.map((item) => (
                <Item
                  key={item.id}
                  item={item}
                  onDismiss={token === undefined ? undefined : () => setDismissing(item)}
                  onReinstate={() => mutate({ id: item.id, reason: undefined })}
                />
              ))}
            </ul>
          )
        }
      </Answer>
      {dismissing && (
        <DismissDialog
          finding={dismissing.finding}
          scope={t('operator.dismissScope')}
          onCancel={() => setDismissing(undefined)}
          onDismiss={(reason) => {
            mutate({ id: dismissing.id, reason });
            setDismissing(undefined);
          }}
        />
      )}
    </Card>
  );
}

interface ItemProps {
  readonly item: FindingItem;
  /** Absent for whoever may not. */
  readonly onDismiss: (() => void) | undefined;
  readonly onReinstate: () => void;
}

function Item({ item: { finding, dismissed }, onDismiss, onReinstate }: ItemProps) {
  const t = useText();
  const { isShown, show } = useSource();
  const action = t(dismissed ? 'check.reinstate' : 'check.dismiss');
  return (
    <FindingCard
      finding={finding}
      dismissed={dismissed?.reason}
      shown={finding.evidence.find(({ text, origin }) => isShown({ label: finding.message, text, origin }))}
      onShow={({ text, origin }) => show({ label: finding.message, text, origin })}
      tools={
        onDismiss && (
          <button
            type="button"
            className="quiet"
            aria-label={`${action}：${finding.message}`}
            onClick={dismissed ? onReinstate : onDismiss}
          >
            {action}
          </button>
        )
      }
    />
  );
}
