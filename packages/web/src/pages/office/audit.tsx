import { capacityName } from '@mingsuan/core/process/roles';
import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { AuditEntry, AuditVerdict, Page } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeAnswer } from '../../office/queries.ts';
import { useMoment } from './moment.ts';

/** The trail, searched, verified and taken out. */
export function AuditPart() {
  const t = useText();
  const moment = useMoment();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [cursor, setCursor] = useState<string>();
  const [verifying, setVerifying] = useState(false);
  const answer = useOfficeAnswer<Page<AuditEntry>>('/audit', { q, cursor, limit: 100 });
  const verdict = useOfficeAnswer<AuditVerdict>('/audit-verdict', {}, verifying);
  return (
    <Card title={t('office.section.audit')}>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          setCursor(undefined);
          setQ(typed);
        }}
      >
        <Field label={t('audit.search')} value={typed} onChange={setTyped} type="search" isRequired={false} />
        <a className="button" href={apiUrl('/audit.csv', { q })}>
          {t('audit.csv')}
        </a>
        <button type="button" className="button" onClick={() => setVerifying(true)}>
          {t('audit.verify')}
        </button>
      </form>
      {verdict.data && (
        <p role="status" className={verdict.data.broken ? 'field-error' : 'office-hash'}>
          {verdict.data.broken
            ? t('audit.broken', { ...verdict.data.broken })
            : t('audit.whole', { count: verdict.data.entries, last: verdict.data.last })}
        </p>
      )}
      <Answer of={answer}>
        {({ items, next }) => (
          <>
            <DataTable
              caption={t('office.section.audit')}
              stacks
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { key: 'what', title: t('work.what'), heads: true, cell: ({ title }) => title },
                { key: 'when', title: t('work.when'), cell: ({ at }) => moment(at) },
                {
                  key: 'who',
                  title: t('work.who'),
                  cell: ({ person, role }) =>
                    role === null ? person : `${person}${t('text.aside', { text: capacityName(role) })}`,
                },
                { key: 'address', title: t('office.address'), cell: ({ address }) => address },
              ]}
            />
            {next !== undefined && (
              <p className="more">
                <button type="button" className="button" onClick={() => setCursor(next)}>
                  {t('audit.more')}
                </button>
              </p>
            )}
          </>
        )}
      </Answer>
    </Card>
  );
}
