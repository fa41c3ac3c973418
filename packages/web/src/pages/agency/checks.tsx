/** What checking found in this disclosure; the evidence opens the source. The operator may set findings aside. */
import { type Coverage, isWhollyUnderstood } from '@mingsuan/core/model/coverage';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findings } from '../../api/queries.ts';
import type { Completeness, FindingItem } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { FormStates } from '../../components/completeness.tsx';
import { CoverageNote } from '../../components/coverage-note.tsx';
import { DismissDialog } from '../../components/findings/dismiss-dialog.tsx';
import { FindingCard } from '../../components/findings/finding-card.tsx';
import { inOneLine, useFindingWords } from '../../components/findings/finding-words.ts';
import { useSource } from '../../components/source/source.tsx';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { useText } from '../../i18n/index.tsx';
import { useOperatorDismissals } from '../../operator/dismissals.ts';
import { useOperator } from '../../operator/operator.tsx';
import { useOperatorAnswer, useOperatorWrite } from '../../operator/queries.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import '../../styles/check.css';

/** So many at first: the gravest. */
const FIRST = { wide: 2, narrow: 1 };

interface Props {
  readonly id: number;
  /** Absent where it is not known how much was read. */
  readonly coverage: Coverage | undefined;
  readonly completeness: Completeness;
  /** Whether some findings are not released. */
  readonly isPending: boolean;
}

export function Checks({ id, coverage, completeness, isPending }: Props) {
  const t = useText();
  const { token } = useOperator();
  const { mutate, error } = useOperatorDismissals(token);
  const [dismissing, setDismissing] = useState<FindingItem>();
  const [answering, setAnswering] = useState<FindingItem>();
  const isOperator = token !== undefined;
  const released = useQuery({ ...findings(id), enabled: !isOperator });
  const drafts = useDrafts(id);
  const write = useOperatorWrite();
  const [all, setAll] = useState(false);
  const first = useNarrow() ? FIRST.narrow : FIRST.wide;
  return (
    <Card title={t('agency.findings')} lead={<span className="wide-only">{t('agency.findingsLead')}</span>}>
      {coverage ? <CoverageNote coverage={coverage} /> : <p className="small">{t('agency.coverageUnknown')}</p>}
      <FormStates completeness={completeness} />
      {error && <Failed error={error} />}
      {write.error && <Failed error={write.error} />}
      {isOperator && (
        <p className="actions">
          {[true, false].map((to) => (
            <button
              key={String(to)}
              type="button"
              className={to ? 'button button-strong' : 'button'}
              onClick={() =>
                write.mutate({ method: 'PUT', path: `/disclosures/${id}/release`, body: { released: to } })
              }
            >
              {t(to ? 'release.all' : 'release.none')}
            </button>
          ))}
        </p>
      )}
      <Answer of={isOperator ? drafts : released}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>{t(cleanText(isPending, coverage))}</Nothing>
          ) : (
            <>
              <ul className="findings">
                {items.slice(0, all || isOperator ? items.length : first).map((item) => (
                  <Item
                    key={item.id}
                    item={item}
                    onDismiss={token === undefined ? undefined : () => setDismissing(item)}
                    onReinstate={() => mutate({ id: item.id, reason: undefined })}
                    onRelease={
                      isOperator
                        ? () =>
                            write.mutate({
                              method: 'PUT',
                              path: `/findings/${item.id}/release`,
                              body: { released: !item.released },
                            })
                        : undefined
                    }
                    onAnswer={isOperator ? () => setAnswering(item) : undefined}
                  />
                ))}
              </ul>
              {!all && !isOperator && items.length > first && (
                <p className="more">
                  <button type="button" className="button" onClick={() => setAll(true)}>
                    {t('action.more', { count: items.length })}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Answer>
      {dismissing && (
        <DismissDialog
          findings={[dismissing.finding]}
          scope={t('operator.dismissScope')}
          onCancel={() => setDismissing(undefined)}
          onDismiss={(reason) => {
            mutate({ id: dismissing.id, reason });
            setDismissing(undefined);
          }}
        />
      )}
      {answering && (
        <AnswerDialog
          item={answering}
          onCancel={() => setAnswering(undefined)}
          onDone={(body) => {
            write.mutate({ method: 'PUT', path: `/findings/${answering.id}/answer`, body });
            setAnswering(undefined);
          }}
        />
      )}
    </Card>
  );
}

/** All that was found, for the operator. */
function useDrafts(id: number) {
  const answer = useOperatorAnswer<{ readonly items: readonly FindingItem[] }>(`/disclosures/${id}/findings`, {
    drafts: 'true',
  });
  return { ...answer, data: answer.data?.items } as UseQueryResult<readonly FindingItem[]>;
}

/** Nothing found is said only of what was read and released. */
function cleanText(isPending: boolean, coverage: Coverage | undefined) {
  if (isPending) return 'agency.findingsPending';
  if (!coverage || !isWhollyUnderstood(coverage)) return 'agency.findingsCleanInPart';
  return coverage.tables.printed > 0 ? 'agency.findingsClean' : 'agency.findingsCleanInWords';
}

interface ItemProps {
  readonly item: FindingItem;
  /** Absent for whoever may not. */
  readonly onDismiss: (() => void) | undefined;
  readonly onReinstate: () => void;
  readonly onRelease: (() => void) | undefined;
  readonly onAnswer: (() => void) | undefined;
}

function Item({
  item: { finding, dismissed, released, answer },
  onDismiss,
  onReinstate,
  onRelease,
  onAnswer,
}: ItemProps) {
  const t = useText();
  const { isShown, show } = useSource();
  const words = useFindingWords()(finding);
  const label = words.headline;
  const spoken = inOneLine(words);
  const action = t(dismissed ? 'check.reinstate' : 'check.dismiss');
  return (
    <FindingCard
      // Whose it is, the page says.
      finding={withoutAgency(finding)}
      dismissed={dismissed?.reason}
      answer={answer}
      isDraft={!released}
      shown={finding.evidence.find(({ text, origin }) => isShown({ label, text, origin }))}
      onShow={({ text, origin }) => show({ label, text, origin })}
      tools={
        onDismiss && (
          <>
            <Tool label={action} of={spoken} onClick={dismissed ? onReinstate : onDismiss} />
            {onRelease && <Tool label={t(released ? 'release.back' : 'release.one')} of={spoken} onClick={onRelease} />}
            {onAnswer && <Tool label={t('release.answer')} of={spoken} onClick={onAnswer} />}
          </>
        )
      }
    />
  );
}

const withoutAgency = ({ agency: _, ...finding }: FindingItem['finding']) => finding;

interface ToolProps {
  readonly label: string;
  /** What it is done to, for whoever hears it. */
  readonly of: string;
  readonly onClick: () => void;
}

function Tool({ label, of, onClick }: ToolProps) {
  const t = useText();
  return (
    <button type="button" className="quiet" aria-label={t('text.labelled', { label, text: of })} onClick={onClick}>
      {label}
    </button>
  );
}
