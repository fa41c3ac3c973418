import type { AssetRow, OrganizationRow } from '@mingsuan/core/kinds/index';
import type { TableInfo } from '@mingsuan/core/model/published';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FigureLink, SourceLink } from '../../components/source/figure-link.tsx';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly rows: readonly AssetRow[];
  readonly table: TableInfo | undefined;
}

export function Assets({ rows, table }: Props) {
  const t = useText();
  const lead = [table?.unit && t('tables.unit', { unit: table.unit }), table?.asOf].filter(Boolean).join('　');
  return (
    <Card title={t('assets.title')} lead={lead}>
      <DataTable
        caption={t('assets.title')}
        rows={rows}
        rowKey={(_, i) => i}
        rowClass={({ partOf }) => (partOf ? 'level-2' : undefined)}
        columns={[
          { key: 'name', title: t('column.name'), heads: true, cell: ({ label }) => label },
          {
            key: 'quantity',
            title: t('procurement.quantity'),
            numeric: true,
            cell: ({ label, quantity }) => quantity && <FigureLink label={label} {...quantity} />,
          },
          {
            key: 'value',
            title: t('assets.value'),
            numeric: true,
            cell: ({ label, value }) => value && <FigureLink label={label} {...value} />,
          },
        ]}
      />
    </Card>
  );
}

const WORDS = ['nature', 'rank', 'funding'] as const;

/** Columns that the document leaves empty are left out. */
export function Organization({ rows }: { readonly rows: readonly OrganizationRow[] }) {
  const t = useText();
  return (
    <Card title={t('organization.title')}>
      <DataTable
        caption={t('organization.title')}
        stacks
        rows={rows}
        rowKey={(_, i) => i}
        columns={[
          {
            key: 'unit',
            title: t('column.name'),
            heads: true,
            cell: ({ unit, origin }) => (
              <>
                {unit} <SourceLink label={unit} text={unit} origin={origin} />
              </>
            ),
          },
          ...WORDS.filter((word) => rows.some((row) => row[word])).map((word) => ({
            key: word,
            title: t(`organization.${word}`),
            cell: (row: OrganizationRow) => row[word],
          })),
        ]}
      />
    </Card>
  );
}
