/** Which figure's place in the source is shown; figures anywhere on the page ask for it. The address has it (`see`). */
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { createContext, type ReactNode, use, useCallback, useMemo, useRef } from 'react';
import type { DocumentRef, Origin } from '../../api/types.ts';
import { type Place, placeOf, seeOf } from './see.ts';

interface SourceState {
  /** The document that a place stands in: one of several that hold the disclosure, told by its name. */
  readonly documentOf: (origin: Origin) => DocumentRef;
  readonly place: Place | undefined;
  /** Whose places they are. */
  readonly disclosure: number;
  /** Whether it is this place that is shown. */
  readonly isShown: (place: Place) => boolean;
  readonly show: (place: Place) => void;
  readonly hide: () => void;
}

const SourceContext = createContext<SourceState | undefined>(undefined);

export function SourceProvider({
  disclosure,
  documents,
  children,
}: {
  readonly disclosure: number;
  /** The disclosure's own first. */
  readonly documents: readonly DocumentRef[];
  readonly children: ReactNode;
}) {
  const see = useRouterState({ select: ({ location }) => (location.search as { see?: string }).see });
  const navigate = useNavigate();
  const place = useMemo(() => placeOf(see), [see]);
  const asked = useRef<Element>(null);
  const go = useCallback(
    (wanted: string | undefined) =>
      void navigate({
        to: '.',
        search: ((old: object) => ({ ...old, see: wanted })) as never,
        hash: true,
        replace: true,
        resetScroll: false,
        hashScrollIntoView: false,
      }),
    [navigate],
  );
  const show = useCallback(
    (wanted: Place) => {
      asked.current = document.activeElement;
      go(seeOf(wanted));
    },
    [go],
  );
  const hide = useCallback(() => {
    go(undefined);
    // Back to the figure that was asked about.
    if (asked.current instanceof HTMLElement) asked.current.focus();
  }, [go]);
  const isShown = useCallback((one: Place) => see !== undefined && seeOf(one) === see, [see]);
  const documentOf = useCallback(
    ({ source }: Origin) => documents.slice(1).find(({ name }) => name === source) ?? documents[0]!,
    [documents],
  );
  const state = useMemo(
    () => ({ disclosure, documentOf, place, isShown, show, hide }),
    [disclosure, documentOf, place, isShown, show, hide],
  );
  return <SourceContext value={state}>{children}</SourceContext>;
}

export function useSource(): SourceState {
  const state = use(SourceContext);
  if (!state) throw new Error('useSource outside SourceProvider');
  return state;
}
