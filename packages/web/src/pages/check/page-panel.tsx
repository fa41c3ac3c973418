import { useEffect, useRef } from 'react';
import { checkPicture } from '../../api/urls.ts';
import { PagePicture } from '../../components/source/page-picture.tsx';
import { whereOf } from '../../components/source/where.ts';
import { useText } from '../../i18n/index.tsx';
import { placesOn, type Shown } from './shown.ts';

interface Props {
  readonly check: string;
  readonly index: number;
  readonly source: string;
  readonly pages: number;
  readonly shown: Shown | undefined;
  readonly onHide: () => void;
}

/** The page that a finding speaks of, its figures framed; the first page before one is chosen. */
export function PagePanel({ check, index, source, pages, shown, onHide }: Props) {
  const t = useText();
  const head = useRef<HTMLHeadingElement>(null);
  const { fact } = shown ?? {};
  const page = fact && fact.origin.source === undefined ? (fact.origin.page ?? 1) : 1;
  useEffect(() => {
    // On a narrow screen the panel comes up over the list.
    if (shown && matchMedia('(max-width: 1099px)').matches) head.current?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <aside className={shown ? 'source floating' : 'source resting'} aria-labelledby="page-title">
      <div className="source-head">
        <h2 id="page-title" tabIndex={-1} ref={head}>
          {t('check.page')}
        </h2>
        {shown && (
          <button type="button" className="quiet" onClick={onHide}>
            {t('action.close')}
          </button>
        )}
      </div>
      {pages === 0 ? (
        <p className="faint">
          {t('check.noPages')}
          {fact && ` ${whereOf(t, fact.origin)}`}
        </p>
      ) : (
        <>
          {!shown && <p className="faint small">{t('check.pick')}</p>}
          <PagePicture
            key={`${shown?.finding.id} ${page} ${fact?.origin.box}`}
            page={page}
            pages={pages}
            name={source}
            {...(fact ? { text: fact.text } : {})}
            {...(fact?.origin.box ? { frame: fact.origin.box } : {})}
            urlOf={(one) => checkPicture(check, index, one, shown ? placesOn(shown, one) : [])}
          />
        </>
      )}
    </aside>
  );
}
