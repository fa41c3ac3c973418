/** What can be taken away, and what it means. */
import { useQuery } from '@tanstack/react-query';
import { apiUrl } from '../../api/client.ts';
import { dictionary } from '../../api/queries.ts';
import { FEEDS, feedOf } from '../../api/urls.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Fold } from '../../components/fold.tsx';
import { Answer } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useNarrow } from '../../components/use-narrow.ts';
import { useLanguage, useText } from '../../i18n/index.tsx';
import { Bulk, Changes } from './bulk.tsx';
import { FactExport } from './fact-export.tsx';
import '../../styles/compare.css';

const READING = [
  'data.reading.units',
  'data.reading.stages',
  'data.reading.funds',
  'data.reading.levels',
  'data.reading.versions',
  'data.reading.checks',
] as const;

export function DataPage() {
  const t = useText();
  useTitle(t('data.title'));
  return (
    <>
      <div className="page-head">
        <h1>{t('data.title')}</h1>
        <p className="lead">{t('data.lead')}</p>
      </div>
      <div className="data-grid">
        <FactExport />
        <Card title={t('data.catalog')}>
          <p className="lead">{t('data.catalogLead')}</p>
          <p className="actions card-actions">
            <a className="button" href={apiUrl('/catalog.jsonld')} download>
              DCAT (JSON-LD)
            </a>
          </p>
        </Card>
        <Card title={t('data.one')}>
          <p className="lead">{t('data.oneLead')}</p>
        </Card>
        <Card title={t('data.api')}>
          <p className="lead">{t('data.apiLead')}</p>
          <p className="actions card-actions">
            <a className="button" href="/api/docs">
              {t('data.apiDocs')}
            </a>
            <a className="button" href="/api/openapi.json">
              OpenAPI
            </a>
          </p>
        </Card>
      </div>
      <Bulk />
      <Changes />
      <Card title={t('data.follow')} lead={t('data.followLead')}>
        <p className="actions">
          {FEEDS.map((file) => (
            <a key={file} className="button" href={feedOf(file)}>
              {file === 'atom.xml' ? 'Atom' : 'JSON Feed'}
            </a>
          ))}
        </p>
      </Card>
      <Card title={t('data.reading')}>
        <ul className="reading">
          {READING.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </Card>
      <Columns />
      <Licence />
    </>
  );
}

/** The columns of the figures, as the dictionary has them. */
function Columns() {
  const { t, language } = useLanguage();
  const isNarrow = useNarrow();
  return (
    <Fold id="columns" title={t('data.columns')} isOpen={!isNarrow}>
      <Answer of={useQuery(dictionary())}>
        {({ resources }) => (
          <DataTable
            caption={t('data.columns')}
            stacks
            rows={resources.find(({ name }) => name === 'facts')?.schema.fields ?? []}
            rowKey={({ name }) => name}
            columns={[
              { key: 'id', title: t('data.column'), heads: true, cell: ({ name }) => <code>{name}</code> },
              { key: 'meaning', title: t('data.meaning'), cell: ({ titles }) => titles[language] ?? titles.zh },
            ]}
          />
        )}
      </Answer>
    </Fold>
  );
}

/** Said by the data itself, so that the page cannot say another. */
function Licence() {
  const t = useText();
  return (
    <Card title={t('data.licence')}>
      <p className="lead">{t('data.licenceText')}</p>
      <Answer of={useQuery(dictionary())}>
        {({ licenses }) => (
          <p className="actions card-actions">
            {licenses.map(({ path, title }) => (
              <a key={path} className="button" rel="license" href={path}>
                {title}
              </a>
            ))}
          </p>
        )}
      </Answer>
    </Card>
  );
}
