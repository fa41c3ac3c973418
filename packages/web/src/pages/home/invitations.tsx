import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/index.tsx';

const INVITATIONS = [
  { to: '/check', title: 'home.checkTitle', lead: 'home.checkLead', go: 'home.checkGo' },
  { to: '/compare', title: 'home.compareTitle', lead: 'home.compareLead', go: 'home.compareGo' },
] as const;

export function Invitations() {
  const t = useText();
  return (
    <div className="invite-grid">
      {INVITATIONS.map(({ to, title, lead, go }) => (
        <section key={to} className="card invite">
          <h2>{t(title)}</h2>
          <p className="lead">{t(lead)}</p>
          <Link to={to} className="button button-strong">
            {t(go)}
          </Link>
        </section>
      ))}
    </div>
  );
}
