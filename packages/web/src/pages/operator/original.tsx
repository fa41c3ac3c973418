/** A file that nobody else may see: its pages and itself, fetched with the token. */
import { useEffect, useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import { useText } from '../../i18n/index.tsx';
import { useOperator, withToken } from '../../operator/operator.tsx';

const SCALE = 1.5;

interface Props {
  readonly id: number;
  readonly name: string;
  readonly isPdf: boolean;
}

/** The address of what was fetched; undefined while it is on its way, null where it did not come. */
export function useFetched(path: string | undefined): string | null | undefined {
  const { token = '' } = useOperator();
  const [url, setUrl] = useState<string | null>();
  useEffect(() => {
    setUrl(undefined);
    if (path === undefined) return;
    let made: string | undefined;
    let isGone = false;
    const load = async (): Promise<void> => {
      const answer = await fetch(path, { headers: withToken(token) });
      if (!answer.ok) throw new Error(String(answer.status));
      const bytes = await answer.blob();
      if (isGone) return;
      made = URL.createObjectURL(bytes);
      setUrl(made);
    };
    load().catch(() => setUrl(null));
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [path, token]);
  return url;
}

export function Original({ id, name, isPdf }: Props) {
  const t = useText();
  const [page, setPage] = useState(1);
  const [wanted, setWanted] = useState(false);
  const picture = useFetched(isPdf ? apiUrl(`/documents/${id}/pages/${page}.png`, { scale: SCALE }) : undefined);
  const whole = useFetched(wanted ? apiUrl(`/documents/${id}/file`) : undefined);
  return (
    <div className="original">
      <div className="source-bar">
        {isPdf && (
          <>
            <button type="button" className="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
              {t('source.previous')}
            </button>
            <span className="money">{t('source.page', { page })}</span>
            <button type="button" className="button" disabled={picture === null} onClick={() => setPage(page + 1)}>
              {t('source.next')}
            </button>
          </>
        )}
        {whole ? (
          <a className="button" href={whole} download={name}>
            {t('inbox.save')}
          </a>
        ) : (
          <button type="button" className="button" onClick={() => setWanted(true)}>
            {t('source.file')}
          </button>
        )}
      </div>
      {isPdf && picture === null && <p className="faint">{t('source.noPicture')}</p>}
      {picture && <img src={picture} alt={t('source.pageAltPlain', { name, page })} />}
    </div>
  );
}
