/** What a file would bring, before it is taken: what changes sheet by sheet, and what was not understood. */
import type { SheetRows } from '@mingsuan/core/ledger/sheet-rows';
import { bySheet, columnOf } from '@mingsuan/core/ledger/sheet-rows';
import { LEDGER_SHEETS, type SheetId } from '@mingsuan/core/ledger/sheets';
import { type ReactNode, useMemo, useState } from 'react';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useText } from '../../i18n/index.tsx';
import { changesOf } from './state/changes.ts';
import { codeOf } from './state/choices.ts';
import type { ReadFile } from './work/use-file.ts';

interface Props {
  readonly read: ReadFile;
  /** What is there now; undefined where a new ledger begins. */
  readonly before?: SheetRows;
  readonly onTake: (rows: SheetRows) => void;
  readonly onCancel: () => void;
  /** What is asked before it is taken. */
  readonly children?: ReactNode;
}

const NOTES = 30;

export function ImportDialog({ read: { file, rows, notes }, before, onTake, onCancel, children }: Props) {
  const t = useText();
  const changes = useMemo(() => (before ? changesOf(before, rows) : []), [before, rows]);
  const [left, setLeft] = useState<ReadonlySet<SheetId>>(new Set());
  const taken = changes.filter(({ sheet }) => !left.has(sheet));
  const take = () => {
    if (!before) return onTake(rows);
    const ids = new Set(taken.map(({ sheet }) => sheet));
    return onTake(bySheet(({ id }) => (ids.has(id) ? rows[id] : before[id])));
  };
  const toggle = (sheet: SheetId) =>
    setLeft((now) => (now.has(sheet) ? new Set([...now].filter((id) => id !== sheet)) : new Set([...now, sheet])));
  return (
    <FormDialog
      title={t('ledger.import.read')}
      go={t(before ? 'ledger.import.go' : 'ledger.import.begin')}
      onSubmit={take}
      onCancel={onCancel}
    >
      <p>{t(before ? 'ledger.import.lead' : 'ledger.import.newLead', { file })}</p>
      {children}
      {before && changes.length === 0 && <p>{t('ledger.import.same')}</p>}
      <ul className="ledger-changes">
        {before
          ? changes.map(({ sheet, name, added, removed, kept }) => (
              <li key={sheet}>
                <label>
                  <input type="checkbox" checked={!left.has(sheet)} onChange={() => toggle(sheet)} /> {name}
                  <span className="faint small">
                    {t('ledger.import.change', { added: added.length, removed: removed.length, kept })}
                  </span>
                </label>
                {added[0] && <p className="faint small">{t('ledger.import.added', { text: lineText(added[0]) })}</p>}
                {removed[0] && (
                  <p className="faint small">{t('ledger.import.removed', { text: lineText(removed[0]) })}</p>
                )}
              </li>
            ))
          : LEDGER_SHEETS.filter(({ id }) => rows[id].length > 0).map(({ id, name }) => (
              <li key={id}>
                {name}{' '}
                <span className="faint small">
                  {t('ledger.import.rows', { count: rows[id].length })}
                  {unconfirmed(rows, id) > 0 &&
                    ` · ${t('ledger.import.unconfirmed', { count: unconfirmed(rows, id) })}`}
                </span>
              </li>
            ))}
      </ul>
      {notes.length > 0 && (
        <details>
          <summary>{t('ledger.import.notes', { count: notes.length })}</summary>
          <ul className="ledger-notes">
            {notes.slice(0, NOTES).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          {notes.length > NOTES && <p className="faint">{t('ledger.more', { count: notes.length - NOTES })}</p>}
        </details>
      )}
    </FormDialog>
  );
}

/** A row in a line: its texts, codes without their long names. */
const lineText = (cells: readonly string[]): string =>
  cells
    .map((text) => codeOf(text) || text.trim())
    .filter((text) => text !== '')
    .join(' · ');

function unconfirmed(rows: SheetRows, sheet: SheetId): number {
  const at = columnOf(sheet, 'unconfirmed');
  return at < 0 ? 0 : rows[sheet].filter((cells) => (cells[at] ?? '') !== '').length;
}
