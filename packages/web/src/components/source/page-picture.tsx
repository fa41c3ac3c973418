/** A page of the source as a picture with what is spoken of framed, and its neighbours. */
import { useRef, useState } from 'react';
import type { Origin } from '../../api/types.ts';
import { PICTURE_SCALE } from '../../api/urls.ts';
import { useText } from '../../i18n/index.tsx';

export interface PagePictureProps {
  readonly page: number;
  /** How many there are, where that is known. */
  readonly pages?: number;
  readonly name: string;
  /** What is framed. */
  readonly text?: string;
  /** What the first page's picture is scrolled to. */
  readonly frame?: Origin['box'];
  readonly urlOf: (page: number) => string;
}

/** Pixels a point at which the print of a page can be read. */
const READING = 1.05;
const MARGIN = 12;

export function PagePicture({ page: first, pages, name, text, frame, urlOf }: PagePictureProps) {
  const t = useText();
  const [page, setPage] = useState(first);
  const [missing, setMissing] = useState(false);
  // Where something is framed it is shown large enough to read; else the whole page.
  const [whole, setWhole] = useState(frame === undefined);
  const box = useRef<HTMLElement>(null);

  const turn = (to: number) => {
    setMissing(false);
    setPage(to);
  };

  const reveal = (picture: HTMLImageElement) => {
    picture.style.minWidth = whole ? '' : `${(READING * picture.naturalWidth) / PICTURE_SCALE}px`;
    const view = box.current;
    if (!view || page !== first || !frame) return;
    const shown = (PICTURE_SCALE * picture.clientWidth) / picture.naturalWidth;
    const [x0, y0, x1, y1] = frame;
    view.scrollTop = ((y0 + y1) / 2) * shown - view.clientHeight / 2;
    // What is wider than the view is shown from its beginning.
    const wide = (x1 - x0) * shown > view.clientWidth;
    view.scrollLeft = wide ? x0 * shown - MARGIN : ((x0 + x1) / 2) * shown - view.clientWidth / 2;
  };

  return (
    <>
      <div className="source-bar">
        <button type="button" className="button" disabled={page <= 1} onClick={() => turn(page - 1)}>
          {t('source.previous')}
        </button>
        <span className="money">{t('source.page', { page })}</span>
        <button
          type="button"
          className="button"
          disabled={missing || (pages !== undefined && page >= pages)}
          onClick={() => turn(page + 1)}
        >
          {t('source.next')}
        </button>
        <button type="button" className="button" onClick={() => setWhole(!whole)}>
          {t(whole ? 'source.large' : 'source.whole')}
        </button>
      </div>
      {missing ? (
        <p className="faint">{t('source.noPicture')}</p>
      ) : (
        <section
          className="source-picture"
          ref={box}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={t('source.pageAltPlain', { name, page })}
        >
          <img
            src={urlOf(page)}
            alt={
              page === first && text
                ? t('source.pageAlt', { name, page, text })
                : t('source.pageAltPlain', { name, page })
            }
            key={String(whole)}
            onLoad={({ currentTarget }) => reveal(currentTarget)}
            onError={() => setMissing(true)}
          />
        </section>
      )}
    </>
  );
}
