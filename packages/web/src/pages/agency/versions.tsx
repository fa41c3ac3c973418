import { Link } from '@tanstack/react-router';
import type { AgencyDisclosure, AgencyItem } from '../../api/types.ts';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';
import { disclosureParams } from './address.ts';

interface Props {
  readonly agency: AgencyItem;
  readonly disclosures: readonly AgencyDisclosure[];
  readonly chosen: AgencyDisclosure;
}

/** Years and stages to choose from; earlier versions only where one is chosen, with the way to the current one. */
export function Versions({ agency, disclosures, chosen }: Props) {
  const t = useText();
  const current = disclosures.filter(({ isCurrent }) => isCurrent);
  const newer = current.find(({ year, stage }) => year === chosen.year && stage === chosen.stage);
  return (
    <>
      <nav className="versions" aria-label={t('agency.versions')}>
        {[...current, ...(chosen.isCurrent ? [] : [chosen])].map((one) => (
          <Link
            key={one.id}
            to="/a/$region/$slug/$year/$kind"
            params={disclosureParams(agency, one)}
            search={one.isCurrent ? {} : { version: one.version }}
            className="chip"
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{}}
            resetScroll={false}
            aria-current={one.id === chosen.id ? 'true' : undefined}
          >
            {whenOf(t, one.year, one.stage)}
            {one.edition > 1 && ` ${t('agency.version', { version: one.edition })}`}
          </Link>
        ))}
      </nav>
      {!chosen.isCurrent && newer && (
        <p className="small" role="note">
          {t('agency.notCurrent')}{' '}
          <Link to="/a/$region/$slug/$year/$kind" params={disclosureParams(agency, newer)}>
            {t('agency.current')}
          </Link>
        </p>
      )}
    </>
  );
}
