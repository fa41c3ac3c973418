/** Which figure's place in the source is shown; figures anywhere on the page ask for it. */
import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import type { DocumentRef, Origin } from '../../api/types.ts';

export interface Place {
  /** What stands there, as a reader would call it. */
  readonly label: string;
  /** As printed. */
  readonly text: string;
  readonly origin: Origin;
}

interface SourceState {
  /** The document that a place stands in: one of several that hold the disclosure, told by its name. */
  readonly documentOf: (origin: Origin) => DocumentRef;
  readonly place: Place | undefined;
  readonly show: (place: Place) => void;
  readonly hide: () => void;
}

const SourceContext = createContext<SourceState | undefined>(undefined);

export function SourceProvider({
  documents,
  children,
}: {
  /** The disclosure's own first. */
  readonly documents: readonly DocumentRef[];
  readonly children: ReactNode;
}) {
  const [place, setPlace] = useState<Place>();
  const asked = useRef<Element>(null);
  const show = useCallback((wanted: Place) => {
    asked.current = document.activeElement;
    setPlace(wanted);
  }, []);
  const hide = useCallback(() => {
    setPlace(undefined);
    // Back to the figure that was asked about.
    if (asked.current instanceof HTMLElement) asked.current.focus();
  }, []);
  const documentOf = useCallback(
    ({ source }: Origin) => documents.slice(1).find(({ name }) => name === source) ?? documents[0]!,
    [documents],
  );
  const state = useMemo(() => ({ documentOf, place, show, hide }), [documentOf, place, show, hide]);
  return <SourceContext value={state}>{children}</SourceContext>;
}

export function useSource(): SourceState {
  const state = use(SourceContext);
  if (!state) throw new Error('useSource outside SourceProvider');
  return state;
}
