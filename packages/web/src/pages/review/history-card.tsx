import type { ReviewText } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useText } from '../../i18n/index.tsx';
import { useMoment } from '../office/moment.ts';
import { roleName } from '../office/names.ts';

/** What happened to a text, the newest first. */
export function HistoryCard({ text: { history } }: { readonly text: ReviewText }) {
  const t = useText();
  const moment = useMoment();
  if (history.length === 0) return null;
  return (
    <Card title={t('review.history')}>
      <DataTable
        caption={t('review.history')}
        stacks
        rows={[...history].reverse()}
        rowKey={({ number }) => number}
        columns={[
          {
            key: 'what',
            title: t('review.what'),
            heads: true,
            cell: ({ name, round, reason }) =>
              `${t('review.round', { round })} ${name}${reason === null ? '' : `${t('text.colon')}${reason}`}`,
          },
          {
            key: 'who',
            title: t('review.who'),
            cell: ({ person, role }) => `${person}${t('text.aside', { text: roleName(role) })}`,
          },
          { key: 'when', title: t('review.when'), cell: ({ at }) => moment(at) },
        ]}
      />
    </Card>
  );
}
