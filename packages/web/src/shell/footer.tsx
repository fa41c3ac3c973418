import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/index.tsx';
import { SignIn } from '../operator/sign-in.tsx';

export function Footer() {
  const t = useText();
  return (
    <footer className="footer">
      <div className="footer-inner">
        <p>{t('footer.source')}</p>
        <p>
          {t('footer.open')} <a href="/api/docs">{t('footer.api')}</a> <SignIn />{' '}
          <Link to="/results" className="footer-tool">
            {t('perf.public')}
          </Link>{' '}
          <Link to="/office/$section" params={{ section: 'work' }} className="footer-tool">
            {t('office.title')}
          </Link>
        </p>
      </div>
    </footer>
  );
}
