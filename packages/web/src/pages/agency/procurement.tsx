import type { ProcurementRow } from '@mingsuan/core/disclosure';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FigureLink } from '../../components/source/figure-link.tsx';
import { useText } from '../../i18n/index.tsx';

const FIRST = 15;

export function Procurement({ rows }: { readonly rows: readonly ProcurementRow[] }) {
  const t = useText();
  const nameOf = ({ item, label }: ProcurementRow) => item ?? label;
  return (
    <Card title={t('procurement.title')}>
      <DataTable
        caption={t('procurement.title')}
        rows={rows}
        first={FIRST}
        rowKey={(_, i) => i}
        rowClass={({ kind }) => (kind === 'item' ? undefined : 'row-total')}
        columns={[
          { key: 'item', title: t('procurement.item'), heads: true, cell: nameOf },
          { key: 'project', title: t('procurement.project'), cell: ({ project }) => project },
          { key: 'code', title: t('column.code'), cell: ({ code }) => <span className="money">{code}</span> },
          {
            key: 'quantity',
            title: t('procurement.quantity'),
            numeric: true,
            cell: ({ quantity, unit }) => quantity && `${quantity.text} ${unit ?? ''}`,
          },
          {
            key: 'price',
            title: t('procurement.price'),
            numeric: true,
            cell: (row) => row.unitPrice && <FigureLink label={nameOf(row)} {...row.unitPrice} />,
          },
          {
            key: 'total',
            title: t('procurement.total'),
            numeric: true,
            cell: (row) => row.cells.total && <FigureLink label={nameOf(row)} {...row.cells.total} />,
          },
        ]}
      />
    </Card>
  );
}
