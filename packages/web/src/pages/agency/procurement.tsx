import type { ProcurementRow } from '@mingsuan/core/kinds/index';
import type { TableInfo } from '@mingsuan/core/model/published';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FigureLink } from '../../components/source/figure-link.tsx';
import { useText } from '../../i18n/index.tsx';
import { entryId, useHashEntry } from './hash-place.ts';

const FIRST = 15;

interface Props {
  readonly rows: readonly ProcurementRow[];
  readonly table: TableInfo | undefined;
}

export function Procurement({ rows, table }: Props) {
  const t = useText();
  const chosen = useHashEntry('procurement');
  const nameOf = ({ item, label }: ProcurementRow) => item ?? label;
  return (
    <Card title={t('procurement.title')} lead={table?.unit && t('tables.unit', { unit: table.unit })}>
      <DataTable
        caption={t('procurement.title')}
        stacks
        rows={rows}
        first={chosen !== undefined && chosen >= FIRST ? rows.length : FIRST}
        rowId={(_, i) => entryId('procurement', i)}
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
            cell: (row) =>
              row.quantity && (
                <>
                  <FigureLink label={nameOf(row)} {...row.quantity} /> {row.unit}
                </>
              ),
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
