import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import type { ExecutionAnswer, PaymentImport } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { yuan } from '../../components/money.tsx';
import { useText } from '../../i18n/index.tsx';
import { Refused } from '../office/refused.tsx';

/** Payments of an export: looked at first, then taken. */
export function ImportCard({
  path,
  revision,
  lines,
}: {
  readonly path: string;
  readonly revision: number;
  readonly lines: ExecutionAnswer['lines'];
}) {
  const t = useText();
  const cache = useQueryClient();
  const [file, setFile] = useState<File>();
  const [mapping, setMapping] = useState<File>();
  const send = useMutation({
    mutationFn: async (preview: boolean) => {
      const body = new FormData();
      body.set('files', file!);
      if (mapping) body.set('mapping', await mapping.text());
      return ask<PaymentImport>(`${path}/payments`, { revision, preview: String(preview) }, { method: 'POST', body });
    },
    onSuccess: ({ item }) => (item ? cache.invalidateQueries({ queryKey: ['office'] }) : undefined),
  });
  const { data } = send;
  return (
    <Card title={t('exec.import')} lead={t('exec.importLead')}>
      <div className="office-line">
        <label className="field">
          {t('exec.file')}
          <input type="file" accept=".xlsx,.xls,.et,.ods,.csv" onChange={({ target }) => setFile(target.files?.[0])} />
        </label>
        <label className="field">
          {t('exec.mapping')}
          <input type="file" accept=".json" onChange={({ target }) => setMapping(target.files?.[0])} />
        </label>
        <button type="button" className="button" disabled={!file || send.isPending} onClick={() => send.mutate(true)}>
          {t('exec.preview')}
        </button>
      </div>
      <Refused error={send.error} />
      {data && (
        <>
          <p role="status">
            {data.item
              ? t('exec.taken', { count: data.payments, amount: yuan(data.fen) })
              : t('exec.wouldTake', { count: data.payments, amount: yuan(data.fen), faults: data.faults.length })}
          </p>
          {!data.item && data.payments > 0 && (
            <p className="actions">
              <button
                type="button"
                className="button button-strong"
                disabled={send.isPending}
                onClick={() => send.mutate(false)}
              >
                {t('exec.take')}
              </button>
            </p>
          )}
          {data.faults.length > 0 && (
            <ul className="office-errors">
              {data.faults.slice(0, 50).map(({ message, sheet, address }) => (
                <li key={`${sheet} ${address} ${message}`}>
                  {[sheet, address].filter(Boolean).join(' ')} {message}
                </li>
              ))}
            </ul>
          )}
          <DataTable
            caption={t('exec.import')}
            stacks
            rows={data.first}
            rowKey={(_, i) => i}
            columns={[
              { key: 'line', title: t('exec.line'), heads: true, cell: ({ line }) => line },
              {
                key: 'project',
                title: t('exec.project'),
                cell: ({ line }) => lines.find(({ number }) => number === line)?.project ?? '',
              },
              { key: 'day', title: t('exec.day'), cell: ({ day, month }) => day ?? t('exec.monthOf', { month }) },
              { key: 'fen', title: t('exec.payment'), numeric: true, cell: ({ fen }) => yuan(fen) },
            ]}
          />
        </>
      )}
    </Card>
  );
}
