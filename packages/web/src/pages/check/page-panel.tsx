import { useEffect, useRef } from 'react';
import type { CheckedDocument } from '../../api/types.ts';
import { checkPicture } from '../../api/urls.ts';
import { PagePicture } from '../../components/source/page-picture.tsx';
import { whereOf } from '../../components/source/where.ts';
import { useText } from '../../i18n/index.tsx';
import { placesOn, type Shown } from './shown.ts';

interface Props {
  readonly check: string;
  readonly index: number;
  /** All of the check: a fact may stand in another than this one. */
  readonly documents: readonly CheckedDocument[];
  readonly shown: Shown | undefined;
  readonly onHide: () => void;
}

/** The page that a finding speaks of, its figures framed; the first page before one is chosen. */
export function PagePanel({ check, index: own, documents, shown, onHide }: Props) {
  const t = useText();
  const head = useRef<HTMLHeadingElement>(null);
  const { fact } = shown ?? {};
  const elsewhere = fact?.origin.source;
  const other = elsewhere === undefined ? -1 : documents.findIndex(({ source }) => source === elsewhere);
  const index = other < 0 ? own : other;
  const { source, pages } = documents[index]!;
  const isHere = elsewhere === undefined || other >= 0;
  const page = isHere ? (fact?.origin.page ?? 1) : 1;
  const placesAt = (at: number) => (shown && isHere ? placesOn(shown, elsewhere, at) : { suspects: [], witnesses: [] });
  const hasWitnesses = placesAt(page).witnesses.length > 0 && placesAt(page).suspects.length > 0;
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
          {elsewhere !== undefined && <p className="small">{t('check.otherFile', { name: elsewhere })}</p>}
          {hasWitnesses && <p className="faint small">{t('check.frames')}</p>}
          {!shown && <p className="faint small">{t('check.pick')}</p>}
          <PagePicture
            key={`${shown?.finding.id} ${index} ${page} ${fact?.origin.box}`}
            page={page}
            pages={pages}
            name={source}
            {...(fact ? { text: fact.text } : {})}
            {...(isHere && fact?.origin.box ? { frame: fact.origin.box } : {})}
            urlOf={(one) => checkPicture(check, index, one, placesAt(one).suspects, placesAt(one).witnesses)}
          />
        </>
      )}
    </aside>
  );
}
