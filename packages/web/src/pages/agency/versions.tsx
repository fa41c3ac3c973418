import { Link } from '@tanstack/react-router';
import type { AgencyDisclosure } from '../../api/types.ts';
import { whenOf } from '../../components/when.ts';
import { useText } from '../../i18n/index.tsx';

interface Props {
  readonly disclosures: readonly AgencyDisclosure[];
  readonly chosen: AgencyDisclosure;
}

/** Years and stages to choose from; earlier versions only where one is chosen, with the way to the current one. */
export function Versions({ disclosures, chosen }: Props) {
  const t = useText();
  const current = disclosures.filter(({ isCurrent }) => isCurrent);
  const newer = current.find(({ year, stage }) => year === chosen.year && stage === chosen.stage);
  return (
    <>
      <nav className="versions" aria-label={t('agency.versions')}>
        {[...current, ...(chosen.isCurrent ? [] : [chosen])].map((one) => (
          <Link
            key={one.id}
            to="/disclosure/$id"
            params={{ id: String(one.id) }}
            className="chip"
            activeOptions={{ exact: true }}
            activeProps={{}}
            resetScroll={false}
            aria-current={one.id === chosen.id ? 'true' : undefined}
          >
            {whenOf(t, one.year, one.stage)}
            {one.version > 1 && ` ${t('agency.version', { version: one.version })}`}
          </Link>
        ))}
      </nav>
      {!chosen.isCurrent && newer && (
        <p className="small" role="note">
          {t('agency.notCurrent')}{' '}
          <Link to="/disclosure/$id" params={{ id: String(newer.id) }}>
            {t('agency.current')}
          </Link>
        </p>
      )}
    </>
  );
}
