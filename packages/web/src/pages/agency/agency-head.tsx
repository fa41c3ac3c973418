import { Link } from '@tanstack/react-router';
import type { AgencyAnswer } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';

export function AgencyHead({ answer: { agency, parent } }: { readonly answer: AgencyAnswer }) {
  const t = useText();
  return (
    <div className="page-head">
      <nav aria-label={t('nav.home')}>
        <ol className="crumbs">
          <li>
            <Link to="/">{t('nav.home')}</Link>
          </li>
          <li>
            <Link to="/region/$code" params={{ code: agency.region ?? 'unknown' }}>
              {agency.regionName ?? t('home.regionUnknown')}
            </Link>
          </li>
          {parent && (
            <li>
              <Link to="/agency/$id" params={{ id: String(parent.id) }}>
                {parent.name}
              </Link>
            </li>
          )}
        </ol>
      </nav>
      <div className="title-line">
        <h1>{agency.name}</h1>
        <span className="tag">{t(`level.${agency.level}`)}</span>
        {agency.code && <span className="faint money">{agency.code}</span>}
      </div>
    </div>
  );
}
