/** A unit's ledger within its round: written by who may, read with its findings by who sees it, and handed on from here. */
import type { MergeConflict } from '@mingsuan/core/ledger/merge';
import type { CellPlace } from '@mingsuan/core/ledger/review';
import { bySheet, type SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Account, WorkAnswer } from '../../../api/types.ts';
import { Answer, Failed, Loading } from '../../../components/state.tsx';
import { useText } from '../../../i18n/index.tsx';
import { useAccount, useOfficeAnswer } from '../../../office/queries.ts';
import type { LedgerSearch } from '../../ledger/address.ts';
import { LedgerDesk } from '../../ledger/ledger-desk.tsx';
import { askWorker } from '../../ledger/work/ask.ts';
import { SignInForm } from '../desk.tsx';
import { BeginLedger } from './begin-ledger.tsx';
import { Conflicts } from './conflicts.tsx';
import { type Base, draftKey, loadDraft } from './drafts.ts';
import { Remarks, useRemarks } from './remarks.tsx';
import { rowsOfVersion, useWorkLedger } from './use-work-ledger.ts';
import { WorkState } from './work-state.tsx';
import '../../../styles/ledger.css';
import '../../../styles/check.css';
import '../../../styles/office.css';

const route = getRouteApi('/office/work/$id/ledger');
const NONE: SheetRows = bySheet(() => []);

export function WorkLedgerPage() {
  const { id } = route.useParams();
  const account = useAccount();
  return (
    <Answer of={account}>
      {({ person }) => (person ? <OfPerson key={id} id={id} person={person} /> : <SignInForm />)}
    </Answer>
  );
}

type Person = NonNullable<Account['person']>;

interface Begun {
  readonly item: WorkAnswer;
  readonly base: Base;
  /** Undefined: nothing is there yet. */
  readonly rows: SheetRows | undefined;
  readonly conflicts: readonly MergeConflict[];
}

/** Loads what the office has once, and what this browser has besides; both are put together. */
function OfPerson({ id, person }: { readonly id: string; readonly person: Person }) {
  const answer = useOfficeAnswer<WorkAnswer>(`/work/${id}`);
  const [begun, setBegun] = useState<Begun>();
  const [error, setError] = useState<unknown>();
  const [tries, setTries] = useState(0);
  const item = answer.data;
  const latest = useRef({ item, person });
  latest.current = { item, person };
  const mayEdit = item?.offers.some(({ event }) => event === 'edit') ?? false;
  // Who writes goes on from what was loaded; who reads sees each version as it comes.
  const wanted = item && (mayEdit ? 'written' : `read ${item.version}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try begins anew
  useEffect(() => {
    const now = latest.current;
    if (wanted === undefined || !now.item) return;
    let isWanted = true;
    setBegun(undefined);
    setError(undefined);
    begin(now.item, now.person).then(
      (loaded) => isWanted && setBegun(loaded),
      (failure: unknown) => isWanted && setError(failure),
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, tries]);
  if (answer.error) return <Failed error={answer.error} />;
  if (error !== undefined) return <Failed error={error} retry={() => setTries(tries + 1)} />;
  if (!begun || !item) return <Loading />;
  if (begun.rows) return <Open item={begun.item} person={person} begun={{ ...begun, rows: begun.rows }} />;
  if (!mayEdit) return <NoLedger id={id} />;
  return <BeginLedger item={item} onBegin={(rows) => setBegun({ ...begun, rows })} />;
}

async function begin(item: WorkAnswer, person: Person): Promise<Begun> {
  const draft = await loadDraft(draftKey(person.id, item.id)).catch(() => undefined);
  const now = item.version === 0 ? undefined : await rowsOfVersion(item.id, item.version);
  const base = { version: item.version, rows: now ?? NONE };
  const mayEdit = item.offers.some(({ event }) => event === 'edit');
  if (!draft || !mayEdit) return { item, base, rows: now, conflicts: [] };
  if (draft.base.version === item.version) return { item, base, rows: draft.rows, conflicts: [] };
  const merged = await askWorker('merge', { base: draft.base.rows, mine: draft.rows, theirs: base.rows });
  return { item, base, ...merged };
}

function NoLedger({ id }: { readonly id: string }) {
  const t = useText();
  return (
    <div className="state state-empty">
      <h1>{t('work.noVersion')}</h1>
      <Link to="/office/work/$id" params={{ id }} className="button">
        {t('work.item')}
      </Link>
    </div>
  );
}

interface OpenProps {
  readonly item: WorkAnswer;
  readonly person: Person;
  readonly begun: Begun & { readonly rows: SheetRows };
}

function Open({ item, person, begun }: OpenProps) {
  const t = useText();
  const mayEdit = item.offers.some(({ event }) => event === 'edit');
  const navigate = useNavigate({ from: '/office/work/$id/ledger' });
  const search = route.useSearch();
  const work = useWorkLedger({ ...begun, item, key: draftKey(person.id, item.id) });
  const [goTo, setGoTo] = useState<{ readonly place: CellPlace }>();
  const onSearch = useCallback(
    (next: LedgerSearch, { replace = false } = {}) => void navigate({ search: next, replace, resetScroll: false }),
    [navigate],
  );
  const remarks = useRemarks(item);
  const go = (place: CellPlace) => setGoTo({ place });
  return (
    <LedgerDesk
      ledger={work}
      search={search}
      onSearch={onSearch}
      isReadOnly={!mayEdit}
      goTo={goTo}
      remark={remarks.mayReturn ? remarks.ask : undefined}
      back={
        <Link to="/office/work/$id" params={{ id: String(item.id) }} className="small">
          {item.unit} {item.title}
        </Link>
      }
      state={<WorkState item={item} work={work} mayEdit={mayEdit} fields={remarks.fields} />}
      notice={
        <>
          <Conflicts work={work} onGo={go} />
          <Remarks item={item} remarks={remarks} onGo={go} label={t('work.remarks')} />
        </>
      }
    />
  );
}
