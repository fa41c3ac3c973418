/** One ledger: its sheets, what is said of them, and what is made of it. */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Loading } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import type { LedgerSearch } from './address.ts';
import { LedgerDesk } from './ledger-desk.tsx';
import { SaveState } from './save-state.tsx';
import { loadLedger, type SavedLedger } from './work/saved.ts';
import { useLedger } from './work/use-ledger.ts';
import '../../styles/ledger.css';
import '../../styles/check.css';

export function LedgerPage() {
  const t = useText();
  const { id } = useParams({ from: '/ledger/$id' });
  const [loaded, setLoaded] = useState<SavedLedger | 'none'>();
  const shown = useRef('');
  const load = useCallback(async () => {
    shown.current = id;
    setLoaded(undefined);
    const ledger = await loadLedger(id).catch(() => undefined);
    if (shown.current === id) setLoaded(ledger ?? 'none');
  }, [id]);
  useEffect(() => void load(), [load]);
  if (loaded === undefined) return <Loading />;
  if (loaded === 'none')
    return (
      <div className="state state-failed" role="alert">
        <h1>{t('ledger.gone')}</h1>
        <Link to="/ledger" className="button">
          {t('ledger.all')}
        </Link>
      </div>
    );
  return <OwnLedger key={`${id} ${loaded.revision}`} loaded={loaded} onReload={() => void load()} />;
}

/** A ledger that only this browser has. */
function OwnLedger({ loaded, onReload }: { readonly loaded: SavedLedger; readonly onReload: () => void }) {
  const t = useText();
  const navigate = useNavigate({ from: '/ledger/$id' });
  const search = useSearch({ from: '/ledger/$id' });
  const ledger = useLedger(loaded);
  const onSearch = useCallback(
    (next: LedgerSearch, { replace = false } = {}) => void navigate({ search: next, replace, resetScroll: false }),
    [navigate],
  );
  return (
    <LedgerDesk
      ledger={ledger}
      search={search}
      onSearch={onSearch}
      back={
        <Link to="/ledger" className="small">
          {t('ledger.all')}
        </Link>
      }
      state={<SaveState saving={ledger.saving} onSaveAs={ledger.saveAs} onReload={onReload} />}
    />
  );
}
