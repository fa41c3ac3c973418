/** A ledger of accounts held against the office's execution of the year: every functional item from the budget to the accounts, to the fen. */
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { useState } from 'react';
import { send } from '../../api/client.ts';
import type { Reconciliation } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { yuan } from '../../components/money.tsx';
import { Sentence } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { usePlace } from './use-place.ts';
import { askWorker } from './work/ask.ts';

type Item = Reconciliation['items'][number];

type State =
  | { readonly is: 'none' | 'asking' }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'told'; readonly told: Reconciliation };

/** For who is signed in where the office has the ledger's unit; nothing for others. */
export function ReconcileAccounts({ rows }: { readonly rows: SheetRows }) {
  const t = useText();
  const place = usePlace(rows);
  const [state, setState] = useState<State>({ is: 'none' });
  if (!place) return null;
  const ask = async () => {
    setState({ is: 'asking' });
    try {
      const ledger = await askWorker('ledger', { rows });
      if (!ledger) throw new Error('no ledger');
      const path = `/execution/${place.id}/${ledger.year}/reconciliation`;
      setState({ is: 'told', told: await send<Reconciliation>('POST', path, { ledger }) });
    } catch (error) {
      setState({ is: 'failed', error });
    }
  };
  const close = () => setState({ is: 'none' });
  return (
    <>
      <button type="button" className="button" disabled={state.is === 'asking'} onClick={() => void ask()}>
        {t('ledger.reconcile')}
      </button>
      {state.is === 'failed' && (
        <p role="alert" className="field-error">
          <Sentence error={state.error} />
        </p>
      )}
      {state.is === 'told' && (
        <FormDialog title={t('ledger.reconcile')} go={t('ledger.reconcile.close')} onSubmit={close} onCancel={close}>
          <Items told={state.told} />
        </FormDialog>
      )}
    </>
  );
}

function Items({ told: { unit, items, differences } }: { readonly told: Reconciliation }) {
  const t = useText();
  const isOff = (at: 'budget' | 'accounts', { functional }: Item) =>
    differences.some((one) => one.at === at && one.functional === functional);
  const amount = (fen: number | null, isBold: boolean) => {
    if (fen === null) return '—';
    return isBold ? <strong>{yuan(fen)}</strong> : yuan(fen);
  };
  return (
    <>
      <p>
        {differences.length === 0
          ? t('ledger.reconcile.even', { place: unit })
          : t('ledger.reconcile.off', { place: unit, count: differences.length })}
      </p>
      <DataTable
        caption={t('ledger.reconcile')}
        stacks
        rows={items}
        rowKey={({ functional }) => functional}
        columns={[
          { key: 'item', title: t('ledger.reconcile.item'), heads: true, cell: ({ functional }) => functional },
          {
            key: 'budget',
            title: t('ledger.reconcile.budget'),
            numeric: true,
            cell: (item) => amount(item.budget, isOff('budget', item)),
          },
          {
            key: 'initial',
            title: t('ledger.reconcile.initial'),
            numeric: true,
            cell: (item) => amount(item.initial, isOff('budget', item)),
          },
          {
            key: 'adjusted',
            title: t('ledger.reconcile.adjusted'),
            numeric: true,
            cell: ({ adjusted }) => yuan(adjusted),
          },
          {
            key: 'paid',
            title: t('ledger.reconcile.paid'),
            numeric: true,
            cell: (item) => amount(item.paid, isOff('accounts', item)),
          },
          {
            key: 'accounts',
            title: t('ledger.reconcile.accounts'),
            numeric: true,
            cell: (item) => amount(item.accounts, isOff('accounts', item)),
          },
        ]}
      />
    </>
  );
}
