/** The log of changes, the newest first; what still stands can be taken back. */

import { logTitleIn } from '@mingsuan/core/model/log-titles';
import { useState } from 'react';
import type { Change, Page } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { useLanguage } from '../../i18n/index.tsx';
import { useOperatorAnswer, useOperatorWrite } from '../../operator/queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** Kinds that are taken back here; others are changed again where they are made. */
const UNDOABLE: readonly Change['kind'][] = ['document', 'figures', 'agency', 'merge', 'release'];

const canUndo = ({ kind, undoneBy, undoes }: Change): boolean =>
  UNDOABLE.includes(kind) && undoneBy === null && !(kind === 'merge' && undoes !== null);

export function Changes() {
  const { t, language } = useLanguage();
  const answer = useOperatorAnswer<Page<Change>>('/changes', { limit: 200 });
  const [undoing, setUndoing] = useState<Change>();
  const { mutate, error } = useOperatorWrite();
  const titleOf = ({ title }: Change) => logTitleIn(language, title);
  const when = (at: string) => new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en');
  return (
    <Card title={t('changes.title')} lead={t('changes.lead')}>
      {error && <Failed error={error} />}
      <Answer of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{t('changes.none')}</Nothing>
          ) : (
            <DataTable
              caption={t('changes.title')}
              stacks
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: t('changes.what'),
                  heads: true,
                  cell: (change) => <AsPrinted>{titleOf(change)}</AsPrinted>,
                },
                { key: 'at', title: t('changes.when'), cell: ({ at }) => when(at) },
                { key: 'person', title: t('operator.person'), cell: ({ person }) => <AsPrinted>{person}</AsPrinted> },
                { key: 'reason', title: t('check.reason'), cell: ({ reason }) => <AsPrinted>{reason}</AsPrinted> },
                {
                  key: 'undo',
                  title: t('changes.undo'),
                  cell: (change) =>
                    change.undoneBy !== null ? (
                      <span className="faint">{t('changes.undone')}</span>
                    ) : (
                      canUndo(change) && (
                        <button
                          type="button"
                          className="button"
                          aria-label={t('text.labelled', { label: t('changes.undo'), text: titleOf(change) })}
                          onClick={() => setUndoing(change)}
                        >
                          {t('changes.undo')}
                        </button>
                      )
                    ),
                },
              ]}
            />
          )
        }
      </Answer>
      {undoing && (
        <ReasonDialog
          title={t('text.labelled', { label: t('changes.undo'), text: titleOf(undoing) })}
          go={t('changes.undo')}
          onCancel={() => setUndoing(undefined)}
          onDone={(author) => {
            mutate({ method: 'POST', path: `/changes/${undoing.id}/undo`, body: author });
            setUndoing(undefined);
          }}
        />
      )}
    </Card>
  );
}
