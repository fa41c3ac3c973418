/** Every kind of bulk file, in each format, with its version; what their columns mean stands in the dictionary. */
import { useQuery } from '@tanstack/react-query';
import { apiUrl } from '../../api/client.ts';
import { dictionary } from '../../api/queries.ts';
import { BULK_FORMATS, bulkExport, changesSince } from '../../api/urls.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { useLanguage, useText } from '../../i18n/index.tsx';

/** So many at first: figures, findings, agencies and the like before each kind of record; on a phone each takes a quarter of a screen. */
const FIRST = 12;
const FIRST_ON_PHONE = 4;

export function Bulk() {
  const { t, language } = useLanguage();
  const isNarrow = useNarrow();
  return (
    <Card title={t('data.bulk')} lead={t('data.bulkLead')}>
      <Answer of={useQuery(dictionary())}>
        {({ resources }) => (
          <DataTable
            caption={t('data.bulk')}
            stacks
            first={isNarrow ? FIRST_ON_PHONE : FIRST}
            rows={resources}
            rowKey={({ name }) => name}
            columns={[
              { key: 'title', title: t('column.name'), heads: true, cell: ({ titles }) => titles[language] },
              { key: 'what', title: t('data.meaning'), cell: ({ descriptions }) => descriptions[language] },
              {
                key: 'changed',
                title: t('data.changed'),
                cell: ({ modified }) => <span className="money">{modified?.slice(0, 10)}</span>,
              },
              {
                key: 'files',
                title: t('action.download'),
                cell: ({ name, titles }) => (
                  <span className="actions">
                    {BULK_FORMATS.map((format) => (
                      <a
                        key={format}
                        href={bulkExport(name, format)}
                        download
                        aria-label={`${titles[language]} ${format}`}
                      >
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

/** Which version the data are of, and how to ask what changed after it. */
export function Changes() {
  const t = useText();
  const { version, modified } = useQuery(dictionary()).data ?? {};
  if (version === undefined || modified === undefined) return null;
  return (
    <Card title={t('data.changes')} lead={t('data.changesLead')}>
      <p>
        {t('data.version', { version, day: modified.slice(0, 10) })}
        <br />
        <code>{changesSince(version)}</code>
      </p>
      <p className="actions card-actions">
        {BULK_FORMATS.map((format) => (
          <a key={format} className="button" href={bulkExport('changes', format)} download>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
    </Card>
  );
}
