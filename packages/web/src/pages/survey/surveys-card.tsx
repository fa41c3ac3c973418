import { QRCodeSVG } from '@rc-component/qrcode';
import { useState } from 'react';
import { apiUrl } from '../../api/client.ts';
import type { Survey, SurveyListed } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { NewSurvey } from './new-survey.tsx';
import '../../styles/survey.css';

interface Props {
  readonly place: number;
  readonly year: number;
  /** Whether this person makes surveys of this unit. */
  readonly mayMake: boolean;
}

/** The surveys of a place, each with what it proves. */
export function SurveysCard({ place, year, mayMake }: Props) {
  const t = useText();
  const path = `/performance/places/${place}/${year}/surveys`;
  const [open, setOpen] = useState<number>();
  const answer = useOfficeAnswer<readonly SurveyListed[]>(path);
  return (
    <Card title={t('survey.list')}>
      <Answer of={answer}>
        {(surveys) =>
          surveys.length === 0 ? (
            <Nothing>{t('survey.none')}</Nothing>
          ) : (
            <DataTable
              caption={t('survey.list')}
              stacks
              rows={surveys}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: t('survey.name'),
                  heads: true,
                  cell: ({ id, title }) => (
                    <button type="button" className="link-button" onClick={() => setOpen(id)}>
                      {title}
                    </button>
                  ),
                },
                {
                  key: 'indicator',
                  title: t('survey.indicator'),
                  cell: ({ indicator, target }) => `${indicator} ${target}`,
                },
                {
                  key: 'period',
                  title: t('survey.period'),
                  cell: ({ since, until, isClosed }) =>
                    `${since}—${until}${isClosed ? t('text.aside', { text: t('survey.closed') }) : ''}`,
                },
                {
                  key: 'counts',
                  title: t('survey.counts'),
                  numeric: true,
                  cell: ({ invited, answered }) => `${invited} / ${answered}`,
                },
              ]}
            />
          )
        }
      </Answer>
      {open !== undefined && <Opened key={open} id={open} mayMake={mayMake} />}
      {mayMake && <NewSurvey path={path} place={place} year={year} />}
    </Card>
  );
}

function Opened({ id, mayMake }: { readonly id: number; readonly mayMake: boolean }) {
  const t = useText();
  const answer = useOfficeAnswer<Survey>(`/surveys/${id}`);
  const [count, setCount] = useState('30');
  const invite = useOfficeWrite<{ readonly paths: readonly string[] }>();
  const end = useOfficeWrite();
  return (
    <Answer of={answer}>
      {(survey) => (
        <>
          <h3>
            {survey.title}
            {t('text.colon')}
            {t('survey.result')}
          </h3>
          <p>
            {survey.score?.sentence ?? survey.why} <a href={apiUrl(`/surveys/${id}/counts.csv`)}>CSV</a>
          </p>
          {survey.questions
            .filter(({ names }) => names.length > 0)
            .map(({ text, names, counts }) => (
              <p key={text} className="small">
                {text}
                {t('text.colon')}
                {names.map((name, i) => `${name} ${counts[i] ?? 0}`).join(t('list.pause'))}
              </p>
            ))}
          {survey.questions
            .flatMap(({ text, words }) => words.map((word) => `${text}${t('text.colon')}${word}`))
            .map((word) => (
              <p key={word} className="small">
                {word}
              </p>
            ))}
          {mayMake && !survey.isClosed && (
            <div className="office-line">
              <Field label={t('survey.count')} type="number" value={count} onChange={setCount} />
              <button
                type="button"
                className="button"
                disabled={invite.isPending}
                onClick={() =>
                  invite.mutate({ method: 'POST', path: `/surveys/${id}/invitations`, body: { count: Number(count) } })
                }
              >
                {t('survey.invite')}
              </button>
              <button
                type="button"
                className="button"
                disabled={end.isPending}
                onClick={() => end.mutate({ method: 'POST', path: `/surveys/${id}/end` })}
              >
                {t('survey.end')}
              </button>
            </div>
          )}
          <Refused error={invite.error ?? end.error} />
          {invite.data && <Codes paths={invite.data.paths} />}
        </>
      )}
    </Answer>
  );
}

function Codes({ paths }: { readonly paths: readonly string[] }) {
  const t = useText();
  return (
    <>
      <p role="status">{t('survey.codes')}</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => print()}>
          {t('survey.print')}
        </button>
      </p>
      <ul className="codes">
        {paths.map((path) => (
          <li key={path}>
            <QRCodeSVG value={location.origin + path} size={120} title={location.origin + path} />
            <br />
            <a href={path}>{location.origin + path}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
