/** A part of a page that is opened when it is asked for: by its heading, or by a link to something in it. */
import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly id: string;
  readonly title: string;
  /** What is in it, in a few words. */
  readonly hint?: ReactNode;
  /** Whether it begins opened: where there is room for all. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

export function Fold({ id, title, hint, isOpen = false, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // A leaflet leaves folded parts out, unless the reader opened them.
    const named = decodeURIComponent(location.hash.slice(1));
    if (named === id || named.startsWith(`${id}-`)) box.current!.open = true;
  }, [id]);
  return (
    <details id={id} className="fold card" ref={box} open={isOpen}>
      <summary>
        <h2>{title}</h2>
        {hint !== undefined && <span className="faint small">{hint}</span>}
      </summary>
      {children}
    </details>
  );
}
