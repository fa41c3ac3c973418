/** What stands around every page. */
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { Loading } from '../components/state.tsx';
import { useText } from '../i18n/index.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

/** Within another's page only the page itself is shown; the address that it was opened by says so. */
const IS_EMBEDDED = new URLSearchParams(location.search).get('embed') === '1';

export function Shell() {
  const t = useText();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const shown = useRef(path);
  useEffect(() => {
    // A new page begins at its content, for the keyboard and for a screen reader; the first one as the browser does.
    if (shown.current !== path) main.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path]);
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      {!IS_EMBEDDED && <Header />}
      <main id="content" className="content" tabIndex={-1} ref={main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      {!IS_EMBEDDED && <Footer />}
    </>
  );
}
