import { getRouteApi, Link } from '@tanstack/react-router';
import type { ItemAnswer, ItemRow } from '../../api/types.ts';
import { AgencyName } from '../../components/agency-name.tsx';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { Change } from '../../components/change.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Money, percent } from '../../components/money.tsx';
import { useNames } from '../../components/names.ts';
import { UnitNote } from '../../components/scale.tsx';
import { seeOf } from '../../components/source/see.ts';
import { useNarrow } from '../../components/use-narrow.ts';
import { useText } from '../../i18n/index.tsx';

const route = getRouteApi('/item/$kind/$key');

/** So many at first; on a phone each takes four lines. */
const FIRST = 20;
const FIRST_ON_PHONE = 10;

/** Agencies by what they spend on it; a figure leads to its place in the agency's document. */
export function Who({ answer }: { readonly answer: ItemAnswer }) {
  const t = useText();
  const search = route.useSearch();
  const isNarrow = useNarrow();
  const { kind, key, code, rows, count } = answer;
  const name = useNames().item(kind, key, answer.name);
  return (
    <Card title={t('item.who')} lead={<UnitNote />}>
      {search.region && (
        <p className="small">
          <Link to="/item/$kind/$key" params={{ kind, key }} search={{ ...search, region: undefined } as never}>
            {t('item.everywhere')}
          </Link>
        </p>
      )}
      <DataTable
        caption={t('item.who')}
        rows={rows}
        first={isNarrow ? FIRST_ON_PHONE : FIRST}
        stacks
        rowKey={({ disclosureId }) => disclosureId}
        columns={[
          {
            key: 'name',
            title: t('column.name'),
            heads: true,
            cell: ({ agency, disclosureId, counts }) => (
              <>
                <Link to="/disclosure/$id" params={{ id: String(disclosureId) }}>
                  <AgencyName title={agency.name} />
                </Link>{' '}
                <span className="faint small">
                  {agency.regionName && (
                    <>
                      <AsPrinted>{agency.regionName}</AsPrinted>
                      {' · '}
                    </>
                  )}
                  {[t(`level.${agency.level}`), counts ? '' : t('item.unit')].filter(Boolean).join(' · ')}
                </span>
              </>
            ),
          },
          { key: 'fen', title: t('column.amount'), numeric: true, cell: (row) => <Printed row={row} label={name} /> },
          ...(rows.some(({ before }) => before !== null) ? [before(t('item.before'))] : []),
          {
            key: 'share',
            title: t('item.share'),
            numeric: true,
            cell: ({ fen, expenditure }) => (expenditure === null ? '' : (percent(fen, expenditure) ?? '')),
          },
        ]}
      />
      {count > rows.length && (
        <p>
          <Link to="/" search={{ q: code ?? answer.name, kind: 'line' }}>
            {t('item.all', { count })}
          </Link>
        </p>
      )}
    </Card>
  );
}

/** Against the year before, where anybody's is known. */
const before = (title: string): Column<ItemRow> => ({
  key: 'before',
  title,
  numeric: true,
  cell: ({ fen, before: then }) => <Change now={fen} then={then ?? undefined} />,
});

function Printed({ row: { disclosureId, fen, place }, label }: { readonly row: ItemRow; readonly label: string }) {
  if (!place.origin) return <Money fen={fen} />;
  const see = seeOf({ label, text: place.text ?? '', origin: place.origin });
  return (
    <Link to="/disclosure/$id" params={{ id: String(disclosureId) }} search={{ see }} className="figure-link">
      <Money fen={fen} />
    </Link>
  );
}
