/** What a page shows where there is nothing else to show: each says what to do. */
import { withdrawalNotice } from '@mingsuan/core/model/withdrawal';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client.ts';
import { type Text, type TextKey, useLanguage, useText } from '../i18n/index.tsx';
import { AsPrinted } from './as-printed.tsx';
import { useTitle } from './title.ts';

export function Loading() {
  const t = useText();
  return (
    <div className="state" role="status">
      <span className="spinner" aria-hidden="true" />
      {t('state.loading')}
    </div>
  );
}

const KEYS: Readonly<Record<number, TextKey>> = { 0: 'state.offline', 404: 'state.notFound', 429: 'state.busy' };

/** The server's own sentence is best; else one by the kind of failure. */
function sentenceOf(t: Text, error: unknown): string {
  if (!(error instanceof ApiError)) return t('state.failed');
  const own = error.status === 404 ? '' : error.message;
  return own || t(KEYS[error.status] ?? 'state.failed');
}

/** Why something failed, where it `isOwn` in the words that came with it; the server speaks Chinese only, which an English page says. */
export function Sentence({ error, isOwn = false }: { readonly error: unknown; readonly isOwn?: boolean }) {
  const { t, language } = useLanguage();
  const told = (isOwn && error instanceof Error && error.message) || sentenceOf(t, error);
  return (
    <>
      {language === 'en' && /\p{Script=Han}/u.test(told) && t('state.inChinese')}
      <AsPrinted>{told}</AsPrinted>
    </>
  );
}

/** What was sent is not right, and the sentence says why: it is mended where one is. */
const MENDED_HERE = [400, 409, 413, 415, 422];

/** Asking again what is not there changes nothing. */
const LASTING = [404, 410];

export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useText();
  const { language } = useLanguage();
  const { status, withdrawn } = error instanceof ApiError ? error : {};
  if (status !== undefined && MENDED_HERE.includes(status) && !retry)
    return (
      <p className="state state-failed" role="alert">
        <Sentence error={error} />
      </p>
    );
  // What is not there is the whole page, and heads it.
  const isPage = withdrawn !== undefined || LASTING.includes(status ?? 0);
  const Told = isPage ? 'h1' : 'p';
  return (
    <div className="state state-failed" role="alert">
      {isPage && <Untitled />}
      <Told>{withdrawn ? withdrawalNotice(withdrawn, language) : <Sentence error={error} />}</Told>
      <p className="state-actions">
        {retry && !LASTING.includes(status ?? 0) && (
          <button type="button" className="button" onClick={retry}>
            {t('state.retry')}
          </button>
        )}
        <Link to="/" className="button">
          {t('state.home')}
        </Link>
      </p>
    </div>
  );
}

/** Where nothing is, the page has the site's own title, in the reader's language. */
function Untitled() {
  useTitle();
  return null;
}

export const NotFound = () => (
  <>
    <Untitled />
    <Failed error={new ApiError(404, '')} />
  </>
);
export const Broken = ({ error, reset }: { readonly error: unknown; readonly reset: () => void }) => (
  <Failed error={error} retry={reset} />
);

export const Nothing = ({ children }: { readonly children: ReactNode }) => (
  <p className="state state-empty">{children}</p>
);

/** The answer of a question once it is there; before, that it is on its way or did not come. */
export function Answer<T>({
  of,
  space,
  children,
}: {
  readonly of: UseQueryResult<T>;
  /** Pixels that the answer will need about, kept free meanwhile so that what stands below stays where it is. */
  readonly space?: number;
  readonly children: (answer: T) => ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <Failed error={of.error} retry={() => void of.refetch()} />;
  return space === undefined ? (
    <Loading />
  ) : (
    <div style={{ minHeight: space }}>
      <Loading />
    </div>
  );
}
