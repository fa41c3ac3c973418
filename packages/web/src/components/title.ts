import { useEffect } from 'react';
import { useText } from '../i18n/index.tsx';

/** The browser's title of a page; empty parts are left out. */
export function useTitle(...parts: readonly string[]): void {
  const t = useText();
  const title = [...parts.filter((part) => part !== ''), t('app.name'), t('app.tagline')].slice(0, 3).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
