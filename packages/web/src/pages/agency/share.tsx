/** An agency's page to pass on: its address, a citation, an embedded picture, paper. */
import { useState } from 'react';
import type { DisclosureAnswer } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';

interface Props {
  /** Whose and of when, as a citation begins. */
  readonly title: string;
  readonly content: DisclosureAnswer;
}

export function Share({ title, content }: Props) {
  const t = useText();
  const [copied, setCopied] = useState<string>();
  const here = location.href;
  const plain = `${location.origin}${location.pathname}`;
  const texts = {
    link: here,
    cite: t('share.citation', {
      title,
      file: content.document.name,
      sha: content.document.sha256.slice(0, 12),
      url: plain,
      date: new Date().toISOString().slice(0, 10),
    }),
    embed: `<iframe src="${plain}?embed=1" width="100%" height="520" title="${title}" loading="lazy"></iframe>`,
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
