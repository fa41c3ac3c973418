import { Link } from '@tanstack/react-router';
import type { AgencyAnswer, AgencyDisclosure } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly answer: AgencyAnswer;
  /** What a comparison begins with. */
  readonly chosen?: AgencyDisclosure;
}

export function AgencyHead({ answer: { agency, parent }, chosen }: Props) {
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
        {chosen && (
          <Link
            to="/compare"
            search={{ agencies: String(agency.id), stage: chosen.stage }}
            className="button title-tool"
          >
            {t('agency.compare')}
          </Link>
        )}
      </div>
    </div>
  );
}
