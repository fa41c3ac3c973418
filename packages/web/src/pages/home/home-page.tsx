/** Finding: words over everything published, or regions to walk through. */
import { getRouteApi } from '@tanstack/react-router';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { Featured } from './featured.tsx';
import { Invitations } from './invitations.tsx';
import { Regions } from './regions.tsx';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';

const route = getRouteApi('/');

export function HomePage() {
  const t = useText();
  const asked = route.useSearch();
  const { q = '' } = asked;
  useTitle(q);
  return (
    <>
      <div className="hero">
        <h1>{t('home.title')}</h1>
        <p className="lead">{t('home.lead')}</p>
        <SearchForm />
      </div>
      {q ? (
        <Results asked={asked} />
      ) : (
        <>
          <Featured />
          <Regions />
          <Invitations />
        </>
      )}
    </>
  );
}
