/** Figures of a scan that may be misread, each beside its place on the picture: read by a person, by keyboard alone, with the sums as one types. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Origin, ScanFigures } from '../../api/types.ts';
import { useLanguage, useText } from '../../i18n/index.tsx';
import { whereOf } from '../source/where.ts';
import { Failed } from '../state.tsx';
import { FigureRow, type PageImage } from './figure-row.tsx';
import { keyOf } from './figure-sums.ts';
import '../../styles/figures.css';

export type Corrections = readonly { readonly origin: Origin; readonly text: string }[];

interface Props {
  readonly known: ScanFigures;
  readonly image: PageImage;
  readonly saving: { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: Error | null };
  /** All that stands settled; absent for who may only look. */
  readonly onSave: ((corrections: Corrections) => void) | undefined;
}

export function Figures({ known: { pageSizes, figures, log }, image, saving, onSave }: Props): ReactNode {
  const t = useText();
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(
    () =>
      new Map(
        figures.flatMap(({ origin, corrected }) => (corrected === undefined ? [] : [[keyOf(origin), corrected]])),
      ),
  );
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelectorAll('input')[at]?.focus();
  }, [at]);
  const save = () =>
    onSave?.(
      figures.flatMap(({ origin }) => {
        const text = texts.get(keyOf(origin));
        return text === undefined ? [] : [{ origin, text }];
      }),
    );
  const write = (key: string, text: string | undefined) =>
    setTexts((old) => {
      const next = new Map(old);
      if (text === undefined) next.delete(key);
      else next.set(key, text);
      return next;
    });
  const go = (to: number) => setAt(Math.min(Math.max(to, 0), figures.length - 1));
  return (
    <>
      <p>{t('figures.lead', { count: figures.length })}</p>
      <p className="faint small">{t('figures.keys')}</p>
      {saving.error && <Failed error={saving.error} />}
      <ol className="figures" ref={list}>
        {figures.map((figure, i) => {
          const key = keyOf(figure.origin);
          return (
            <FigureRow
              key={key}
              image={image}
              pageSizes={pageSizes}
              figure={figure}
              isCurrent={i === at}
              isFixed={onSave === undefined}
              text={texts.get(key)}
              typed={(origin) => texts.get(keyOf(origin))}
              onFocus={() => setAt(i)}
              onWrite={(text) => write(key, text)}
              onMove={(step) => go(i + step)}
              onSave={save}
            />
          );
        })}
      </ol>
      <p className="actions figures-save">
        {onSave && (
          <button type="button" className="button primary" disabled={saving.isPending} onClick={save}>
            {t(saving.isPending ? 'figures.saving' : 'figures.save')}
          </button>
        )}
        <span role="status" className="faint small">
          {saving.isSuccess && t('figures.saved')}
          {t('figures.done', { done: texts.size, count: figures.length })}
          {log.length > 0 && t('figures.log', { count: log.length })}
        </span>
      </p>
      {log.length > 0 && <Log log={log} />}
    </>
  );
}

/** Who changed what, the first first. */
function Log({ log }: Pick<ScanFigures, 'log'>) {
  const t = useText();
  const { language } = useLanguage();
  const when = (at: string) => new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en');
  return (
    <details className="small">
      <summary>{t('figures.history')}</summary>
      <ol>
        {log.map(({ at, person = '', origin, from, to }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the log is only added to
          <li key={i}>
            {when(at)} {person} {whereOf(t, origin)} “{from}” → {to === undefined ? t('figures.takenBack') : `“${to}”`}
          </li>
        ))}
      </ol>
    </details>
  );
}
