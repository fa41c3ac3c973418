/** The desk on which a ledger is written: sheets to the left, the grid, what is said of it to the right. */
import type { AreaId } from '@mingsuan/core/ledger/areas';
import type { CellPlace } from '@mingsuan/core/ledger/review';
import { sheetOf } from '@mingsuan/core/ledger/sheet-rows';
import type { SheetId } from '@mingsuan/core/ledger/sheets';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Loading } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useNarrow } from '../../components/use-narrow.ts';
import { useText } from '../../i18n/index.tsx';
import { type LedgerSearch, sheetAt } from './address.ts';
import { DownloadMenu } from './download-menu.tsx';
import { ExportImport } from './export-import.tsx';
import { FileChooser } from './file-chooser.tsx';
import { marksOf } from './grid/marks.ts';
import { ConfirmList } from './panel/confirm-list.tsx';
import { ReviewPanel } from './panel/review-panel.tsx';
import type { Asked } from './preview/mark.ts';
import { Preview } from './preview/preview.tsx';
import { ReconcileAccounts } from './reconcile-accounts.tsx';
import { ResultsImport } from './results-import.tsx';
import { SheetReading } from './sheet-reading.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { isOfAccounts, rowsOf, taking, titleOf } from './state/book.ts';
import { confirmed, unconfirmedIn } from './state/confirm.ts';
import * as edits from './state/edits.ts';
import { at, type Position, type Selection } from './state/selection.ts';
import { Toolbar } from './toolbar.tsx';
import { UnitForm } from './unit-form.tsx';
import { useChoices } from './use-choices.ts';
import { useReview } from './work/ask.ts';
import type { OpenBook } from './work/use-book.ts';

const SheetGrid = lazy(async () => ({ default: (await import('./grid/sheet-grid.tsx')).SheetGrid }));
const START: Position = { row: 0, column: 0 };

interface Props {
  readonly ledger: OpenBook;
  readonly search: LedgerSearch;
  readonly onSearch: (search: LedgerSearch, how?: { readonly replace?: boolean }) => void;
  /** Where it comes from, over its title. */
  readonly back: ReactNode;
  /** Whether the work is kept, and what else can be done with it. */
  readonly state: ReactNode;
  /** What has to be seen before anything else, over the grid. */
  readonly notice?: ReactNode;
  readonly isReadOnly?: boolean;
  /** Says something of a marked cell. */
  readonly remark?: ((place: CellPlace) => ReactNode) | undefined;
  /** A cell to go to, once for each object. */
  readonly goTo?: { readonly place: CellPlace } | undefined;
}

