import { useText } from '../../i18n/index.tsx';
import { AsPrinted } from '../as-printed.tsx';
import type { Place } from './see.ts';
import { useSource } from './source.tsx';

/** A printed figure that shows its place in the source; `shown` where it is told in another unit than printed. */
export function FigureLink({ label, text, origin, shown = text }: Place & { readonly shown?: string }) {
  const t = useText();
  const { isShown, show } = useSource();
  return (
    <button
      type="button"
      className="figure-link"
      aria-label={t('source.open', { label, text: shown })}
      aria-pressed={isShown({ label, text, origin })}
      onClick={() => show({ label, text, origin })}
    >
      <AsPrinted>{shown}</AsPrinted>
    </button>
  );
}

/** Leads from words, which have no figure to press, to where they stand. */
export function SourceLink({ label, text, origin }: Place) {
  const t = useText();
  const { isShown, show } = useSource();
  return (
    <button
      type="button"
      className="quiet source-link"
      aria-label={t('source.show', { label })}
      aria-pressed={isShown({ label, text, origin })}
      onClick={() => show({ label, text, origin })}
    >
      {t('source.original')}
    </button>
  );
}
