import { conceptById, sourceName } from '@mingsuan/core/vocabulary/index';
import type { WorkFindings } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { yuan } from '../../components/money.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';

/** What stands against handing it up, and its money beside the control figures. */
export function FindingsCard({ id, version }: { readonly id: number; readonly version: number }) {
  const t = useText();
  const answer = useOfficeAnswer<WorkFindings>(`/work/${id}/findings`);
  return (
    <Card title={t('work.errors')}>
      <Answer of={answer}>
        {({ errors, sums, control }) => (
          <>
            {errors.length === 0 ? (
              <p>{t('work.noErrors')}</p>
            ) : (
              <ul className="office-errors">
                {errors.map((error) => (
                  <li key={error}>{error}</li>
                ))}
              </ul>
            )}
            <DataTable
              caption={`${t('work.sums')}${t('text.aside', { text: t('work.version', { number: version }) })}`}
              stacks
              rows={sums}
              rowKey={(sum) => `${sum.fund} ${sum.class}`}
              columns={[
                { key: 'fund', title: t('work.fund'), heads: true, cell: ({ fund }) => sourceName(conceptById(fund)) },
                { key: 'class', title: t('work.class'), cell: (sum) => t(`work.class.${sum.class}`) },
                { key: 'sum', title: t('work.sum'), numeric: true, cell: ({ fen }) => yuan(fen) },
                {
                  key: 'control',
                  title: t('work.control'),
                  numeric: true,
                  cell: (sum) => {
                    const most = control.find((one) => one.fund === sum.fund && one.class === sum.class);
                    if (!most) return '—';
                    const over = sum.fen - most.fen;
                    return (
                      <>
                        {yuan(most.fen)}
                        {over > 0 && <strong className="office-over">{t('work.over', { fen: yuan(over) })}</strong>}
                      </>
                    );
                  },
                },
              ]}
            />
          </>
        )}
      </Answer>
    </Card>
  );
}
