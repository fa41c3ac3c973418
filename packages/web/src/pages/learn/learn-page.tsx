/** How to read a budget, what its words mean, and what this collection can and cannot tell. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { glossary } from '../../api/queries.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { meaningIn } from '../../components/explained.tsx';
import { Fold } from '../../components/fold.tsx';
import { Answer } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useNarrow } from '../../components/use-narrow.ts';
import { useLanguage } from '../../i18n/index.tsx';
import { ACCOUNTS, BUDGET } from './example.ts';
import { Method } from './method.tsx';
import { Pictures } from './pictures.tsx';
import '../../styles/learn.css';

export function LearnPage() {
  const { t, language } = useLanguage();
  const isNarrow = useNarrow();
  useTitle(t('learn.title'));
  return (
    <>
      <div className="page-head">
        <h1>{t('learn.title')}</h1>
        <p className="lead">{t('learn.lead')}</p>
      </div>
      <Pictures />
      <p className="faint small">
        <AsPrinted>
          {t('learn.source', {
            budget: BUDGET.agency,
            year: BUDGET.year,
            accounts: ACCOUNTS.agency,
            accountsYear: ACCOUNTS.year,
          })}
        </AsPrinted>
      </p>
      <Fold id="glossary" title={t('learn.glossary')} isOpen={!isNarrow}>
        <p className="lead">{t('learn.glossaryLead')}</p>
        <Answer of={useQuery(glossary())} space={600}>
          {(terms) => (
            <dl className="glossary">
              {terms.map((one) => (
                <div key={one.term} id={one.term}>
                  <dt>
                    <Link to="/" search={{ q: one.term }}>
                      {meaningIn(language, one).term}
                    </Link>
                    {language === 'en' && (
                      <span className="faint" lang="zh-CN">
                        {' '}
                        {one.term}
                      </span>
                    )}
                  </dt>
                  <dd>{meaningIn(language, one).text}</dd>
                </div>
              ))}
            </dl>
          )}
        </Answer>
      </Fold>
      <Method />
    </>
  );
}
