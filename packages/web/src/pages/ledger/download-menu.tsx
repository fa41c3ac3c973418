/** The ledger and what it compiles into, as files; what is open or was not understood is said before. */
import type { LedgerReview } from '@mingsuan/core/ledger/review';
import { useState } from 'react';
import { LEDGER_FORMATS, LEDGER_OWN_FORMATS, type LedgerFormat, ledgerFile } from '../../api/ledger.ts';
import { Sentence } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { type Book, titleOf } from './state/book.ts';
import { sheetTexts } from './state/sheet-texts.ts';

interface Props {
  readonly book: Book;
  readonly review: LedgerReview | undefined;
}

export function DownloadMenu({ book, review }: Props) {
  const t = useText();
  const [making, setMaking] = useState(false);
  const [error, setError] = useState<unknown>();
  const open = (review?.problems ?? []).filter(({ kind }) => kind === 'missing' || kind === 'wrong').length;
  const get = async (format: LedgerFormat) => {
    setMaking(true);
    setError(undefined);
    try {
      save(await ledgerFile(sheetTexts(book), format), nameOf(book, format));
    } catch (failure) {
      setError(failure);
    }
    setMaking(false);
  };
  const buttons = (formats: readonly LedgerFormat[]) => (
    <p className="actions">
      {formats.map((format) => (
        <button key={format} type="button" className="button" disabled={making} onClick={() => void get(format)}>
          {t(`ledger.format.${format}`)}
        </button>
      ))}
    </p>
  );
  return (
    <details className="ledger-menu">
      <summary className="button">{t('ledger.download')}</summary>
      <div className="ledger-menu-body card">
        {review !== undefined && review.unreadable > 0 && (
          <p className="ledger-partial">{t('ledger.download.unreadable', { count: review.unreadable })}</p>
        )}
        <h3>{t('ledger.download.document')}</h3>
        {open > 0 && <p className="faint small">{t('ledger.download.open', { count: open })}</p>}
        {buttons(LEDGER_FORMATS)}
        <h3>{t('ledger.download.own')}</h3>
        {buttons(LEDGER_OWN_FORMATS)}
        <p role="status" className="faint small">
          {making && t('ledger.download.making')}
        </p>
        {error !== undefined && (
          <p role="alert" className="field-error">
            <Sentence error={error} />
          </p>
        )}
      </div>
    </details>
  );
}

/** `某局 2027年台账.xlsx`, `某局 2027年公开文本.pdf` */
function nameOf(book: Book, format: LedgerFormat): string {
  const [what, extension] = format.startsWith('ledger.')
    ? ['台账', format.slice('ledger.'.length)]
    : ['公开文本', format];
  return `${titleOf(book)}${what}.${extension}`.replace(/[\\/:*?"<>|]/g, '_');
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
