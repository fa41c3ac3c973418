/** How the server stands, and its backups. */
import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { System } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { type TextKey, useLanguage, useText } from '../../i18n/index.tsx';
import { useOperator, withToken } from '../../operator/operator.tsx';
import { useOperatorAnswer, useOperatorWrite } from '../../operator/queries.ts';
import { bytes } from './bytes.ts';

export function SystemPage() {
  const t = useText();
  const answer = useOperatorAnswer<System>('/system', {}, { whilst: ({ isBackingUp }) => isBackingUp });
  return (
    <Answer of={answer}>
      {(system) => (
        <>
          <Card title={t('system.title')}>
            {system.trouble && <p className="tag tag-error">{t('system.trouble')}</p>}
            <Figures system={system} />
          </Card>
          <Backups system={system} />
        </>
      )}
    </Answer>
  );
}

function Figures({ system }: { readonly system: System }) {
  const t = useText();
  const { version, node, database, uptimeSeconds, memoryBytes, diskFreeBytes, store, checks } = system;
  const figures: readonly (readonly [TextKey, string | number])[] = [
    ['system.version', `${version}${t('text.aside', { text: `Node ${node}` })}`],
    ['system.database', database === 'pglite' ? t('system.embedded') : 'PostgreSQL'],
    ['system.schema', store.migrations.at(-1) ?? ''],
    ['system.uptime', t('system.hours', { hours: (uptimeSeconds / 3600).toFixed(1) })],
    ['system.memory', bytes(memoryBytes)],
    ['system.disk', bytes(diskFreeBytes)],
    ['system.databaseSize', bytes(store.databaseBytes)],
    ['system.originals', `${store.documents}${t('text.aside', { text: bytes(store.documentBytes) })}`],
    ['system.disclosures', store.disclosures],
    ['system.agencies', store.agencies],
    ['system.figures', store.figures],
    ['system.jobs', store.waitingJobs],
    ['system.rechecks', store.waitingRechecks],
    ['system.checks', `${checks.running} / ${checks.kept}`],
  ];
  return (
    <dl className="system">
      {figures.map(([key, value]) => (
        <div key={key}>
          <dt className="faint">{t(key)}</dt>
          <dd className="money">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Backups({ system: { backups, isBackingUp } }: { readonly system: System }) {
  const { t, language } = useLanguage();
  const { token = '' } = useOperator();
  const { mutate, error, isPending } = useOperatorWrite();
  const [fetching, setFetching] = useState<string>();
  /** A link cannot carry the token. */
  const save = async (name: string): Promise<void> => {
    setFetching(name);
    try {
      const answer = await fetch(apiUrl(`/backups/${name}`), { headers: withToken(token) });
      const url = URL.createObjectURL(await answer.blob());
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      URL.revokeObjectURL(url);
    } finally {
      setFetching(undefined);
    }
  };
  return (
    <Card title={t('backup.title')} lead={t('backup.lead')}>
      {error && <Failed error={error} />}
      <p className="actions">
        <button
          type="button"
          className="button button-strong"
          disabled={isPending || isBackingUp}
          onClick={() => mutate({ method: 'POST', path: '/backups' })}
        >
          {t(isPending || isBackingUp ? 'backup.making' : 'backup.make')}
        </button>
      </p>
      {backups.length === 0 ? (
        <Nothing>{t('backup.none')}</Nothing>
      ) : (
        <DataTable
          caption={t('backup.title')}
          stacks
          rows={backups}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', title: t('column.name'), heads: true, cell: ({ name }) => name },
            {
              key: 'at',
              title: t('changes.when'),
              cell: ({ madeAt }) => new Date(madeAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en'),
            },
            { key: 'size', title: t('backup.size'), numeric: true, cell: ({ size }) => bytes(size) },
            {
              key: 'tools',
              title: t('action.download'),
              cell: ({ name }) => (
                <span className="actions">
                  <button
                    type="button"
                    className="button"
                    disabled={fetching !== undefined}
                    aria-label={t('text.labelled', { label: t('action.download'), text: name })}
                    onClick={() => void save(name)}
                  >
                    {t('action.download')}
                  </button>
                  <button
                    type="button"
                    className="button"
                    aria-label={t('text.labelled', { label: t('backup.remove'), text: name })}
                    onClick={() => mutate({ method: 'DELETE', path: `/backups/${name}` })}
                  >
                    {t('backup.remove')}
                  </button>
                </span>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
