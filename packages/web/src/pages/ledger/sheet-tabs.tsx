/** The sheets as tabs, each with how many rows it has and what is said of it. */
import { LEDGER_SHEETS, type SheetId } from '@mingsuan/core/ledger/sheets';
import { type KeyboardEvent, useRef } from 'react';
import { useText } from '../../i18n/index.tsx';
import type { Book } from './state/book.ts';

interface Props {
  readonly book: Book;
  readonly shown: SheetId;
  /** Problems by sheet, notices left out. */
  readonly problems: ReadonlyMap<SheetId, number>;
  readonly onShow: (sheet: SheetId) => void;
}

export function SheetTabs({ book, shown, problems, onShow }: Props) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = LEDGER_SHEETS.findIndex(({ id }) => id === shown);
    const next = LEDGER_SHEETS[(at + step + LEDGER_SHEETS.length) % LEDGER_SHEETS.length]!;
    onShow(next.id);
    list.current?.querySelector<HTMLElement>(`#ledger-tab-${next.id}`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={t('ledger.sheets')}
      aria-orientation="vertical"
      className="ledger-tabs"
      onKeyDown={onKeyDown}
    >
      {LEDGER_SHEETS.map(({ id, name }) => {
        const rows = book[id].filter(({ cells }) => cells.some((text) => text !== '')).length;
        const count = problems.get(id) ?? 0;
        return (
          <button
            key={id}
            id={`ledger-tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === shown}
            aria-controls="ledger-sheet"
            tabIndex={id === shown ? 0 : -1}
            className={rows === 0 ? 'ledger-tab ledger-tab-blank' : 'ledger-tab'}
            onClick={() => onShow(id)}
          >
            <span>{name}</span>
            {count > 0 ? (
              <span className="ledger-count ledger-count-problems">
                {count}
                <span className="unseen">{t('ledger.sheetProblems', { count })}</span>
              </span>
            ) : (
              rows > 0 && (
                <span className="ledger-count">
                  {rows}
                  <span className="unseen">{t('ledger.sheetRows', { count: rows })}</span>
                </span>
              )
            )}
          </button>
        );
      })}
    </div>
  );
}
