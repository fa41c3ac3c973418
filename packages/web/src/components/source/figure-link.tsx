import { useText } from '../../i18n/index.tsx';
import { type Place, useSource } from './source.tsx';

/** A printed figure that shows its place in the source. */
export function FigureLink({ label, text, origin }: Place) {
  const t = useText();
  const { place, show } = useSource();
  return (
    <button
      type="button"
      className="figure-link"
      aria-label={t('source.open', { label, text })}
      aria-pressed={place?.origin === origin}
      onClick={() => show({ label, text, origin })}
    >
      {text}
    </button>
  );
}
