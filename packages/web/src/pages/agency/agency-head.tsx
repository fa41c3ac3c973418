import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AgencyAnswer, AgencyDisclosure } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { isExample } from '../../components/examples.ts';
import { Explained } from '../../components/explained.tsx';
import { useNames } from '../../components/names.ts';
import { UnitSwitch } from '../../components/scale.tsx';
import { textIn, useText } from '../../i18n/index.tsx';
import { publicIdOf } from '../compare/chosen-agency.ts';
import { agencyParams } from './address.ts';

interface Props {
  readonly answer: AgencyAnswer;
  /** What a comparison begins with. */
  readonly chosen?: AgencyDisclosure;
  readonly share?: ReactNode;
}

export function AgencyHead({ answer: { agency, parent }, chosen, share }: Props) {
  const t = useText();
  const names = useNames();
  return (
    <div className="page-head">
      <nav aria-label={t('nav.home')}>
        <ol className="crumbs">
          <li>
            <Link to="/">{t('nav.home')}</Link>
          </li>
          <li>
            <Link to="/region/$code" params={{ code: agency.region ?? 'unknown' }}>
              <AsPrinted>{agency.regionName ?? t('home.regionUnknown')}</AsPrinted>
            </Link>
          </li>
          {parent && (
            <li>
              <Link to="/a/$region/$slug" params={agencyParams(parent)}>
                <AsPrinted>{names.agency(parent.title)}</AsPrinted>
              </Link>
            </li>
          )}
        </ol>
      </nav>
      <div className="title-line">
        <h1>
          <AsPrinted>{names.agency(agency.title)}</AsPrinted>
        </h1>
        <span className="tag">
          <Explained term={textIn('zh')(`level.${agency.level}`)}>{t(`level.${agency.level}`)}</Explained>
        </span>
        {agency.code && <span className="faint money">{agency.code}</span>}
        {chosen && (
          <span className="title-tool tools">
            <UnitSwitch />
            <Link to="/compare" search={{ agencies: publicIdOf(agency), stage: chosen.stage }} className="button">
              {t('agency.compare')}
            </Link>
            {share}
          </span>
        )}
      </div>
      {isExample(agency.region) && <p className="note">{t('agency.example')}</p>}
    </div>
  );
}