export function LedgerDesk({
  ledger,
  search,
  onSearch,
  back,
  state,
  notice,
  isReadOnly = false,
  remark,
  goTo: asked,
}: Props) {
  const t = useText();
  const sheet = sheetAt(search);
  const isPreview = search.view === 'preview';
  const { book, change } = ledger;
  const { reviewed, failed } = useReview(book);
  const review = reviewed?.review;
  const [selection, setSelection] = useState<Selection>(at(START));
  const [goTo, setGoTo] = useState<{ readonly place: Position }>();
  const isNarrow = useNarrow();
  const choicesOf = useChoices(book, review?.year, review?.template?.id);
  const title = titleOf(book) || t('ledger.untitled');
  useTitle(title);

  const before = useMemo(() => rowsOf(book), [book]);
  const rows = book[sheet.id];
  const marks = useMemo(() => marksOf(reviewed, sheet.id), [reviewed, sheet.id]);
  const problems = useMemo(() => {
    const counts = new Map<SheetId, number>();
    for (const { kind, place } of review?.problems ?? [])
      if (place && kind !== 'notice') counts.set(place.sheet, (counts.get(place.sheet) ?? 0) + 1);
    return counts;
  }, [review]);

  const onChange = useMemo(
    () => (isReadOnly ? undefined : (edit: Parameters<OpenBook['change']>[1]) => change(sheet.id, edit)),
    [isReadOnly, change, sheet.id],
  );
  const show = useCallback(
    (id: SheetId) => {
      setSelection(at(START));
      setGoTo(undefined);
      onSearch({ sheet: id }, { replace: true });
    },
    [onSearch],
  );
  const go = ({ sheet: id, row = 0, column = 0 }: CellPlace) => {
    if (id !== sheet.id || isPreview) show(id);
    setSelection(at({ row, column }));
    setGoTo({ place: { row, column } });
  };
  const goer = useRef(go);
  goer.current = go;
  useEffect(() => {
    if (asked) goer.current(asked.place);
  }, [asked]);
  const unconfirmed = useMemo(() => unconfirmedIn(book), [book]);
  const some = useMemo(
    () => new Set(book.answers.flatMap(({ cells: [name = '', said] }) => (said?.trim() === '有' ? [name.trim()] : []))),
    [book.answers],
  );
  const answer = (area: AreaId, name: string, chosen: 'some' | 'none') => {
    const { columns } = sheetOf('answers');
    const row = book.answers.findIndex(({ cells }) => cells[0]?.trim() === name);
    const texts = [name, chosen === 'some' ? '有' : '无'];
    change('answers', (now) =>
      edits.write(now, { row: row < 0 ? now.length : row, column: 0 }, [texts], columns.length),
    );
    if (chosen === 'some') go({ sheet: SHEET_OF_AREA[area] ?? 'answers' });
  };

  const write = ({ place: { sheet: id, row, column, cells } }: Asked, text: string) =>
    change(id, (now) => edits.write(now, { row, column: 0 }, [cells.with(column, text)], cells.length));

  return (
    <div className="ledger">
      <div className="ledger-head">
        <div>
          {back}
          <h1>{title}</h1>
          <p className="faint small">
            {review &&
              (review.template ? t('ledger.template', { name: review.template.name }) : t('ledger.noTemplate'))}
          </p>
        </div>
        <div className="ledger-actions actions">
          <button
            type="button"
            className="button button-strong"
            onClick={() => onSearch({ sheet: sheet.id, ...(isPreview ? {} : { view: 'preview' as const }) })}
          >
            {t(isPreview ? (isReadOnly ? 'ledger.sheets' : 'ledger.write') : 'ledger.preview')}
          </button>
          {!isReadOnly && (
            <>
              <FileChooser
                label={t('ledger.import')}
                purpose={t('ledger.import')}
                accept=".xlsx,.xls,.et,.ods,.json"
                nextYear={false}
                before={before}
                onTake={(taken) => ledger.replace(taking(book, taken))}
              />
              <ExportImport before={before} onTake={(taken) => ledger.replace(taking(book, taken))} />
              {isOfAccounts(book) && (
                <>
                  <ResultsImport before={before} onTake={(taken) => ledger.replace(taking(book, taken))} />
                  <ReconcileAccounts rows={before} />
                </>
              )}
            </>
          )}
          <DownloadMenu book={book} review={review} />
        </div>
        {state}
      </div>
      {notice}
      <div className="ledger-desk">
        <SheetTabs book={book} shown={sheet.id} problems={problems} onShow={show} />
        <div role="tabpanel" id="ledger-sheet" aria-labelledby={`ledger-tab-${sheet.id}`} className="ledger-sheet">
          {!isPreview && <p className="faint small">{sheet.purpose}</p>}
          {isPreview ? (
            <Preview book={book} review={review} onWrite={isReadOnly ? undefined : write} />
          ) : sheet.id === 'unit' && !isReadOnly ? (
            <UnitForm
              sheet={sheet}
              row={rows[0]}
              marks={marks}
              choicesOf={choicesOf}
              goTo={goTo}
              onWrite={(column, text) =>
                change('unit', (now) => edits.write(now, { row: 0, column }, [[text]], sheet.columns.length))
              }
            />
          ) : isNarrow || sheet.id === 'unit' ? (
            <SheetReading sheet={sheet} rows={rows} marks={marks} names={review?.names ?? {}} />
          ) : (
            <>
              <Toolbar
                sheet={sheet}
                ledger={ledger}
                selection={selection}
                marks={marks}
                unit={review?.moneyUnit ?? '元'}
                isReadOnly={isReadOnly}
              />
              {remark?.({ sheet: sheet.id, row: selection.anchor.row, column: selection.anchor.column })}
              <Suspense fallback={<Loading />}>
                <SheetGrid
                  key={sheet.id}
                  sheet={sheet}
                  rows={rows}
                  unit={review?.moneyUnit ?? '元'}
                  marks={marks}
                  names={review?.names ?? {}}
                  sums={review?.totals[sheet.id]}
                  selection={selection}
                  onSelect={setSelection}
                  goTo={goTo}
                  choicesOf={choicesOf}
                  onChange={onChange}
                  onUndo={ledger.undo}
                  onRedo={ledger.redo}
                />
              </Suspense>
            </>
          )}
        </div>
        <aside className="ledger-panel" aria-label={t('ledger.panel')}>
          <ConfirmList
            sheets={unconfirmed}
            onGo={go}
            onConfirm={isReadOnly ? undefined : (sheets) => ledger.replace(confirmed(book, sheets))}
          />
          <ReviewPanel
            review={review}
            failed={failed}
            onGo={go}
            onAnswer={isReadOnly ? undefined : answer}
            some={some}
            onWrite={isReadOnly ? undefined : () => onSearch({ sheet: sheet.id, view: 'preview' })}
          />
        </aside>
      </div>
    </div>
  );
}

/** Where the content of an area is written. */
const SHEET_OF_AREA: Readonly<Partial<Record<AreaId, SheetId>>> = {
  revenue: 'revenue',
  basic: 'basic',
  projects: 'projects',
  other: 'other',
  left: 'left',
  'three-publics': 'basic',
  targets: 'targets',
  procurement: 'procurement',
  assets: 'assets',
  vehicles: 'counts',
  organization: 'organization',
  'last-year': 'last-year',
};
