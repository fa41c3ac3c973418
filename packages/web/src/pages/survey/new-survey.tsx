import { useState } from 'react';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeWrite } from '../../office/queries.ts';
import { Refused } from '../office/refused.tsx';
import { IndicatorChoice } from './indicator-choice.tsx';

const BLANK = {
  title: '',
  project: '',
  indicator: '',
  target: '≥90%',
  question: '',
  more: '',
  population: '',
  channel: '二维码',
  since: '',
  until: '',
  measure: 'top-two',
};

interface Props {
  readonly path: string;
  readonly place: number;
  readonly year: number;
}

/** A survey made from an indicator. */
export function NewSurvey({ path, place, year }: Props) {
  const t = useText();
  const [given, setGiven] = useState(BLANK);
  const { mutate, error, isPending } = useOfficeWrite();
  const field = (name: keyof typeof BLANK, label: string, isRequired = true, type = 'text') => (
    <Field
      label={label}
      type={type}
      value={given[name]}
      onChange={(text) => setGiven({ ...given, [name]: text })}
      isRequired={isRequired}
    />
  );
  const create = () => {
    const { question, more, population, project, ...rest } = given;
    const questions = [
      { kind: 'steps', text: question },
      ...(more.trim() === '' ? [] : [{ kind: 'words', text: more.trim() }]),
    ];
    const body = {
      ...rest,
      project: project.trim() === '' ? null : project.trim(),
      population: population === '' ? null : Number(population),
      questions,
    };
    mutate({ method: 'POST', path, body }, { onSuccess: () => setGiven(BLANK) });
  };
  return (
    <details>
      <summary>{t('survey.new')}</summary>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <IndicatorChoice
          place={place}
          year={year}
          onChoose={({ project, name, target }) =>
            setGiven({
              ...given,
              project: project ?? '',
              indicator: name,
              target,
              title: t('survey.nameOf', { name }),
              question: t('survey.questionOf', { about: project ?? name }),
            })
          }
        />
        {field('title', t('survey.name'))}
        {field('project', t('exec.project'), false)}
        {field('indicator', t('survey.indicator'))}
        {field('target', t('survey.target'))}
        {field('question', t('survey.question'))}
        {field('more', t('survey.more'), false)}
        {field('population', t('survey.population'), false, 'number')}
        {field('channel', t('survey.channel'))}
        {field('since', t('people.since'), true, 'date')}
        {field('until', t('people.until'), true, 'date')}
        <Choice
          label={t('survey.measure')}
          value={given.measure}
          onChange={(measure) => setGiven({ ...given, measure })}
        >
          <option value="top-two">{t('survey.topTwo')}</option>
          <option value="mean-index">{t('survey.meanIndex')}</option>
        </Choice>
        <button type="submit" className="button" disabled={isPending}>
          {t('survey.new')}
        </button>
      </form>
      <Refused error={error} />
    </details>
  );
}
