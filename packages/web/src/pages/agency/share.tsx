/** An agency's page to pass on: its address, a citation, an embedded picture, paper. */
import { useState } from 'react';
import type { DisclosureAnswer } from '../../api/types.ts';
import { type Language, useLanguage } from '../../i18n/index.tsx';

interface Props {
  /** Whose and of when, as a citation begins. */
  readonly title: string;
  readonly content: DisclosureAnswer;
}

/** Whoever is sent an address sees it in the language of who sent it; Chinese is what it has anyway. */
function inLanguage(language: Language, address: string): string {
  if (language === 'zh') return address;
  const url = new URL(address);
  url.searchParams.set('lang', language);
  return url.href;
}

export function Share({ title, content }: Props) {
  const { t, language } = useLanguage();
  const [copied, setCopied] = useState<string>();
  const plain = `${location.origin}${location.pathname}`;
  const texts = {
    link: inLanguage(language, location.href),
    cite: t('share.citation', {
      title,
      file: content.document.name,
      sha: content.document.sha256.slice(0, 12),
      url: inLanguage(language, plain),
      date: new Date().toISOString().slice(0, 10),
    }),
    embed: `<iframe src="${inLanguage(language, `${plain}?embed=1`)}" width="100%" height="520" title="${title}" loading="lazy"></iframe>`,
  } as const;
  const copy = async (what: keyof typeof texts) => {
    try {
      await navigator.clipboard.writeText(texts[what]);
      setCopied(t('share.copied'));
    } catch {
      setCopied(texts[what]);
    }
  };
  return (
    <details className="share">
      <summary className="button">{t('share.title')}</summary>
      <div className="share-menu">
        {(Object.keys(texts) as (keyof typeof texts)[]).map((what) => (
          <button key={what} type="button" className="quiet" onClick={() => void copy(what)}>
            {t(`share.${what}`)}
          </button>
        ))}
        <button type="button" className="quiet" onClick={() => print()}>
          {t('share.print')}
        </button>
        {copied && (
          <p className="small" role="status">
            {copied}
          </p>
        )}
      </div>
    </details>
  );
}
