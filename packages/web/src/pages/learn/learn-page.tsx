/** How to read a budget, what its words mean, and what this collection can and cannot tell. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { glossary } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { Answer } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { Drawing, type Shape } from './drawing.tsx';
import '../../styles/learn.css';

const STEPS = [
  'book',
  'flow',
  'split',
  'tree',
  'people',
  'table',
  'pair',
  'bars',
  'target',
  'mark',
] as const satisfies readonly Shape[];

export function LearnPage() {
  const t = useText();
  useTitle(t('learn.title'));
  return (
    <>
      <div className="page-head">
        <h1>{t('learn.title')}</h1>
        <p className="lead">{t('learn.lead')}</p>
      </div>
      <ol className="steps">
        {STEPS.map((shape, i) => (
          <li key={shape} className="card">
            <Drawing shape={shape} />
            <h2>
              {i + 1}. {t(`learn.${shape}`)}
            </h2>
            <p>{t(`learn.${shape}.text`)}</p>
          </li>
        ))}
      </ol>
      <Card title={t('learn.glossary')} lead={t('learn.glossaryLead')}>
        <Answer of={useQuery(glossary())} space={600}>
          {(terms) => (
            <dl className="glossary">
              {terms.map(({ term, text }) => (
                <div key={term} id={term}>
                  <dt>
                    <Link to="/" search={{ q: term }}>
                      {term}
                    </Link>
                  </dt>
                  <dd lang="zh-CN">{text}</dd>
                </div>
              ))}
            </dl>
          )}
        </Answer>
      </Card>
      <Card title={t('learn.method')}>
        <ul className="plain-list">
          {(['read', 'check', 'states', 'sums', 'limits'] as const).map((point) => (
            <li key={point}>{t(`learn.method.${point}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}
