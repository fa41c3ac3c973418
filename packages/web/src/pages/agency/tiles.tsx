/** The main figures of the year, with the change against the last disclosure of the same stage. */
import type { AgencyDisclosure, TotalName } from '../../api/types.ts';
import { Money, percent, signed } from '../../components/money.tsx';
import { Counts } from '../../components/severity.tsx';
import { useText } from '../../i18n/index.tsx';

const TOTALS: readonly TotalName[] = ['revenue', 'expenditure', 'basic', 'project', 'threePublics'];

interface Props {
  readonly disclosures: readonly AgencyDisclosure[];
  readonly chosen: AgencyDisclosure;
}

export function Tiles({ disclosures, chosen }: Props) {
  const t = useText();
  const before = disclosures
    .filter(({ isCurrent, stage, year }) => isCurrent && stage === chosen.stage && (year ?? 0) < (chosen.year ?? 0))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
  return (
    <dl className="tiles">
      {TOTALS.map((name) => (
        <div key={name} className="tile">
          <dt>{t(`total.${name}`)}</dt>
          <dd>
            <span className="tile-amount">
              <Money fen={chosen.totals[name]} />
            </span>
            {chosen.totals[name] !== undefined && <span className="faint small-unit">{t('unit.wan')}</span>}
            <Change now={chosen.totals[name]} then={before?.totals[name]} year={before?.year} />
          </dd>
        </div>
      ))}
      <div className="tile">
        <dt>{t('agency.findings')}</dt>
        <dd>
          <a href="#checks" className="tile-checks">
            <Counts counts={chosen.findings} />
          </a>
          <span className="faint small">
            {t('agency.completeness')} {chosen.completeness.score}%
          </span>
        </dd>
      </div>
    </dl>
  );
}

function Change({
  now,
  then,
  year,
}: {
  readonly now: number | undefined;
  readonly then: number | undefined;
  readonly year: number | null | undefined;
}) {
  const t = useText();
  if (now === undefined || then === undefined || !year) return null;
  const change = percent(now - then, then);
  return change === undefined ? null : (
    <span className="faint small money">
      {t('agency.fromLast', { year })} {signed(change, now - then)}
    </span>
  );
}
