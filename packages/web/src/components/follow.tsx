import { FEEDS, feedOf } from '../api/urls.ts';
import { useText } from '../i18n/index.tsx';

/** Feeds of what comes in of what the page is about. */
export function Follow({ of }: { readonly of: Parameters<typeof feedOf>[1] }) {
  const t = useText();
  return (
    <span className="follow small">
      <span className="faint">{t('follow.title')}</span>{' '}
      {FEEDS.map((file) => (
        <a key={file} className="quiet" href={feedOf(file, of)}>
          {file === 'atom.xml' ? 'Atom' : 'JSON Feed'}
        </a>
      ))}
    </span>
  );
}
