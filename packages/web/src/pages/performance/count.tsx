import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly of: number | string;
  readonly onOpen: () => void;
}

/** A figure that opens the tasks behind it; none opens nothing. */
export function Count({ of, onOpen }: Props) {
  const t = useText();
  if (of === 0 || of === '0') return of;
  return (
    <button type="button" className="link-button" aria-label={t('perf.countOf', { count: of })} onClick={onOpen}>
      {of}
    </button>
  );
}
