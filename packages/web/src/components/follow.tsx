import { useQuery } from '@tanstack/react-query';
import { site } from '../api/queries.ts';
import { FEEDS, feedOf } from '../api/urls.ts';
import { useText } from '../i18n/index.tsx';
import { MailForm } from './mail-form.tsx';

/** Feeds of what comes in of what the page is about, and mails where the operator sends any. */
export function Follow({ of }: { readonly of: Parameters<typeof feedOf>[1] }) {
  const t = useText();
  const mail = useQuery(site()).data?.mail ?? false;
  return (
    <span className="follow small">
      <span className="faint">{t('follow.title')}</span>{' '}
      {FEEDS.map((file) => (
        <a key={file} className="quiet" href={feedOf(file, of)}>
          {file === 'atom.xml' ? 'Atom' : 'JSON Feed'}
        </a>
      ))}
      {mail && <MailForm of={of} />}
    </span>
  );
}
