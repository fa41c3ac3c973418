import type { ReactNode, Ref } from 'react';
import { useId } from 'react';
import { AsPrinted } from './as-printed.tsx';
import { Explained } from './explained.tsx';

/** A part of a page under its heading. */
interface Props {
  readonly title: string;
  /** What the glossary calls it. */
  readonly term?: string | undefined;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

export function Card({ title, term, lead, children, ref }: Props) {
  const id = useId();
  return (
    <section className="card" ref={ref} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>
          {term === undefined ? <AsPrinted>{title}</AsPrinted> : <Explained term={term}>{title}</Explained>}
        </h2>
        {lead && <p className="lead">{typeof lead === 'string' ? <AsPrinted>{lead}</AsPrinted> : lead}</p>}
      </div>
      {children}
    </section>
  );
}
