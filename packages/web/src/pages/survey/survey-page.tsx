/** Answering a survey by an invitation, whose token stands behind the # and so in no log. Made for a phone. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../api/client.ts';
import type { Questionnaire } from '../../api/types.ts';
import { Answer, Nothing, Sentence } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import '../../styles/survey.css';

type Given = number | string | null;

export function SurveyPage() {
  const t = useText();
  const [token] = useState(() => location.hash.slice(1));
  useTitle(t('survey.title'));
  return (
    <div className="agency survey">
      {token === '' ? (
        <>
          <h1>{t('survey.title')}</h1>
          <Nothing>{t('survey.noToken')}</Nothing>
        </>
      ) : (
        <Asked token={token} />
      )}
    </div>
  );
}

function Asked({ token }: { readonly token: string }) {
  const t = useText();
  const answer = useQuery({
    queryKey: ['questionnaire', token],
    queryFn: () => send<Questionnaire>('POST', '/questionnaire', { token }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Answer of={answer}>
      {({ state, survey }) => (
        <>
          <h1>{survey?.title ?? t('survey.title')}</h1>
          {survey ? (
            <Form token={token} survey={survey} />
          ) : (
            <Nothing>{t(`survey.${state as 'used' | 'closed' | 'unknown'}`)}</Nothing>
          )}
        </>
      )}
    </Answer>
  );
}

interface Props {
  readonly token: string;
  readonly survey: NonNullable<Questionnaire['survey']>;
}

function Form({ token, survey }: Props) {
  const t = useText();
  const [answers, setAnswers] = useState<readonly Given[]>(survey.questions.map(() => null));
  const sending = useMutation({ mutationFn: () => send('POST', '/answers', { token, answers }) });
  const give = (at: number, given: Given) => setAnswers(answers.map((each, i) => (i === at ? given : each)));
  if (sending.isSuccess) return <Nothing>{t('survey.thanks')}</Nothing>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <p className="faint">
        {survey.unit} · {t('survey.anonymous', { until: survey.until })}
      </p>
      {survey.questions.map(({ kind, text, names }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: questions keep their places
        <fieldset key={at} className="card">
          <legend>
            {text}
            {at > 0 && <span className="faint"> {t('text.aside', { text: t('survey.optional') })}</span>}
          </legend>
          {kind === 'words' ? (
            <textarea
              aria-label={text}
              maxLength={500}
              rows={3}
              onChange={({ target }) => give(at, target.value.trim() === '' ? null : target.value)}
            />
          ) : (
            names.map((name, step) => (
              <label key={name} className="survey-step">
                <input
                  type="radio"
                  name={`question-${at}`}
                  required={at === 0}
                  checked={answers[at] === step}
                  onChange={() => give(at, step)}
                />
                {name}
              </label>
            ))
          )}
        </fieldset>
      ))}
      {sending.error && (
        <p role="alert" className="field-error">
          <Sentence error={sending.error} />
        </p>
      )}
      <button type="submit" className="button button-strong survey-send" disabled={sending.isPending}>
        {t('survey.send')}
      </button>
    </form>
  );
}
