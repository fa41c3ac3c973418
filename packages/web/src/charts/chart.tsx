/** A chart with its title and the same content as a table. The engine comes when the chart nears the screen. */

import { lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react';
import { AsPrinted } from '../components/as-printed.tsx';
import { useText } from '../i18n/index.tsx';
import type { CanvasProps } from './canvas.tsx';
import { PictureLinks } from './picture-links.tsx';

const Canvas = lazy(() => import('./canvas.tsx'));

export interface ChartProps extends Omit<CanvasProps, 'label'> {
  readonly title: string;
  /** One sentence that says the main thing. */
  readonly summary: string;
  /** Absent where the page shows the table beside the chart anyway. */
  readonly table?: ReactNode;
  /** Choices that belong to the chart, such as the measure. */
  readonly tools?: ReactNode;
  /** Where it is not the page's unit of money. */
  readonly unit?: string;
}

export function Chart({ title, summary, table, tools, unit, ...canvas }: ChartProps) {
  const t = useText();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const near = useNear();
  const id = useId();
  return (
    <figure className="figure" aria-labelledby={id} ref={near.ref}>
      <figcaption className="figure-head">
        <span id={id} className="unseen">
          <AsPrinted>{title}</AsPrinted>
        </span>
        {tools}
        {table && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a row
          <span role="group" aria-label={t('view.label', { title })} className="switch">
            {(['chart', 'table'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
                {t(`view.${one}`)}
              </button>
            ))}
          </span>
        )}
        {view === 'chart' && <PictureLinks title={title} draw={canvas.draw} height={canvas.height} unit={unit} />}
      </figcaption>
      {view === 'table' ? (
        table
      ) : (
        <Suspense fallback={<div style={{ height: canvas.height }} />}>
          {near.is ? (
            <Canvas {...canvas} label={t('view.chartAlt', { title, summary })} />
          ) : (
            <div style={{ height: canvas.height }} />
          )}
        </Suspense>
      )}
    </figure>
  );
}

function useNear() {
  const ref = useRef<HTMLElement>(null);
  const [is, set] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      // Where the page was busy several came in, the newest last: the first alone left a chart blank that had moved near meanwhile.
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        set(true);
        observer.disconnect();
      },
      { rootMargin: '400px' },
    );
    observer.observe(ref.current!);
    return () => observer.disconnect();
  }, []);
  return { ref, is };
}
