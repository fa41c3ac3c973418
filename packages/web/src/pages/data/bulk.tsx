/** Every kind of bulk file, in each format; what their columns mean stands in the dictionary. */
import { useQuery } from '@tanstack/react-query';
import { apiUrl } from '../../api/client.ts';
import { dictionary } from '../../api/queries.ts';
import { BULK_FORMATS, bulkExport } from '../../api/urls.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';

export function Bulk() {
  const t = useText();
  return (
    <Card title={t('data.bulk')} lead={t('data.bulkLead')}>
      <Answer of={useQuery(dictionary())}>
        {({ resources }) => (
          <DataTable
            caption={t('data.bulk')}
            stacks
            rows={resources}
            rowKey={({ name }) => name}
            columns={[
              { key: 'title', title: t('column.name'), heads: true, cell: ({ title }) => title },
              { key: 'what', title: t('data.meaning'), cell: ({ description }) => description },
              {
                key: 'files',
                title: t('action.download'),
                cell: ({ name, title }) => (
                  <span className="actions">
                    {BULK_FORMATS.map((format) => (
                      <a key={format} href={bulkExport(name, format)} download aria-label={`${title} ${format}`}>
                        {format.toUpperCase()}
                      </a>
                    ))}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Answer>
      <p className="actions card-actions">
        <a className="button" href={apiUrl('/exports/datapackage.json')} download>
          {t('data.dictionary')}
        </a>
      </p>
    </Card>
  );
}
