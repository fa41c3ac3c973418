/** Asking the ledger's worker, which is begun with the first question. */

import type { LedgerReview } from '@mingsuan/core/ledger/review';
import { useEffect, useRef, useState } from 'react';
import { type Book, rowsOf } from '../state/book.ts';
import type { Question, Questions } from './questions.ts';

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let last = 0;

function begun(): Worker {
  const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data: { number, answer, failure } }) => {
    const asked = waiting.get(number);
    waiting.delete(number);
    if (failure === undefined) asked?.resolve(answer as never);
    else asked?.reject(new Error(failure));
  };
  made.onerror = () => {
    // A worker that did not load answers nobody; the next question begins another.
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error('worker'));
    waiting.clear();
  };
  return made;
}

/** An answer of the worker. @rejects where it fails */
export function askWorker<Q extends Question>(
  question: Q,
  asks: Questions[Q]['asks'],
): Promise<Questions[Q]['answers']> {
  worker ??= begun();
  last += 1;
  const number = last;
  const answer = new Promise<Questions[Q]['answers']>((resolve, reject) => {
    waiting.set(number, { resolve: resolve as Waiting['resolve'], reject });
  });
  worker.postMessage({ number, question, asks });
  return answer;
}

/** Milliseconds without a change before a ledger is looked over. */
const PAUSE = 250;

export interface Reviewed {
  readonly review: LedgerReview;
  /** What was looked over: its rows tell by their ids which cells are meant. */
  readonly book: Book;
}

/** The review of a book, some time after it changed; one at a time, the last one before while another is on its way. */
export function useReview(book: Book): { readonly reviewed: Reviewed | undefined; readonly failed: boolean } {
  const [state, setState] = useState<{ reviewed: Reviewed | undefined; failed: boolean }>({
    reviewed: undefined,
    failed: false,
  });
  const running = useRef(false);
  const next = useRef<Book>(undefined);
  useEffect(() => {
    const look = async (at: Book) => {
      if (running.current) {
        next.current = at;
        return;
      }
      running.current = true;
      try {
        setState({ reviewed: { review: await askWorker('review', { rows: rowsOf(at) }), book: at }, failed: false });
      } catch {
        setState((before) => ({ ...before, failed: true }));
      }
      running.current = false;
      const later = next.current;
      next.current = undefined;
      if (later) await look(later);
    };
    const timer = setTimeout(() => void look(book), PAUSE);
    return () => clearTimeout(timer);
  }, [book]);
  return state;
}
