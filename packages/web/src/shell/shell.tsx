/** What stands around every page. */
import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Loading } from '../components/state.tsx';
import { useText } from '../i18n/index.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

export function Shell() {
  const t = useText();
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <main id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
    </>
  );
}
