/** The pages of the document as it will be, asked again a while after the ledger changed; the ones before stand meanwhile. */
import { useEffect, useState } from 'react';
import { ledgerPages } from '../../../api/ledger.ts';
import type { LedgerPage } from '../../../api/types.ts';
import type { Book } from '../state/book.ts';
import { sheetTexts } from '../state/sheet-texts.ts';

export interface PagesState {
  readonly pages: readonly LedgerPage[] | undefined;
  readonly error: unknown;
  /** Whether the pages are of an earlier state. */
  readonly isBehind: boolean;
}

/** Milliseconds without a change. */
const PAUSE = 600;

export function usePages(book: Book): PagesState {
  const [state, setState] = useState<{ pages?: readonly LedgerPage[]; error?: unknown; of?: Book }>({});
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () =>
        ledgerPages(sheetTexts(book)).then(
          ({ pages }) => isWanted && setState({ pages, of: book }),
          (error: unknown) => isWanted && setState((before) => ({ ...before, error, of: book })),
        ),
      PAUSE,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [book]);
  return { pages: state.pages, error: state.error, isBehind: state.of !== book };
}
