import { Link } from '@tanstack/react-router';
import type { AgencyItem } from '../../api/types.ts';
import { AgencyName } from '../../components/agency-name.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Counts } from '../../components/severity.tsx';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';

export function Units({ units }: { readonly units: readonly AgencyItem[] }) {
  const t = useText();
  if (units.length === 0) return null;
  return (
    <Card title={t('units.title')}>
      <DataTable
        caption={t('units.title')}
        rows={units}
        rowKey={({ id }) => id}
        columns={[
          { key: 'code', title: t('column.code'), cell: ({ code }) => <span className="money">{code}</span> },
          {
            key: 'name',
            title: t('column.name'),
            heads: true,
            cell: ({ id, title }) => (
              <Link to="/agency/$id" params={{ id: String(id) }}>
                <AgencyName title={title} />
              </Link>
            ),
          },
          {
            key: 'latest',
            title: t('units.latest'),
            cell: ({ years: [latest] }) => (latest ? whenOf(t, latest.year, latest.stage) : t('units.nothing')),
          },
          {
            key: 'findings',
            title: t('agency.findings'),
            cell: ({ years, counts }) =>
              years.length > 0 && (
                <Counts
                  counts={{ error: counts.errors, warning: counts.warnings, notice: 0, pending: counts.pending }}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}
