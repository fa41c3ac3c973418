/** Over the grid: what can be done with the marked cells, and what is said of the one in hand. */
import type { LedgerSheet } from '@mingsuan/core/ledger/sheets';
import { formatAmount, type MoneyUnit, parseAmount, separated } from '@mingsuan/core/money';
import { useState } from 'react';
import { useText } from '../../i18n/index.tsx';
import { keyOf, type Mark } from './grid/marks.ts';
import { bookOf, rowsOf } from './state/book.ts';
import * as edits from './state/edits.ts';
import { isSingle, rangeOf, type Selection } from './state/selection.ts';
import { askWorker } from './work/ask.ts';
import type { OpenBook } from './work/use-book.ts';

interface Props {
  readonly sheet: LedgerSheet;
  readonly ledger: OpenBook;
  readonly selection: Selection;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly unit: MoneyUnit;
  readonly isReadOnly?: boolean;
}

/** Sheets in which the form has rows ready. */
const READY = new Set(['answers', 'counts', 'amounts', 'last-year', 'assets', 'texts']);

export function Toolbar({ sheet, ledger, selection, marks, unit, isReadOnly = false }: Props) {
  const t = useText();
  const [said, setSaid] = useState('');
  const range = rangeOf(selection);
  const width = sheet.columns.length;
  const mark = sheet.columns.findIndex(({ cell }) => cell.is === 'mark');
  const change = (edit: Parameters<OpenBook['change']>[1]) => ledger.change(sheet.id, edit);
  const prepare = async () => {
    const before = rowsOf(ledger.book);
    const after = await askWorker('prepare', { rows: before });
    const count = after[sheet.id].length - before[sheet.id].length;
    if (count > 0)
      ledger.replace({
        ...ledger.book,
        [sheet.id]: [...ledger.book[sheet.id], ...bookOf(after)[sheet.id].slice(-count)],
      });
    setSaid(count > 0 ? t('ledger.prepared', { count }) : t('ledger.preparedNone'));
  };
  const inHand = <InHand sheet={sheet} ledger={ledger} selection={selection} marks={marks} unit={unit} />;
  if (isReadOnly) return inHand;
  return (
    <>
      <div className="ledger-toolbar" role="toolbar" aria-label={t('ledger.tools')}>
        <button type="button" className="button" disabled={!ledger.canUndo} onClick={ledger.undo}>
          {t('ledger.undo')}
        </button>
        <button type="button" className="button" disabled={!ledger.canRedo} onClick={ledger.redo}>
          {t('ledger.redo')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => change((rows) => edits.insert(rows, range.top, range.bottom - range.top + 1, width))}
        >
          {t('ledger.insert')}
        </button>
        <button type="button" className="button" onClick={() => change((rows) => edits.remove(rows, range))}>
          {t('ledger.delete')}
        </button>
        <button type="button" className="button" onClick={() => change((rows) => edits.fillDown(rows, range, width))}>
          {t('ledger.fill')}
        </button>
        {mark >= 0 && (
          <button
            type="button"
            className="button"
            onClick={() => change((rows) => edits.clear(rows, { ...range, left: mark, right: mark }, width))}
          >
            {t('ledger.confirm')}
          </button>
        )}
        {READY.has(sheet.id) && (
          <button type="button" className="button" onClick={() => void prepare()}>
            {t('ledger.prepare')}
          </button>
        )}
        <span className="faint small" role="status">
          {said}
        </span>
      </div>
      {inHand}
    </>
  );
}

/** The cell in hand with its hint and what is wrong with it; of several, how many and their sum. */
function InHand({ sheet, ledger: { book }, selection, marks, unit }: Props) {
  const t = useText();
  const range = rangeOf(selection);
  const rows = book[sheet.id];
  if (!isSingle(range)) {
    const texts = edits
      .textsIn(rows, range)
      .flatMap((cells) => cells.filter((_, x) => sheet.columns[range.left + x]?.cell.is === 'money'));
    const amounts = texts.flatMap((text) => parseAmount(text, unit)?.fen ?? []);
    const sum = amounts.reduce((all, fen) => all + fen, 0);
    return (
      <p className="ledger-hand">
        {t('ledger.marked', { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 })}
        {amounts.length > 0 && ` · ${t('ledger.sum', { sum: separated(formatAmount(sum, unit)), unit })}`}
      </p>
    );
  }
  const column = sheet.columns[range.left];
  const row = rows[range.top];
  const mark = row && marks.get(keyOf(row.id, range.left));
  if (!column) return null;
  return (
    <p className="ledger-hand" aria-live="polite">
      <span className="faint">{t('ledger.where', { row: range.top + 1, column: column.header })}</span>{' '}
      {mark ? (
        <strong className={`ledger-said-${mark.kind}`}>{mark.messages.join(' ')}</strong>
      ) : (
        <span className="faint">{column.hint ?? t('ledger.keys')}</span>
      )}
    </p>
  );
}
