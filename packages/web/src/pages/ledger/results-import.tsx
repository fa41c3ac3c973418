/** What accounts tell of performance, taken from the office's results of the year: each figure is shown with what it replaces before. */
import { columnOf, type SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { useState } from 'react';
import { send } from '../../api/client.ts';
import type { AccountsWithResults } from '../../api/types.ts';
import { Sentence } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { changesOf } from './state/changes.ts';
import { usePlace } from './use-place.ts';
import { askWorker } from './work/ask.ts';

interface Props {
  readonly before: SheetRows;
  readonly onTake: (rows: SheetRows) => void;
}

type State =
  | { readonly is: 'none' | 'reading' }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'read'; readonly rows: SheetRows; readonly profile: string };

/** For who is signed in where the office has the ledger's unit; nothing for others. */
export function ResultsImport({ before, onTake }: Props) {
  const t = useText();
  const place = usePlace(before);
  const [state, setState] = useState<State>({ is: 'none' });
  if (!place) return null;
  const read = async () => {
    setState({ is: 'reading' });
    try {
      const ledger = await askWorker('ledger', { rows: before });
      if (!ledger) throw new Error('no ledger');
      const path = `/performance/places/${place.id}/${ledger.year}/accounts`;
      const told = await send<AccountsWithResults>('POST', path, { ledger });
      const rows = await askWorker('told', { rows: before, before: ledger, after: told.ledger });
      setState({ is: 'read', rows, profile: told.profile });
    } catch (error) {
      setState({ is: 'failed', error });
    }
  };
  return (
    <>
      <button type="button" className="button" disabled={state.is === 'reading'} onClick={() => void read()}>
        {t('ledger.results')}
      </button>
      {state.is === 'failed' && (
        <p role="alert" className="field-error">
          <Sentence error={state.error} />
        </p>
      )}
      {state.is === 'read' && (
        <ImportDialog
          read={{
            file: t('ledger.results.name', { place: place.name, profile: state.profile }),
            rows: state.rows,
            notes: [],
          }}
          before={before}
          onCancel={() => setState({ is: 'none' })}
          onTake={(rows) => {
            setState({ is: 'none' });
            onTake(rows);
          }}
        >
          <Figures before={before} after={state.rows} />
        </ImportDialog>
      )}
    </>
  );
}

/** Every figure that changes: what it is of, what stands there, what it becomes. */
function Figures({ before, after }: { readonly before: SheetRows; readonly after: SheetRows }) {
  const t = useText();
  const figures = changesOf(before, after).flatMap(({ sheet, added, removed }) => {
    const at = (['count', 'fen', 'text'] as const)
      .map((field) => columnOf(sheet, field))
      .find((column) => column >= 0)!;
    const of = (rows: readonly (readonly string[])[], name = '') =>
      rows.find((cells) => cells[0] === name)?.[at] || '—';
    const names = new Set([...added, ...removed].map(([first = '']) => first));
    return [...names].map((named) => ({ named, was: of(removed, named), now: of(added, named) }));
  });
  return (
    <ul className="small">
      {figures.map((figure) => (
        <li key={figure.named}>{t('ledger.results.figure', figure)}</li>
      ))}
    </ul>
  );
}
