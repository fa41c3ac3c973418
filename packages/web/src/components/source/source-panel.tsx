/** The place of the chosen figure: beside the page on a wide screen, from below on a narrow one. Esc closes it. */
import { useEffect, useRef } from 'react';
import { originalFile } from '../../api/urls.ts';
import { useText } from '../../i18n/index.tsx';
import { FeedbackForm } from '../feedback/feedback-form.tsx';
import { PlaceView } from './place-view.tsx';
import { useSource } from './source.tsx';

export function SourcePanel() {
  const t = useText();
  const { disclosure, documentOf, place, hide } = useSource();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!place) return;
    head.current?.focus({ preventScroll: true });
    const close = ({ key }: KeyboardEvent) => key === 'Escape' && hide();
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [place, hide]);
  if (!place) return null;
  const { label, text, origin } = place;
  const source = documentOf(origin);
  return (
    <aside className="source floating" aria-labelledby="source-title">
      <div className="source-head">
        <h2 id="source-title" tabIndex={-1} ref={head}>
          {t('source.title')}
        </h2>
        <button type="button" className="quiet" onClick={hide}>
          {t('action.close')}
        </button>
      </div>
      <p className="small">
        {label}{' '}
        {text !== '' && (
          <>
            <span className="faint">{t('source.printed')}</span> <strong className="money">{text}</strong>
          </>
        )}
      </p>
      <PlaceView {...place} />
      <a className="small" href={originalFile(source.id)} target="_blank" rel="noreferrer">
        {t('source.file')}
        {t('text.colon')}
        {source.name}
      </a>
      <FeedbackForm key={`${label} ${text}`} disclosure={disclosure} place={place} />
    </aside>
  );
}
