/** One file: what it was taken for, the places that say so, and what the operator may do with it. */

import { useRef, useState } from 'react';
import type { InboxFile, Ruling } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { whereOf } from '../../components/source/where.ts';
import { Failed } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOperatorWrite } from '../../operator/queries.ts';
import { FileFigures } from './file-figures.tsx';
import { Original } from './original.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RulingDialog } from './ruling-dialog.tsx';
import { Told } from './told.tsx';

type Rejection = Exclude<Ruling['kind'], 'identity'>;

/** Which rejections are offered: what is published is withdrawn; what is not is said to be something else. */
const REJECTIONS: Readonly<Partial<Record<InboxFile['state'], readonly Rejection[]>>> = {
  open: ['not-a-budget', 'blank', 'withdrawn'],
  published: ['withdrawn', 'not-a-budget'],
  joined: ['withdrawn'],
};

export function FileCard({ file }: { readonly file: InboxFile }) {
  const t = useText();
  const { id, name, state, doubt, ruling, disclosures, problems, kind } = file;
  const [asking, setAsking] = useState<'identity' | Rejection | 'none'>();
  const [next, setNext] = useState<File>();
  const [isShown, setShown] = useState(false);
  const [isCorrecting, setCorrecting] = useState(false);
  const replacement = useRef<HTMLInputElement>(null);
  const { mutate, error, isPending } = useOperatorWrite();
  const rule = (given: Ruling | null, author: { person: string; reason: string }) => {
    mutate({ method: 'PUT', path: `/inbox/${id}/ruling`, body: { ruling: given, ...author } });
    setAsking(undefined);
  };
  return (
    <li className="inbox-file">
      <div className="finding-head">
        <strong className="inbox-name">
          <AsPrinted>{name}</AsPrinted>
        </strong>
        {doubt ? (
          <span className="tag tag-warning">{t(`inbox.doubt.${doubt}`)}</span>
        ) : (
          <span className="tag">
            {ruling && state === 'rejected' ? t(`inbox.ruling.${ruling.kind}`) : t(`inbox.state.${state}`)}
          </span>
        )}
        {ruling?.kind === 'identity' && <span className="tag tag-notice">{t('inbox.ruled')}</span>}
      </div>
      {disclosures.map((one) => (
        <Told key={one.at} disclosure={one} />
      ))}
      {problems.length > 0 && (
        <details className="small">
          <summary>{t('check.notUnderstood', { count: problems.length })}</summary>
          <ul>
            {problems.slice(0, MOST_PROBLEMS).map(({ message, origin }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems keep their order
              <li key={i}>
                <AsPrinted>{message}</AsPrinted> {origin && <span className="faint">{whereOf(t, origin)}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {error && <Failed error={error} />}
      <p className="actions">
        {disclosures.length > 0 && state !== 'reading' && (
          <button
            type="button"
            className="button button-strong"
            disabled={isPending}
            onClick={() => setAsking('identity')}
          >
            {t(state === 'open' ? 'inbox.confirm' : 'inbox.change')}
          </button>
        )}
        {(REJECTIONS[state] ?? []).map((one) => (
          <button key={one} type="button" className="button" disabled={isPending} onClick={() => setAsking(one)}>
            {t(`inbox.do.${one}`)}
          </button>
        ))}
        {ruling && state !== 'reading' && (
          <button type="button" className="button" disabled={isPending} onClick={() => setAsking('none')}>
            {t('inbox.do.none')}
          </button>
        )}
        {(state === 'published' || state === 'open') && (
          <>
            <input
              ref={replacement}
              type="file"
              className="unseen"
              tabIndex={-1}
              aria-label={t('inbox.replace')}
              onChange={({ target }) => {
                setNext(target.files?.[0]);
                // The same file can be chosen again after a refusal.
                target.value = '';
              }}
            />
            <button type="button" className="button" disabled={isPending} onClick={() => replacement.current?.click()}>
              {t('inbox.replace')}
            </button>
          </>
        )}
        {state !== 'reading' &&
          problems.some(({ code }) => code === 'doubtful-figure' || code === 'corrected-figure') && (
            <button
              type="button"
              className="button"
              aria-expanded={isCorrecting}
              onClick={() => setCorrecting(!isCorrecting)}
            >
              {t('figures.title')}
            </button>
          )}
        <button type="button" className="button" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? 'inbox.hide' : 'inbox.show')}
        </button>
      </p>
      {isCorrecting && <FileFigures id={id} name={name} />}
      {isShown && <Original id={id} name={name} isPdf={kind === 'pdf'} />}
      {asking === 'identity' && <RulingDialog file={file} onCancel={() => setAsking(undefined)} onRule={rule} />}
      {next && (
        <ReasonDialog
          title={t('inbox.replaceTitle', { name, next: next.name })}
          lead={t('inbox.replaceLead')}
          go={t('inbox.replaceGo')}
          onCancel={() => setNext(undefined)}
          onDone={(author) => {
            mutate({ method: 'POST', path: `/inbox/${id}/replacement`, files: [next], fields: { ...author } });
            setNext(undefined);
          }}
        />
      )}
      {asking !== undefined && asking !== 'identity' && (
        <ReasonDialog
          title={t('text.labelled', { label: t(`inbox.do.${asking}`), text: name })}
          lead={t(`inbox.scope.${asking}`)}
          go={t(`inbox.do.${asking}`)}
          onCancel={() => setAsking(undefined)}
          onDone={(author) => rule(asking === 'none' ? null : { kind: asking }, author)}
        />
      )}
    </li>
  );
}

const MOST_PROBLEMS = 20;
