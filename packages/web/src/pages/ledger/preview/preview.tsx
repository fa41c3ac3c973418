/** The disclosure as it will be, page by page; what a person has still to write is written where it stands. */
import type { LedgerReview } from '@mingsuan/core/ledger/review';
import { useState } from 'react';
import { Loading, Sentence } from '../../../components/state.tsx';
import { useText } from '../../../i18n/index.tsx';
import '../../../styles/ledger-preview.css';
import type { Book } from '../state/book.ts';
import { type Asked, MARK } from './mark.ts';
import { PageView, type Writing } from './page-view.tsx';
import { usePages } from './use-pages.ts';

interface Props {
  readonly book: Book;
  readonly review: LedgerReview | undefined;
  /** Undefined where it is only read. */
  readonly onWrite: ((asked: Asked, text: string) => void) | undefined;
}

export function Preview({ book, review, onWrite }: Props) {
  const t = useText();
  const { pages, error, isBehind } = usePages(book);
  const asked = new Map(
    (review?.problems ?? []).flatMap((each) => (each.asked && onWrite ? [[each.asked.mark, each.asked]] : [])),
  );
  const count = (pages ?? [])
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text)))
    .reduce((sum, text) => sum + (text.match(MARK)?.length ?? 0), 0);
  const [writing, setWriting] = useState<Writing>();
  const marksAfter = () => {
    const marks = [...document.querySelectorAll<HTMLElement>('.ledger-pages .ledger-todo')];
    return { marks, at: marks.findIndex((mark) => mark.getAttribute('aria-expanded') === 'true') + 1 };
  };
  const open = (mark: HTMLElement | undefined) => {
    if (!mark) return setWriting(undefined);
    mark.scrollIntoView({ block: 'center' });
    mark.click();
  };
  const next = () => {
    const { marks, at } = marksAfter();
    open(marks[at] ?? marks[0]);
  };
  const write = (text: string) => {
    if (!writing) return;
    // Not from the start again: what was written just now stands there until the pages are set anew.
    const { marks, at } = marksAfter();
    open(marks[at]);
    onWrite?.(writing.asked, text);
  };
  return (
    <div className="ledger-preview">
      <p className="actions">
        <span role="status" className="faint small">
          {pages &&
            t(isBehind ? 'ledger.preview.behind' : count > 0 ? 'ledger.preview.open' : 'ledger.preview.whole', {
              count,
              pages: pages.length,
            })}
        </span>
        {count > 0 && (
          <button type="button" className="button" onClick={next}>
            {t('ledger.preview.next')}
          </button>
        )}
      </p>
      {error !== undefined && (
        <p role="alert" className="field-error">
          <Sentence error={error} />
        </p>
      )}
      {!pages && error === undefined && <Loading />}
      <div className="ledger-pages">
        {pages?.map((page) => (
          <PageView key={page.number} page={page} asked={asked} writing={writing} onOpen={setWriting} onWrite={write} />
        ))}
      </div>
    </div>
  );
}
