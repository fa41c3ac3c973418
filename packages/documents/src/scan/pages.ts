/**
 * Pages of one file that are pictures, recognised elsewhere: the file is read once to count them, each is recognised by itself,
 * in whatever thread or process is free, and the file is read again with what was recognised. They are known by their order.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { RawPage } from '../pdf/engine.ts';
import { UnreadableInput } from '../unreadable.ts';
import { recogniserFolder } from './recogniser.ts';

/** What recognition adds to a page. */
export type RecognisedPage = Pick<RawPage, 'turns' | 'glyphs' | 'rulings' | 'scan'>;

/** A page as it was recognised, or why it was not: half a sentence in Chinese. */
export type KnownScan = RecognisedPage | { readonly failure: string };

/** How the pages of a file that are pictures are dealt with. */
type Dealing =
  | { readonly kind: 'count' }
  | { readonly kind: 'one'; readonly at: number; done?: RecognisedPage }
  | { readonly kind: 'known'; readonly scans: readonly KnownScan[] };

const dealings = new AsyncLocalStorage<Dealing & { seen: number }>();

/** What reading came to, or how many pages are to be recognised before it can be read. */
export type Counted<T> = { readonly value: T } | { readonly scans: number };

/** Reads a file unless it has pages to recognise: then those are only counted. @throws what `read` does where there are none */
export async function countingScans<T>(read: () => Promise<T>): Promise<Counted<T>> {
  // Where nobody can recognise anything the reading itself tells.
  if (recogniserFolder() === undefined) return { value: await read() };
  const dealing = { kind: 'count' as const, seen: 0 };
  try {
    const value = await dealings.run(dealing, read);
    return dealing.seen > 0 ? { scans: dealing.seen } : { value };
  } catch (error) {
    if (dealing.seen > 0 && error instanceof UnreadableInput && error.code === 'scanned')
      return { scans: dealing.seen };
    throw error;
  }
}

/** Recognises the page of this number among those that `read` comes to; undefined where there is none. */
export async function recogniseScan(read: () => Promise<unknown>, at: number): Promise<RecognisedPage | undefined> {
  const dealing: Dealing & { seen: number } = { kind: 'one', at, seen: 0 };
  await dealings.run(dealing, read).catch((error) => {
    if (!(error instanceof UnreadableInput)) throw error;
  });
  return dealing.done;
}

/** Reads a file with what was recognised of its pages, in their order. */
export const withScans = <T>(scans: readonly KnownScan[], read: () => Promise<T>): Promise<T> =>
  dealings.run({ kind: 'known', scans, seen: 0 }, read);

/** What to take for a page that is a picture instead of recognising it now; undefined where that is to be done. */
export function takenFor(page: RawPage): RawPage | undefined {
  const dealing = dealings.getStore();
  if (!dealing) return undefined;
  const at = dealing.seen++;
  if (dealing.kind === 'count') return page;
  if (dealing.kind === 'one') return dealing.at === at ? undefined : page;
  const known = dealing.scans[at];
  if (!known) return undefined;
  return 'failure' in known ? { ...page, unrecognised: known.failure } : { ...page, unmapped: 0, cut: [], ...known };
}

/** Hands a page that was recognised to who asked for it alone. */
export function handOver({ turns, glyphs, rulings, scan }: RawPage): void {
  const dealing = dealings.getStore();
  if (dealing?.kind === 'one') dealing.done = { turns, glyphs, rulings, ...(scan ? { scan } : {}) };
}
