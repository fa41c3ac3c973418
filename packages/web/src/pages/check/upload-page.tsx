/** Dropping files to be checked. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { checkFiles, checkLink } from '../../api/check.ts';
import { ApiError } from '../../api/client.ts';
import { site } from '../../api/queries.ts';
import { Sentence } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { LinkForm } from './link-form.tsx';
import '../../styles/check.css';

const MOST_FILES = 50;
const ACCEPT =
  '.pdf,.docx,.doc,.wps,.odt,.xlsx,.xlsb,.xls,.et,.ods,.ofd,.html,.htm,.mht,.txt,.md,.json,.zip,.eml,.png,.jpg,.jpeg,.tif,.tiff';

export function UploadPage() {
  const t = useText();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [uploading, setUploading] = useState(false);
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>();
  /** What failed, to be tried again as it was. */
  const [failed, setFailed] = useState<() => Promise<{ readonly id: string }>>();
  useTitle(t('check.title'));
  const links = useQuery(site()).data?.links ?? false;

  const start = async (begin: () => Promise<{ readonly id: string }>) => {
    setError(undefined);
    setFailed(undefined);
    setUploading(true);
    try {
      const { id } = await begin();
      await navigate({ to: '/check/$id', params: { id } });
    } catch (failure) {
      setError(failure);
      // What the server refused it would refuse again; what did not arrive, or found it busy, may go another time.
      const refused =
        failure instanceof ApiError && failure.status >= 400 && failure.status < 500 && failure.status !== 429;
      if (!refused) setFailed(() => begin);
    } finally {
      setUploading(false);
    }
  };

  const take = (files: readonly File[]) => {
    if (files.length === 0) return setError(new ApiError(400, t('check.none')));
    if (files.length > MOST_FILES) return setError(new ApiError(400, t('check.tooMany', { most: MOST_FILES })));
    void start(() => checkFiles(files, password));
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };

  return (
    <>
      <div className="page-head">
        <h1>{t('check.title')}</h1>
        <p className="lead">{t('check.lead')}</p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way; the button inside is the other */}
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <strong>{t('check.drop')}</strong>
        <input
          ref={input}
          type="file"
          multiple
          accept={ACCEPT}
          className="unseen"
          tabIndex={-1}
          aria-label={t('check.choose')}
          onChange={({ target }) => {
            take([...(target.files ?? [])]);
            // The same file may be chosen again.
            target.value = '';
          }}
        />
        <button
          type="button"
          className="button button-strong"
          disabled={uploading}
          onClick={() => input.current?.click()}
        >
          {t(uploading ? 'check.uploading' : 'check.choose')}
        </button>
        <span className="faint small">{t('check.formats')}</span>
        <span className="faint small">{t('check.privacy')}</span>
      </div>
      <div className="field upload-password">
        <label htmlFor="upload-password">{t('check.password')}</label>
        <input
          id="upload-password"
          type="password"
          className="text-input"
          autoComplete="off"
          maxLength={500}
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      </div>
      {links && <LinkForm disabled={uploading} onLink={(url) => void start(() => checkLink(url))} />}
      {error !== undefined && (
        <p role="alert" className="field-error upload-error">
          <Sentence error={error} />{' '}
          {failed && (
            <button type="button" className="button" disabled={uploading} onClick={() => void start(failed)}>
              {t('state.retry')}
            </button>
          )}
        </p>
      )}
    </>
  );
}
