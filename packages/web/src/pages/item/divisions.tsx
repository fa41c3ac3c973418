import { getRouteApi, Link } from '@tanstack/react-router';
import type { ItemAnswer } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { useNames } from '../../components/names.ts';
import { useText } from '../../i18n/index.tsx';

const route = getRouteApi('/item/$kind/$key');

/** The level below, each a page of its own. */
export function Below({ answer: { kind, below } }: { readonly answer: ItemAnswer }) {
  const t = useText();
  const names = useNames();
  const search = route.useSearch();
  return (
    <Card title={t('item.below')}>
      <DataTable
        caption={t('item.below')}
        rows={below}
        first={10}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            title: t('column.name'),
            heads: true,
            cell: ({ key, code, name }) => (
              <>
                <Link to="/item/$kind/$key" params={{ kind, key }} search={search}>
                  <AsPrinted>{names.item(kind, key, name)}</AsPrinted>
                </Link>{' '}
                <span className="faint small money">{code}</span>
              </>
            ),
          },
          { key: 'agencies', title: t('item.agencies'), numeric: true, cell: ({ agencies }) => agencies },
          { key: 'fen', title: t('column.amount'), numeric: true, cell: ({ fen }) => <Money fen={fen} /> },
        ]}
      />
    </Card>
  );
}

/** The same by region; one leads to its agencies only. */
export function Regions({ answer: { kind, key, regions } }: { readonly answer: ItemAnswer }) {
  const t = useText();
  const search = route.useSearch();
  return (
    <Card title={t('item.regions')}>
      <DataTable
        caption={t('item.regions')}
        rows={regions}
        first={10}
        rowKey={({ region }) => region ?? ''}
        columns={[
          {
            key: 'name',
            title: t('column.name'),
            heads: true,
            cell: ({ region, name }) =>
              region === null ? (
                t('home.regionUnknown')
              ) : (
                <Link to="/item/$kind/$key" params={{ kind, key }} search={{ ...search, region }}>
                  <AsPrinted>{name ?? region}</AsPrinted>
                </Link>
              ),
          },
          { key: 'agencies', title: t('item.agencies'), numeric: true, cell: ({ agencies }) => agencies },
          { key: 'fen', title: t('column.amount'), numeric: true, cell: ({ fen }) => <Money fen={fen} /> },
        ]}
      />
    </Card>
  );
}
