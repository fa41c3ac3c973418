import { Link } from '@tanstack/react-router';
import { useLanguage } from '../i18n/index.tsx';
import { useAppearance } from './appearance.tsx';

const PAGES = [
  { to: '/', key: 'nav.home' },
  { to: '/compare', key: 'nav.compare' },
  { to: '/data', key: 'nav.data' },
  { to: '/learn', key: 'nav.learn' },
  { to: '/check', key: 'nav.check' },
  { to: '/ledger', key: 'nav.ledger' },
] as const;

export function Header() {
  const { language, setLanguage, t } = useLanguage();
  const { mode, setMode } = useAppearance();
  const other = mode === 'dark' ? 'light' : 'dark';
  return (
    <header className="header">
      <div className="header-inner">
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span className="brand-name">{t('app.name')}</span>
          <span className="brand-tagline">{t('app.tagline')}</span>
        </Link>
        <nav aria-label={t('nav.label')} className="nav">
          {PAGES.map(({ to, key }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className="nav-link">
              {t(key)}
            </Link>
          ))}
        </nav>
        <div className="header-tools">
          <button
            type="button"
            className="quiet"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {t('nav.language')}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={t('nav.theme.label', { mode: t(`nav.theme.${other}`) })}
            onClick={() => setMode(other)}
          >
            {t(`nav.theme.${other}`)}
          </button>
        </div>
      </div>
    </header>
  );
}
