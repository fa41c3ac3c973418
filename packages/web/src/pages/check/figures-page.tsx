/** Figures of a scan that may be misread, each beside its place on the picture: read by a person, by keyboard alone, with the sums as one types. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { putCorrections } from '../../api/check.ts';
import { check, checkFigures } from '../../api/queries.ts';
import type { CheckedDocument, CheckFigures } from '../../api/types.ts';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { FigureRow } from './figure-row.tsx';
import { keyOf } from './figure-sums.ts';
import '../../styles/check.css';
import '../../styles/figures.css';

const route = getRouteApi('/check/$id/figures');

export function FiguresPage() {
  const t = useText();
  const { id } = route.useParams();
  const { file } = route.useSearch();
  const answer = useQuery(check(id));
  const figures = useQuery(checkFigures(id, file));
  useTitle(t('figures.title'));
  return (
    <>
      <div className="page-head check-head">
        <h1>{t('figures.title')}</h1>
        <p className="actions">
          <Link to="/check/$id" params={{ id }} search={{ file }} className="button">
            {t('figures.back')}
          </Link>
        </p>
      </div>
      <Answer of={answer}>
        {({ documents }) => (
          <Answer of={figures}>
            {(known) =>
              documents[file] && known.figures.length > 0 ? (
                <Figures id={id} file={file} document={documents[file]} known={known} />
              ) : (
                <Nothing>{t('figures.none')}</Nothing>
              )
            }
          </Answer>
        )}
      </Answer>
    </>
  );
}

interface Props {
  readonly id: string;
  readonly file: number;
  readonly document: CheckedDocument;
  readonly known: CheckFigures;
}

function Figures({ id, file, document, known: { figures, log } }: Props) {
  const t = useText();
  const cache = useQueryClient();
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(
    () =>
      new Map(
        figures.flatMap(({ origin, corrected }) => (corrected === undefined ? [] : [[keyOf(origin), corrected]])),
      ),
  );
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const save = useMutation({
    mutationFn: () =>
      putCorrections(
        id,
        file,
        figures.flatMap(({ origin }) => {
          const text = texts.get(keyOf(origin));
          return text === undefined ? [] : [{ origin, text }];
        }),
      ),
    onSuccess: (answer) => {
      cache.setQueryData(checkFigures(id, file).queryKey, answer);
      return cache.invalidateQueries({ queryKey: check(id).queryKey });
    },
  });
  useEffect(() => {
    list.current?.querySelectorAll('input')[at]?.focus();
  }, [at]);
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
      {save.error && <Failed error={save.error} />}
      <ol className="figures" ref={list}>
        {figures.map((figure, i) => {
          const key = keyOf(figure.origin);
          return (
            <FigureRow
              key={key}
              check={id}
              file={file}
              document={document}
              figure={figure}
              isCurrent={i === at}
              text={texts.get(key)}
              typed={(origin) => texts.get(keyOf(origin))}
              onFocus={() => setAt(i)}
              onWrite={(text) => write(key, text)}
              onMove={(step) => go(i + step)}
              onSave={() => save.mutate()}
            />
          );
        })}
      </ol>
      <p className="actions figures-save">
        <button type="button" className="button primary" disabled={save.isPending} onClick={() => save.mutate()}>
          {t(save.isPending ? 'figures.saving' : 'figures.save')}
        </button>
        <span role="status" className="faint small">
          {save.isSuccess && t('figures.saved')}
          {t('figures.done', { done: texts.size, count: figures.length })}
          {log.length > 0 && t('figures.log', { count: log.length })}
        </span>
      </p>
    </>
  );
}
